import { strings } from "../../strings";
import { Skeleton } from "../ui/Skeleton";
import { Section } from "./Section";

/** The settings before they are there: the headings, and the rows as grey shapes of their size. */
export function SettingsWaiting() {
  return (
    <div aria-busy="true" className="flex flex-col gap-10 pb-24">
      <p className="sr-only">{strings.shell.loading}</p>
      <Section name="profile">
        {["h-9", "h-20", "h-11", "h-16"].map((height) => (
          <Row key={height} height={height} />
        ))}
      </Section>
      <Section name="ai">
        {["h-9", "h-52", "h-56"].map((height) => (
          <Row key={height} height={height} />
        ))}
      </Section>
    </div>
  );
}

function Row({ height }: { height: string }) {
  return (
    <div className="grid gap-x-8 gap-y-3 border-line px-4 py-5 not-first:border-t sm:px-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="h-[4.5rem]">
        <Skeleton className="h-4 w-24" />
        <Skeleton className="mt-2 h-4 w-40" />
      </div>
      <Skeleton className={height} />
    </div>
  );
}
