import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";

/** The address of a path of the API, for handlers. */
export function api(path: string): string {
  return `${location.origin}/api/v1${path}`;
}

/** The HTTP side of component tests: what a test does not answer itself is an error. */
export const server = setupServer(
  http.get(api("/user/settings"), () => HttpResponse.json({ explicit: [], profile: {}, ai_preferences: {} })),
);
