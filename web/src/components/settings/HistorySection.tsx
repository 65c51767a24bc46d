import { useInfiniteQuery } from "@tanstack/react-query";
import { itemsOf } from "../../live/livePages";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Skeleton } from "../ui/Skeleton";
import { HistoryEntry } from "./HistoryEntry";
import { auditQuery } from "./queries";
import { Section } from "./Section";

const words = strings.settings;

/** What was changed, newest first, page by page. */
export function HistorySection({ version }: { version: number }) {
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(auditQuery(version));
  const entries = itemsOf(data);

  return (
    <Section name="history">
      {isPending && <Waiting />}
      {error && (
        <div className="p-3">
          <Failure as="line" error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {data && entries.length === 0 && (
        <p className="px-4 py-8 text-center text-sm text-soft sm:px-6">{words.noHistory}</p>
      )}
      {entries.length > 0 && (
        <ol>
          {entries.map((entry) => (
            <HistoryEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? strings.shell.loading : words.more}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Waiting() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4 px-4 py-5 sm:px-6">
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-5" />
      ))}
    </div>
  );
}
