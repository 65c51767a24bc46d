import type { Format } from "../../format/format";
import type { Metric } from "../../services/insightService";
import { strings } from "../../strings";
import { kindOf } from "./metrics";
import { writtenMoney } from "./money";

/** A number of a metric as people write it; what nobody knows is a dash. Revenue is in minor units and has a currency. */
export function writtenValue(
  format: Format,
  metric: Metric,
  value: number | null,
  currency?: string,
): string {
  if (value === null) return strings.insights.unknown;
  switch (kindOf(metric)) {
    case "ratio":
      return format.percent(value, value < 0.1 ? 2 : 1);
    case "money":
      return currency === undefined ? format.number(value) : writtenMoney(format.locale, value, currency);
    default:
      return format.number(value);
  }
}

/** The same in few characters, for axes. */
export function writtenShort(format: Format, metric: Metric, value: number, currency?: string): string {
  switch (kindOf(metric)) {
    case "ratio":
      return format.percent(value, 1);
    case "money":
      return currency === undefined
        ? format.compact(value)
        : writtenMoney(format.locale, value, currency, true);
    default:
      return format.compact(value);
  }
}

/** A metric's name; of revenue with its currency. */
export function seriesName(metric: Metric, currency?: string): string {
  const name = strings.insights.metrics[metric];
  return currency === undefined ? name : `${name} ${currency}`;
}
