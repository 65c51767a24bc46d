import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { AssetInFull } from "../../services/assetService";
import type { Section } from "./grid/section";

type Kept = [QueryKey, unknown][];

const sections = { queryKey: ["assets", "section"] };

/** Everything that is kept of assets, to put back if a change is refused. Requests under way would bring the old state: they end. */
export async function holdAssets(queries: QueryClient): Promise<Kept> {
  await queries.cancelQueries({ queryKey: ["assets"] });
  return [...queries.getQueriesData(sections), ...queries.getQueriesData({ queryKey: ["assets", "one"] })];
}

/** Puts back what was held. */
export function putBack(queries: QueryClient, kept: Kept) {
  for (const [key, data] of kept) queries.setQueryData(key, data);
}

/** The members of an asset that people change. */
export type Change = Partial<
  Pick<AssetInFull, "title" | "display_title" | "tags" | "favorite" | "project_id" | "deleted_at">
>;

/** Shows a change of these assets at once, wherever they are shown. */
export function showChange(
  queries: QueryClient,
  ids: ReadonlySet<string>,
  change: (asset: { tags: readonly string[] }) => Change,
) {
  queries.setQueriesData<Section>(
    sections,
    (section) =>
      section && {
        ...section,
        items: section.items.map((asset) => (ids.has(asset.id) ? { ...asset, ...change(asset) } : asset)),
      },
  );
  for (const id of ids) {
    queries.setQueryData<AssetInFull>(["assets", "one", id], (one) => one && { ...one, ...change(one) });
  }
}

/** Takes these assets out of the lists at once, of those that live or of the trash, whichever they are in. */
export function takeOut(queries: QueryClient, ids: ReadonlySet<string>) {
  queries.setQueriesData<Section>(
    sections,
    (section) => section && { ...section, items: section.items.filter(({ id }) => !ids.has(id)) },
  );
}
