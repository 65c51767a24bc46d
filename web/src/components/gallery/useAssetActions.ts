import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormat } from "../../format/viewer";
import { type Asset, type AssetBulk, bulkAssets, updateAsset } from "../../services/assetService";
import { strings } from "../../strings";
import { explain } from "../ui/Failure";
import { showToast } from "../ui/toasts";
import { type Change, holdAssets, putBack, showChange, takeOut } from "./cache";

const words = strings.gallery;

interface Shown<V, R> {
  /** What is done on the server. */
  send: (given: V) => Promise<R>;
  /** What is shown at once. */
  show: (given: V) => void;
  /** What is said when it is done. */
  said?: (result: R, given: V) => void;
}

/** A change that shows at once, and visibly goes back if it is refused. */
function useChange<V, R>({ send, show, said }: Shown<V, R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onMutate: async (given: V) => {
      const kept = await holdAssets(queries);
      show(given);
      return kept;
    },
    onSuccess: (result, given) => said?.(result, given),
    onError: (error, _, kept) => {
      if (kept) putBack(queries, kept);
      showToast(words.notDone(explain(error).detail), { tone: "bad" });
    },
    onSettled: () => {
      // The fences stay: what is shown stands between them.
      void queries.invalidateQueries({
        predicate: ({ queryKey: [of, what] }) => of === "assets" && what !== "fences",
      });
      void queries.invalidateQueries({ queryKey: ["projects"] });
    },
  }).mutate;
}

/** What takes an action on assets back. */
const inverse: Partial<Record<AssetBulk["action"], AssetBulk["action"]>> = {
  trash: "restore",
  restore: "trash",
};

/** All that can be done to assets. Whatever takes something away can be undone from the message that says so. */
export function useAssetActions() {
  const queries = useQueryClient();
  const format = useFormat();

  const bulk = useChange({
    send: (command: AssetBulk) => bulkAssets(command),
    show: (command) => showBulk(queries, command),
    said: ({ results, failed }, { action }) => {
      const ids = results.filter(({ status }) => status === 200).map(({ id }) => id);
      const undo = inverse[action];
      const run = () => undo && bulk({ action: undo, ids });
      const text = words.done[action]?.(ids.length, format.number(ids.length));
      if (text && ids.length > 0) showToast(text, undo ? { action: { label: strings.shell.undo, run } } : {});
      if (failed > 0) showToast(words.partlyDone(failed, format.number(failed)), { tone: "bad" });
    },
  });

  const update = useChange({
    send: ({ asset, patch }: { asset: Asset; patch: Change }) => updateAsset(asset.id, patch),
    show: ({ asset, patch }) =>
      showChange(queries, new Set([asset.id]), () => ({
        ...patch,
        ...(patch.title ? { display_title: patch.title } : {}),
      })),
  });

  return { bulk, update };
}

export type AssetActions = ReturnType<typeof useAssetActions>;

function showBulk(queries: Parameters<typeof takeOut>[0], { action, ids, tags, project_id }: AssetBulk) {
  const chosen = new Set(ids);
  const given = tags ?? [];
  if (action === "trash" || action === "restore") takeOut(queries, chosen);
  else if (action === "move") showChange(queries, chosen, () => ({ project_id: project_id ?? null }));
  else if (action === "favorite" || action === "unfavorite")
    showChange(queries, chosen, () => ({ favorite: action === "favorite" }));
  else if (action === "tag")
    showChange(queries, chosen, (asset) => ({ tags: [...new Set([...asset.tags, ...given])] }));
  else showChange(queries, chosen, (asset) => ({ tags: asset.tags.filter((tag) => !given.includes(tag)) }));
}
