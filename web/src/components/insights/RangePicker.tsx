import { CalendarDays } from "lucide-react";
import { useState } from "react";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Segmented } from "../ui/Segmented";
import { writtenRange } from "./bucketLabels";
import { RangeDialog } from "./RangeDialog";
import { type InsightsSearch, ranges } from "./search";
import type { Change } from "./useInsightsSearch";

const words = strings.insights;

/** The last days or months, or any days of one's own. */
export function RangePicker({ search, change }: { search: InsightsSearch; change: Change }) {
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { start, end } = search;
  const own = start && end ? writtenRange(format.locale, { start, end, tz: "UTC" }) : null;

  return (
    <>
      <Segmented<string>
        label={words.range}
        value={own === null ? (search.range ?? "30d") : ""}
        options={ranges.map((range) => ({ value: range, label: words.ranges[range] }))}
        onChange={(value) => {
          const range = ranges.find((each) => each === value);
          change({
            range: range === "30d" ? undefined : range,
            start: undefined,
            end: undefined,
            interval: undefined,
          });
        }}
      />
      <Button
        icon={<CalendarDays size={14} />}
        aria-haspopup="dialog"
        aria-label={own === null ? words.customTitle : `${words.customTitle}: ${own}`}
        onClick={() => setAsking(true)}
        className={own === null ? "" : "border-accent! bg-accent-soft! text-accent!"}
      >
        {own ?? words.custom}
      </Button>
      {asking && (
        <RangeDialog
          start={start}
          end={end}
          onClose={() => setAsking(false)}
          onChoose={(chosen) => {
            setAsking(false);
            change({ ...chosen, range: undefined, interval: undefined });
          }}
        />
      )}
    </>
  );
}
