import { ChevronDown, Trophy } from "lucide-react";
import { useFormat } from "../../format/viewer";
import type { TopAssets } from "../../services/insightService";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { Menu, MenuChoice, MenuTitle } from "../ui/Menu";
import { Skeleton } from "../ui/Skeleton";
import { Card } from "./Card";
import { InsightsFailure } from "./InsightsFailure";
import { kindOf, type Ranking, rankings } from "./metrics";
import { type InsightsSearch, isFiltered } from "./search";
import { TopAssetRow } from "./TopAssetRow";
import type { Change } from "./useInsightsSearch";
import { seriesName, writtenValue } from "./writing";

const words = strings.insights;

interface TopAssetsCardProps {
  /** Undefined until it is there; null where nothing can be ranked. */
  top: TopAssets | null | undefined;
  error: unknown;
  onRetry: () => void;
  waiting: boolean;
  search: InsightsSearch;
  change: Change;
}

/** The assets that did best by one metric, and what all others make together. */
export function TopAssetsCard({ top, error, onRetry, waiting, search, change }: TopAssetsCardProps) {
  const metric: Ranking = search.top ?? "views";
  return (
    <Card
      title={words.top}
      waiting={waiting}
      actions={
        <Menu
          trigger={
            <Button>
              <span className="sr-only">{words.rankLabel}: </span>
              {words.rankBy(words.metrics[metric].toLowerCase())}
              <ChevronDown size={14} className="text-soft" />
            </Button>
          }
        >
          <MenuTitle>{words.rankLabel}</MenuTitle>
          <MenuChoice
            value={metric}
            options={rankings.map((value) => ({ value, label: words.metrics[value] }))}
            onChange={(value) => change({ top: value === "views" ? undefined : value })}
          />
        </Menu>
      }
    >
      {error !== null && <InsightsFailure error={error} onRetry={onRetry} search={search} change={change} />}
      {top === undefined ? (
        error === null && <Waiting />
      ) : (
        <Ranked top={top} search={search} change={change} />
      )}
    </Card>
  );
}

function Ranked({ top, search, change }: { top: TopAssets | null; search: InsightsSearch; change: Change }) {
  if (top === null || top.items.length === 0) return <Nothing top={top} search={search} change={change} />;
  return (
    <>
      <ol className="grid gap-x-10 lg:grid-flow-col lg:grid-cols-2 lg:grid-rows-5">
        {top.items.map((item) => (
          <TopAssetRow key={item.asset.id} item={item} query={top.query} />
        ))}
      </ol>
      <Rest top={top} />
    </>
  );
}

/** What is not in the list: all others together, or of rates what an asset needs to be ranked. */
function Rest({ top: { query, others } }: { top: TopAssets }) {
  const format = useFormat();
  const { metric, currency, min_denominator: least } = query;
  const said =
    least !== null
      ? words.minimum(format.number(least), words.denominators[metric === "ctr" ? "ctr" : "conversion_rate"])
      : others !== null && words.others(writtenValue(format, metric, others, currency ?? undefined));
  return <p className="mt-3 text-sm text-soft tabular-nums">{said}</p>;
}

function Nothing({ top, search, change }: { top: TopAssets | null; search: InsightsSearch; change: Change }) {
  const filtered = isFiltered(search);
  const reason = top?.reason ? words.reasons[top.reason] : null;
  const metric = search.top ?? "views";
  const hint = kindOf(metric) === "ratio" && !filtered ? words.noTopRatioHint : words.noTopHint;
  return (
    <Empty
      icon={<Trophy size={20} />}
      title={filtered ? words.noTopMatches : (reason ?? words.noTop)}
      hint={filtered ? words.noTopMatchesHint(seriesName(metric).toLowerCase()) : hint}
      action={
        filtered && (
          <Button onClick={() => change({ channel: undefined, type: undefined })}>
            {strings.lists.clearFilters}
          </Button>
        )
      }
    />
  );
}

function Waiting() {
  return (
    <div className="grid gap-x-10 lg:grid-cols-2">
      {Array.from({ length: 10 }, (_, row) => row).map((row) => (
        <div key={row} className="flex h-15 items-center gap-3">
          <Skeleton className="size-10 rounded-lg" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-14" />
        </div>
      ))}
    </div>
  );
}
