/**
 * Readers of search parameters, for `validateSearch` of a route. An address may be old or typed by hand: what cannot be meant is
 * as if absent, so that a link always opens something. Values may be texts (from the address) or typed (from a link).
 */

/** A text, trimmed and at most `max` characters; absent if empty. */
export function text(value: unknown, max = 256): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  return String(value).trim().slice(0, max) || undefined;
}

/** One of the allowed values. */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value);
}

/** Several of the allowed values, in the order of `allowed`; absent if none. */
export function listOf<T extends string>(value: unknown, allowed: readonly T[]): T[] | undefined {
  const given: unknown[] = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [];
  const found = allowed.filter((candidate) => given.includes(candidate));
  return found.length > 0 ? found : undefined;
}

/** Several texts that contain no comma, each once; absent if none. */
export function texts(value: unknown): string[] | undefined {
  const given = Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(",") : [];
  const found = [...new Set(given.map((each) => each.trim()).filter(Boolean))];
  return found.length > 0 ? found : undefined;
}

/** True or absent. */
export function flag(value: unknown): true | undefined {
  return value === true || value === "true" ? true : undefined;
}

/** A UUID in canonical form. */
export function id(value: unknown): string | undefined {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
    ? value
    : undefined;
}
