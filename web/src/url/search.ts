/** A place's search parameters as they are read from the address: plain text, nothing guessed. */
export type RawSearch = Record<string, string>;

/** Reads "?a=1&b=x,y" into texts. Of a name given twice the last counts. */
export function parseSearch(search: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes search parameters the way the API does: lists with commas, and nothing for what is empty, false or absent. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const text = Array.isArray(value) ? value.join(",") : value;
    if (text === undefined || text === null || text === "" || text === false) continue;
    params.set(name, String(text));
  }
  const text = params.toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}
