import type { components } from "./schema";

/** What the server says of a request it refused (RFC 9457). */
export type Problem = components["schemas"]["Problem"];

/** A request that was answered with a problem. Everything the page says of it comes from the document. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(
    readonly problem: Problem,
    /** When the server asked to be asked again, in milliseconds from now; null if it did not say. */
    readonly retryAfter: number | null = null,
  ) {
    super(problem.detail);
  }

  /** The last part of the problem's type: "not-found", "precondition-failed", … */
  get slug(): string {
    return this.problem.type.split("/").at(-1) ?? "";
  }

  get status(): number {
    return this.problem.status;
  }

  /** True where the same request may well succeed later. */
  get passing(): boolean {
    return this.status === 429 || this.status === 503;
  }
}

/** A request that got no answer: the network or the server is away. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

/** A problem out of an answer whose body is one; anything else (a proxy's page, say) becomes a plain one. */
export function problemOf(response: Response, body: unknown): ProblemError {
  const wait = Number(response.headers.get("Retry-After"));
  return new ProblemError(isProblem(body) ? body : unknownProblem(response), wait > 0 ? wait * 1000 : null);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "type" in body && "status" in body && "detail" in body;
}

function unknownProblem(response: Response): Problem {
  const title = response.statusText || `HTTP ${response.status}`;
  return { type: "about:blank", title, status: response.status, detail: title };
}

/** True for a request that its own caller gave up. */
export function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
