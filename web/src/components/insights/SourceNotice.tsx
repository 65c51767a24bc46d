import { Link } from "@tanstack/react-router";
import { FlaskConical, PlugZap, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Chart, Source } from "../../services/insightService";
import { strings } from "../../strings";
import { Badge } from "../ui/Badge";

const words = strings.insights;

/** A badge beside the title where the figures are not real. */
export function SourceBadge({ source }: { source: Source | undefined }) {
  if (source !== "sample") return null;
  return (
    <Badge tone="warn">
      <FlaskConical size={12} aria-hidden="true" />
      {words.sample}
    </Badge>
  );
}

/** Says where the figures come from if they are made up or not there, and what is odd about them. */
export function SourceNotice({ source, warnings }: { source: Source; warnings: Chart["warnings"] }) {
  return (
    <>
      {source === "sample" && <Notice icon={<FlaskConical size={16} />}>{words.sampleNotice}</Notice>}
      {source === "none" && (
        <Notice icon={<PlugZap size={16} />}>
          <strong className="font-semibold">{words.none}.</strong> {words.noneNotice}{" "}
          <Link
            to="/settings"
            hash="integrations"
            className="font-medium text-accent underline underline-offset-2"
          >
            {words.toIntegrations}
          </Link>
        </Notice>
      )}
      {warnings.map((warning) => (
        <Notice key={warning} icon={<TriangleAlert size={16} />}>
          {words.warnings[warning]}
        </Notice>
      ))}
    </>
  );
}

function Notice({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex gap-2.5 rounded-lg border border-line bg-warn-soft px-3.5 py-2.5 text-sm text-pretty">
      <span className="mt-0.5 shrink-0 text-warn">{icon}</span>
      <span>{children}</span>
    </p>
  );
}
