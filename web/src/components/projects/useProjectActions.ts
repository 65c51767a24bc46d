import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormat } from "../../format/viewer";
import {
  bulkProjects,
  duplicateProject,
  type Project,
  type ProjectBulk,
  purgeProject,
  restoreProject,
  trashProject,
  updateProject,
} from "../../services/projectService";
import { strings } from "../../strings";
import { explain } from "../ui/Failure";
import { showToast } from "../ui/toasts";
import { holdProjects, putBack, showChange, takeOut } from "./cache";

const words = strings.projects;

interface Change<V, R> {
  /** What is done on the server. */
  send: (given: V) => Promise<R>;
  /** What is shown at once. */
  show?: (given: V) => void;
  /** What is said when it is done. */
  said?: (result: R, given: V) => void;
  /** What is said, with the reason, when it is refused. */
  refused: string;
}

/** A change that shows at once, and visibly goes back if it is refused. */
function useChange<V, R>({ send, show, said, refused }: Change<V, R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onMutate: async (given: V) => {
      const kept = await holdProjects(queries);
      show?.(given);
      return kept;
    },
    onSuccess: (result, given) => said?.(result, given),
    onError: (error, _, kept) => {
      if (kept) putBack(queries, kept);
      showToast(words.notDone(refused, explain(error).detail), { tone: "bad" });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["projects"] }),
  }).mutate;
}

/** All that can be done to projects. Whatever takes something away can be undone from the toast that says so. */
export function useProjectActions() {
  const queries = useQueryClient();
  const format = useFormat();

  const restore = useChange({
    send: ({ id }: Project) => restoreProject(id),
    show: ({ id }) => takeOut(queries, [id], "trash"),
    said: ({ title }) => showToast(words.restored(title)),
    refused: words.failed.restore,
  });

  const trash = useChange({
    send: ({ id }: Project) => trashProject(id),
    show: ({ id }) => takeOut(queries, [id], "lists"),
    said: (_, project) =>
      showToast(words.trashed(project.title), {
        action: { label: strings.shell.undo, run: () => restore(project) },
      }),
    refused: words.failed.trash,
  });

  const purge = useChange({
    send: ({ id }: Project) => purgeProject(id),
    show: ({ id }) => takeOut(queries, [id], "trash"),
    said: (_, { title }) => showToast(words.purged(title)),
    refused: words.failed.purge,
  });

  const rename = useChange({
    send: ({ project, title }: { project: Project; title: string }) => updateProject(project.id, { title }),
    show: ({ project, title }) => showChange(queries, [project.id], (each) => ({ ...each, title })),
    refused: words.failed.rename,
  });

  const setFavorite = useChange({
    send: ({ id, favorite }: Project) => updateProject(id, { favorite: !favorite }),
    show: ({ id, favorite }) => showChange(queries, [id], (each) => ({ ...each, favorite: !favorite })),
    refused: words.failed.favorite,
  });

  const duplicate = useChange({
    send: ({ id }: Project) => duplicateProject(id),
    said: (copy) =>
      showToast(words.duplicated(copy.title), {
        action: { label: strings.shell.undo, run: () => trash(copy) },
      }),
    refused: words.failed.duplicate,
  });

  const bulk = useChange({
    send: (command: ProjectBulk) => bulkProjects(command),
    show: ({ action, ids }) => showBulk(queries, action, ids),
    said: (result, command) => {
      const done = result.results.filter(({ status }) => status === 200).map(({ id }) => id);
      const undo = inverse[command.action];
      const text = bulkDone(command.action, done.length, format.number(done.length));
      if (text !== null) {
        const run = () => bulk({ action: undo ?? command.action, ids: done });
        showToast(text, undo && done.length > 0 ? { action: { label: strings.shell.undo, run } } : {});
      }
      if (result.failed > 0)
        showToast(words.partlyDone(result.failed, format.number(result.failed)), { tone: "bad" });
    },
    refused: words.failed.bulk,
  });

  return { rename, setFavorite, duplicate, trash, restore, purge, bulk };
}

export type ProjectActions = ReturnType<typeof useProjectActions>;

/** What takes an action on many back. */
const inverse: Partial<Record<ProjectBulk["action"], ProjectBulk["action"]>> = {
  trash: "restore",
  restore: "trash",
};

function showBulk(queries: Parameters<typeof takeOut>[0], action: ProjectBulk["action"], ids: string[]) {
  if (action === "trash") takeOut(queries, ids, "lists");
  if (action === "restore") takeOut(queries, ids, "trash");
  if (action === "favorite" || action === "unfavorite") {
    showChange(queries, ids, (each) => ({ ...each, favorite: action === "favorite" }));
  }
}

function bulkDone(action: ProjectBulk["action"], count: number, written: string): string | null {
  if (action === "trash") return words.trashedMany(count, written);
  if (action === "restore") return words.restoredMany(count, written);
  if (action === "tag") return words.tagged(count, written);
  return null;
}
