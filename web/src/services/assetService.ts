import { client, idempotencyKey, mergePatch, read, type Schemas } from "../api/client";
import type { paths } from "../api/schema";

export type Asset = Schemas["ListedAsset"];
export type AssetInFull = Schemas["Asset"];
export type AssetPage = Schemas["AssetPage"];
export type AssetType = Schemas["AssetType"];
export type AssetFormat = Schemas["Format"];
export type AssetPatch = Schemas["AssetPatch"];
export type AssetBulk = Schemas["AssetBulk"];
export type AssetCounts = Schemas["AssetCounts"];
export type Fences = Schemas["Fences"];
export type Highlight = Schemas["Highlight"];
export type Orientation = Schemas["Orientation"];

type ListQuery = NonNullable<paths["/assets"]["get"]["parameters"]["query"]>;
type CountQuery = NonNullable<paths["/assets/counts"]["get"]["parameters"]["query"]>;

/** What a list of assets can be narrowed by, and its order. */
export type AssetQuery = Omit<ListQuery, "limit" | "cursor" | "around">;

/** What a list of assets can be narrowed by. */
export type AssetFilters = Omit<AssetQuery, "sort" | "highlight">;

/** One page of assets; `cursor` is that of the page before, null for the first. */
export function listAssets(query: AssetQuery, cursor: string | null, limit: number, signal?: AbortSignal) {
  const params = { query: { ...query, limit, ...(cursor === null ? {} : { cursor }) } };
  return read(client.GET("/assets", { params, signal }));
}

/** An asset between its neighbours in a list: at most three items. 404 where the list does not have it. */
export function assetsAround(query: AssetQuery, id: string, signal?: AbortSignal) {
  return read(client.GET("/assets", { params: { query: { ...query, around: id, limit: 3 } }, signal }));
}

/** How many there are, and how many of each value of the facets. */
export function countAssets(filters: AssetFilters, facets: CountQuery["facets"], signal?: AbortSignal) {
  return read(client.GET("/assets/counts", { params: { query: { ...filters, facets } }, signal }));
}

/** Places to read the list from at equal distances, for orders by date. */
export function fenceAssets(filters: AssetFilters, every: number, signal?: AbortSignal) {
  return read(client.GET("/assets/fences", { params: { query: { ...filters, every } }, signal }));
}

/** One asset in full, also from the trash. */
export function getAsset(id: string, signal?: AbortSignal) {
  return read(client.GET("/assets/{id}", { params: { path: { id } }, signal }));
}

/** Changes what people may change. Without a version: the last one who writes a member wins. */
export function updateAsset(id: string, patch: AssetPatch) {
  return read(client.PATCH("/assets/{id}", { params: { path: { id } }, body: patch, headers: mergePatch }));
}

/** The most assets that one bulk call takes. */
export const mostAtOnce = 500;

/** One thing done to many assets at once, each judged by itself. */
export function bulkAssets(bulk: AssetBulk) {
  const header = { "Idempotency-Key": idempotencyKey() };
  return read(client.POST("/assets/bulk", { params: { header }, body: bulk }));
}
