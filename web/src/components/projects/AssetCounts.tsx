import { useFormat } from "../../format/viewer";
import type { Project } from "../../services/projectService";
import { strings } from "../../strings";
import { KindIcon } from "../status/kinds";
import { classes } from "../ui/classes";

const kinds = ["image", "video", "text"] as const;

const said = { image: strings.projects.images, video: strings.projects.videos, text: strings.projects.texts };

/** How many images, videos and texts a project has; those of which it has none stay faint, so that columns line up. */
export function AssetCounts({ counts, className }: { counts: Project["asset_counts"]; className?: string }) {
  const format = useFormat();
  return (
    <ul className={classes("flex items-center text-xs text-soft tabular-nums", className)}>
      {kinds.map((kind) => {
        const words = said[kind](counts[kind], format.number(counts[kind]));
        return (
          <li
            key={kind}
            title={words}
            className={classes("flex w-12 items-center gap-1.5", counts[kind] === 0 && "opacity-0")}
          >
            <KindIcon kind={kind} size={14} />
            <span className="sr-only">{words}</span>
            <span aria-hidden="true">{format.compact(counts[kind])}</span>
          </li>
        );
      })}
    </ul>
  );
}
