import { useQuery } from "@tanstack/react-query";
import { FolderMinus } from "lucide-react";
import { useState } from "react";
import { useFormat } from "../../../format/viewer";
import { strings } from "../../../strings";
import { StatusGlyph } from "../../status/StatusGlyph";
import { Dialog } from "../../ui/Dialog";
import { Failure } from "../../ui/Failure";
import { SearchField } from "../../ui/SearchField";
import { Skeleton } from "../../ui/Skeleton";
import { projectsNamed } from "../queries";

const words = strings.gallery;
const row =
  "flex h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-sm hover:bg-hover max-sm:h-11";

interface MoveDialogProps {
  count: number;
  /** Null is out of any project. */
  onChoose: (projectId: string | null) => void;
  onClose: () => void;
}

/** Asks for the project to move some assets to. */
export function MoveDialog({ count, onChoose, onClose }: MoveDialogProps) {
  const format = useFormat();
  const [q, setQ] = useState("");
  const { data: projects, error, isError, refetch } = useQuery(projectsNamed(q));
  return (
    <Dialog title={words.moveTitle(count, format.number(count))} onClose={onClose}>
      <SearchField
        value={q}
        onSearch={setQ}
        label={words.moveFind}
        placeholder={words.moveFind}
        clearLabel={words.clearSearch}
      />
      <ul className="-mx-2.5 mt-3 h-80" aria-busy={projects === undefined}>
        {q === "" && (
          <li>
            <button type="button" className={row} onClick={() => onChoose(null)}>
              <FolderMinus size={15} className="text-soft" aria-hidden="true" />
              {words.noProject}
            </button>
          </li>
        )}
        {projects?.map((project) => (
          <li key={project.id}>
            <button type="button" className={row} onClick={() => onChoose(project.id)}>
              <StatusGlyph status={project.status} progress={project.progress} size={14} />
              <span className="truncate">{project.title}</span>
            </button>
          </li>
        ))}
        {projects === undefined &&
          !isError &&
          [0, 1, 2, 3].map((at) => <Skeleton key={at} className="mx-2.5 my-3 h-4" />)}
        {projects?.length === 0 && <li className="px-2.5 py-2 text-sm text-soft">{words.moveNone}</li>}
      </ul>
      {isError && <Failure as="line" error={error} onRetry={() => void refetch()} />}
    </Dialog>
  );
}
