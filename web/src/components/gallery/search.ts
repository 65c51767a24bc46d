import type { AssetFormat, AssetQuery, AssetType, Orientation } from "../../services/assetService";
import { flag, id, listOf, oneOf, text, texts } from "../../url/params";

/** The kinds of assets, in the order of their tabs. */
export const types: readonly AssetType[] = ["image", "video", "text"];

export const orientations: readonly Orientation[] = ["portrait", "landscape", "square"];

export const formats: readonly AssetFormat[] = ["product_page", "social_post", "ad_short", "email", "other"];

/** What the address of the gallery says. What is absent holds its default, so that the plain address is the plain view. */
export interface GallerySearch {
  q?: string;
  type?: AssetType;
  tag?: string[];
  model?: string[];
  orientation?: Orientation[];
  format?: AssetFormat[];
  /** An id, or `none` for those without one. */
  project_id?: string;
  favorite?: true;
  trashed?: true;
  /** Absent is newest first. By position only inside one project, as links of its page have it. */
  sort?: "-relevance" | "position";
  /** The asset that is open. */
  asset?: string;
}

/** Reads the search parameters of `/gallery`. */
export function gallerySearch(given: Record<string, unknown>): GallerySearch {
  const q = text(given.q);
  const project = given.project_id === "none" ? "none" : id(given.project_id);
  const sort = oneOf(given.sort, ["-relevance", "position"] as const);
  const possible = sort === "-relevance" ? q !== undefined : project !== undefined && project !== "none";
  return withoutAbsent({
    q,
    type: oneOf(given.type, types),
    tag: texts(given.tag),
    model: texts(given.model),
    orientation: listOf(given.orientation, orientations),
    format: listOf(given.format, formats),
    project_id: project,
    favorite: flag(given.favorite),
    trashed: flag(given.trashed),
    sort: possible ? sort : undefined,
    asset: id(given.asset),
  });
}

/** What to ask the API for. */
export function assetQuery({ asset: _, type, ...rest }: GallerySearch): AssetQuery {
  return withoutAbsent({ ...rest, type: type && [type], highlight: rest.q ? true : undefined });
}

/** True if anything narrows the list, so that "nothing" means "nothing matches". */
export function isFiltered({ asset: _, sort: __, trashed: ___, ...filters }: GallerySearch): boolean {
  return Object.keys(filters).length > 0;
}

/** The same view without anything that narrows it. */
export function unfiltered({ trashed }: GallerySearch): GallerySearch {
  return withoutAbsent({ trashed });
}

/** Links and reloads must agree on what a place is: a member that is undefined would differ from one that is not there. */
function withoutAbsent<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}
