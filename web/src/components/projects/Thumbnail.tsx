import { LoaderCircle } from "lucide-react";
import { useState } from "react";
import type { Project } from "../../services/projectService";
import { KindIcon } from "../status/kinds";
import { classes } from "../ui/classes";

/** A project's picture, or a drawing of its kind; under a veil with a spinner while it is running. */
export function Thumbnail({ project, className }: { project: Project; className?: string }) {
  const [broken, setBroken] = useState<string | null>(null);
  const url = project.thumbnail?.url ?? null;
  return (
    <span
      className={classes(
        "relative grid shrink-0 place-items-center overflow-hidden rounded-lg bg-sunken ring-1 ring-line ring-inset",
        className,
      )}
    >
      {url === null || url === broken ? (
        <KindIcon kind={project.type} size={20} className="text-soft" />
      ) : (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(url)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
      {project.status === "running" && (
        <span className="absolute inset-0 grid animate-appear place-items-center bg-veil text-white">
          <LoaderCircle size={18} className="animate-turn" aria-hidden="true" />
        </span>
      )}
    </span>
  );
}
