import { useQuery } from "@tanstack/react-query";
import { Info } from "lucide-react";
import { Popover } from "radix-ui";
import type { Metric } from "../../services/insightService";
import { strings } from "../../strings";
import { definitionsQuery } from "./queries";

const words = strings.insights;

/** What a metric is, behind an (i): the server's own definition, so that it is the one that counts. */
export function Definition({ metric }: { metric: Metric }) {
  const { data } = useQuery(definitionsQuery);
  const found = data?.metrics.find((each) => each.metric === metric);
  const name = (known: string | null) => words.metrics[known as Metric] ?? known;

  return (
    <Popover.Root>
      <Popover.Trigger
        aria-label={words.define(words.metrics[metric])}
        className="grid size-6 shrink-0 place-items-center rounded-full text-soft transition-colors hover:bg-hover hover:text-ink max-sm:size-9"
      >
        <Info size={14} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          sideOffset={4}
          collisionPadding={12}
          aria-label={words.definition}
          className="z-40 w-72 max-w-[calc(100vw-2rem)] animate-appear rounded-lg bg-raised p-3.5 text-sm text-ink shadow-float outline-none"
        >
          <p className="font-medium">{words.metrics[metric]}</p>
          <p className="mt-1 text-soft text-pretty">{found?.description ?? strings.shell.loading}</p>
          {found?.kind === "ratio" && (
            <p className="mt-2 rounded-md bg-sunken px-2 py-1 text-xs text-soft">
              {words.formula(name(found.numerator) ?? "", name(found.denominator) ?? "")}
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
