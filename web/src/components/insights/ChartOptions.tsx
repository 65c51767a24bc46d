import { ChevronDown, History } from "lucide-react";
import type { Chart } from "../../services/insightService";
import { strings } from "../../strings";
import { Toggle } from "../filters/Toggle";
import { Button } from "../ui/Button";
import { Menu, MenuChoice, MenuTitle } from "../ui/Menu";
import { type InsightsSearch, type Interval, intervalsFor } from "./search";
import type { Change } from "./useInsightsSearch";

const words = strings.insights;

interface ChartOptionsProps {
  search: InsightsSearch;
  change: Change;
  /** The interval that the server took. */
  used: Chart["query"]["interval"] | undefined;
}

/** How long a bucket is, and whether the period before is drawn too. */
export function ChartOptions({ search, change, used }: ChartOptionsProps) {
  const chosen: Interval = search.interval ?? "auto";
  return (
    <>
      <Toggle
        label={words.compare}
        icon={<History size={14} />}
        on={!search.alone}
        onChange={(on) => change({ alone: on ? undefined : true })}
      />
      <Menu
        trigger={
          <Button>
            <span className="sr-only">{words.intervalLabel}: </span>
            {words.interval(words.byInterval[search.interval ?? used ?? "auto"])}
            <ChevronDown size={14} className="text-soft" />
          </Button>
        }
      >
        <MenuTitle>{words.intervalLabel}</MenuTitle>
        <MenuChoice
          value={chosen}
          options={intervalsFor(search).map((value) => ({ value, label: words.intervals[value] }))}
          onChange={(interval) => change({ interval: interval === "auto" ? undefined : interval })}
        />
      </Menu>
    </>
  );
}
