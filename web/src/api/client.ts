import createClient from "openapi-fetch";
import { note } from "./connection";
import { conditionalFetch } from "./etags";
import { isAborted, problemOf, UnreachableError } from "./problem";
import type { components, paths } from "./schema";

/** The data types of the API by name, as `Schemas["Project"]`. */
export type Schemas = components["schemas"];

/** The one client. Only services use it; its types come from the OpenAPI document. */
export const client = createClient<paths>({
  baseUrl: `${location.origin}/api/v1`,
  fetch: conditionalFetch(observedFetch),
  // Several values of one parameter are separated by commas.
  querySerializer: { array: { style: "form", explode: false } },
});

/** Sends a request, and notes whether there is a server and a session. */
async function observedFetch(request: RequestInfo | URL): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (isAborted(error)) throw error;
    note({ reachable: false });
    throw new UnreachableError("The server cannot be reached.", { cause: error });
  }
  note({ reachable: true, sessionEnded: response.status === 401 });
  return response;
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The content of an answer, or its problem thrown. Notes which parts of the server it went without. */
export async function read<T>(pending: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await pending;
  if (!response.ok || error !== undefined) throw problemOf(response, error);
  if (isPage(data)) note({ degraded: data.degraded ?? [] });
  return data as T;
}

function isPage(data: unknown): data is { items: unknown[]; degraded?: string[] } {
  return typeof data === "object" && data !== null && "items" in data;
}

/** A merge patch (RFC 7396) says so in its type. */
export const mergePatch = { "Content-Type": "application/merge-patch+json" };

/** A key that makes a POST safe to send again. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}
