import { useFormat } from "../../format/viewer";
import type { Stats } from "../../services/insightService";
import { strings } from "../../strings";
import { Segmented } from "../ui/Segmented";
import { type Bar, BarList } from "./BarList";
import { Card } from "./Card";
import { changeOf } from "./change";
import { ChannelIcon } from "./Filters";
import { writtenMoney } from "./money";
import type { Change } from "./useInsightsSearch";

const words = strings.insights;

interface ChannelsProps {
  stats: Stats | undefined;
  waiting: boolean;
}

/** Orders, channel by channel, with the share of each. */
export function ConversionsByChannel({ stats, waiting }: ChannelsProps) {
  const format = useFormat();
  const total = stats?.metrics.conversions.value ?? null;
  const bars = stats?.groups?.flatMap(({ channel, metrics: { conversions } }): Bar[] => {
    if (channel === undefined) return [];
    const share = total && conversions.value !== null ? format.percent(conversions.value / total, 0) : null;
    return [
      {
        key: channel,
        icon: <ChannelIcon channel={channel} />,
        name: words.channels[channel],
        value: conversions.value,
        written: conversions.value === null ? words.unknown : format.number(conversions.value),
        note: share,
        change: conversions.value === null ? null : changeOf(conversions),
      },
    ];
  });
  const nothing = total === null ? reasonOf(stats, "conversions") : words.noConversions;
  return (
    <Card title={words.conversionsByChannel} waiting={waiting}>
      <BarList bars={bars} nothing={total ? null : nothing} />
    </Card>
  );
}

interface RevenueProps extends ChannelsProps {
  /** The currencies that there are amounts in, and the one that is shown. */
  currencies: readonly string[];
  currency: string | undefined;
  change: Change;
}

/** Revenue, channel by channel, of one currency at a time: amounts of different ones cannot be compared, let alone added. */
export function RevenueByChannel({ stats, waiting, currencies, currency, change }: RevenueProps) {
  const { locale } = useFormat();
  const bars = stats?.groups?.flatMap(({ channel, metrics: { revenue } }): Bar[] => {
    if (channel === undefined || currency === undefined) return [];
    const value = revenue.value?.[currency] ?? null;
    return [
      {
        key: channel,
        icon: <ChannelIcon channel={channel} />,
        name: words.channels[channel],
        value,
        written: value === null ? words.unknown : writtenMoney(locale, value, currency),
        note: null,
        change:
          value === null
            ? null
            : changeOf({
                change_ratio: revenue.change_ratio?.[currency] ?? null,
                change_reason: revenue.change_reason,
              }),
      },
    ];
  });
  const nothing = stats?.metrics.revenue.value === null ? reasonOf(stats, "revenue") : words.noRevenue;
  return (
    <Card
      title={words.revenueByChannel}
      waiting={waiting}
      actions={
        currencies.length > 1 &&
        currency !== undefined && (
          <Segmented
            label={words.currency}
            value={currency}
            options={currencies.map((value) => ({ value, label: value }))}
            onChange={(value) => change({ currency: value })}
          />
        )
      }
    >
      <BarList
        bars={stats === undefined ? undefined : bars}
        nothing={currency === undefined ? nothing : null}
      />
      {currencies.length > 1 && <p className="mt-auto pt-3 text-xs text-soft">{words.currencyNote}</p>}
    </Card>
  );
}

function reasonOf(stats: Stats | undefined, metric: "conversions" | "revenue"): string {
  const reason = stats?.metrics[metric].reason;
  return reason ? words.reasons[reason] : words.noChannels;
}
