import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { newQueryClient } from "../api/queryClient";
import { FormatProvider } from "../format/viewer";

/** Renders with everything that components expect above them but the router. */
export function renderPart(part: ReactNode, queries: QueryClient = newQueryClient()) {
  return {
    queries,
    ...render(
      <QueryClientProvider client={queries}>
        <FormatProvider>{part}</FormatProvider>
      </QueryClientProvider>,
    ),
  };
}
