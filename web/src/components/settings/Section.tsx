import type { ReactNode } from "react";
import { strings } from "../../strings";

/** The sections of the screen, in order; each is an anchor in the address. */
export const sections = ["profile", "ai", "integrations", "history"] as const;

export type SectionName = (typeof sections)[number];

/** One section with its heading, in a card. */
export function Section({ name, children }: { name: SectionName; children: ReactNode }) {
  const { title, about } = strings.settings.sections[name];
  return (
    <section id={name} aria-labelledby={`${name}-title`} className="scroll-mt-16 lg:scroll-mt-8">
      <h2 id={`${name}-title`} className="text-lg font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 mb-3.5 text-sm text-soft text-pretty">{about}</p>
      <div className="rounded-xl border border-line bg-surface shadow-card">{children}</div>
    </section>
  );
}
