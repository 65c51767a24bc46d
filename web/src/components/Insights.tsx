import { useQuery } from "@tanstack/react-query";
import { settingsQuery, useFormat } from "../format/viewer";
import type { TopAsk } from "../services/insightService";
import { strings } from "../strings";
import { ActivityCard } from "./insights/ActivityCard";
import { writtenRange } from "./insights/bucketLabels";
import { ConversionsByChannel, RevenueByChannel } from "./insights/ChannelsCards";
import { ExportMenu } from "./insights/ExportMenu";
import { Filters } from "./insights/Filters";
import { InsightsFailure } from "./insights/InsightsFailure";
import { chartQuery, statsQuery, topQuery } from "./insights/queries";
import { RangePicker } from "./insights/RangePicker";
import { SourceBadge, SourceNotice } from "./insights/SourceNotice";
import { StatCards } from "./insights/StatCards";
import { chartAskOf, scopeOf } from "./insights/search";
import { TopAssetsCard } from "./insights/TopAssetsCard";
import { useInsightsSearch } from "./insights/useInsightsSearch";
import { useKept } from "./insights/useKept";
import { Screen } from "./shell/Screen";

const words = strings.insights;

/** The insights screen: figures, activity, channels and top assets, all over one range and by the same filters. */
export default function Insights() {
  const { search, change } = useInsightsSearch();
  const format = useFormat();
  const scope = scopeOf(search, format.zone);
  // The zone decides where days begin: asking before it is known would ask twice.
  const enabled = !useQuery(settingsQuery).isPending;

  const stats = useQuery({ ...statsQuery(scope), enabled });
  const chart = useQuery({ ...chartQuery(scope, search.interval), enabled });
  const figures = useKept(stats.data);
  const drawn = useKept(chart.data);

  const currencies = Object.keys(figures?.metrics.revenue.value ?? {}).sort();
  const currency = currencies.find((each) => each === search.currency) ?? currencies[0];
  const topAsk = topAskOf(search.top ?? "views", currency);
  const top = useQuery({ ...topQuery(scope, topAsk ?? {}), enabled: enabled && topAsk !== null });
  const ranked = useKept(top.data);

  return (
    <Screen
      title={words.title}
      aside={<SourceBadge source={figures?.data_source} />}
      actions={
        <>
          <p className="text-sm text-soft max-lg:hidden">
            {figures && words.asOf(format.time(figures.as_of))}
          </p>
          <ExportMenu scope={scope} chart={chartAskOf(search)} top={topAsk} />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <RangePicker search={search} change={change} />
          <Filters search={search} change={change} />
          <p className="ml-auto min-h-5 text-sm text-soft max-xl:hidden">
            {figures && !search.start && writtenRange(format.locale, figures.query)}
          </p>
        </div>
        {figures && <SourceNotice source={figures.data_source} warnings={figures.warnings} />}
        {stats.error && (
          <InsightsFailure
            error={stats.error}
            onRetry={() => void stats.refetch()}
            search={search}
            change={change}
          />
        )}
        <StatCards stats={figures} chart={drawn} waiting={isOld(stats)} />
        <ActivityCard
          chart={drawn}
          error={chart.error}
          onRetry={() => void chart.refetch()}
          waiting={isOld(chart)}
          search={search}
          change={change}
        />
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          <ConversionsByChannel stats={figures} waiting={isOld(stats)} />
          <RevenueByChannel
            stats={figures}
            waiting={isOld(stats)}
            currencies={currencies}
            currency={currency}
            change={change}
          />
        </div>
        <TopAssetsCard
          top={figures && topAsk === null ? null : ranked}
          error={top.error}
          onRetry={() => void top.refetch()}
          waiting={isOld(top)}
          search={search}
          change={change}
        />
      </div>
    </Screen>
  );
}

/** True while what is shown answers an earlier question. */
function isOld(query: { isPlaceholderData: boolean; isError: boolean }): boolean {
  return query.isPlaceholderData || query.isError;
}

/** The question for the ranking; null where it is by revenue and there is none in any currency. */
function topAskOf(metric: NonNullable<TopAsk["metric"]>, currency: string | undefined): TopAsk | null {
  if (metric !== "revenue") return { metric, limit: 10 };
  return currency === undefined ? null : { metric, currency, limit: 10 };
}
