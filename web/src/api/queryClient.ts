import { QueryClient } from "@tanstack/react-query";
import { ProblemError, UnreachableError } from "./problem";

/** How often a failed read is tried again before the page says so. */
const tries = 2;

/** What holds for every query and mutation of the page. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The state of the network is learnt from requests, not from the browser's guess.
        networkMode: "always",
        staleTime: 2_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < tries && mayPass(error),
        retryDelay: (failures, error) =>
          (error instanceof ProblemError ? error.retryAfter : null) ?? 400 * 2 ** failures,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

function mayPass(error: unknown): boolean {
  return error instanceof UnreachableError || (error instanceof ProblemError && error.passing);
}
