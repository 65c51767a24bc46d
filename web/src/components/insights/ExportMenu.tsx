import { useMutation } from "@tanstack/react-query";
import { Download, Sheet } from "lucide-react";
import {
  type ChartAsk,
  exportChart,
  exportStats,
  exportTopAssets,
  type SavedFile,
  type Scope,
  type TopAsk,
} from "../../services/insightService";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { explain } from "../ui/Failure";
import { Menu, MenuItem, MenuTitle } from "../ui/Menu";
import { showToast } from "../ui/toasts";
import { saveFile } from "./saveFile";

const words = strings.insights;

interface ExportMenuProps {
  scope: Scope;
  chart: ChartAsk;
  /** Null where nothing is ranked. */
  top: TopAsk | null;
}

/** Saves what is shown as tables. The server writes them, so that they have every digit, and its access rules hold. */
export function ExportMenu({ scope, chart, top }: ExportMenuProps) {
  const { mutate, isPending } = useMutation({
    mutationFn: (ask: () => Promise<SavedFile>) => ask(),
    onSuccess: (file) => {
      saveFile(file);
      showToast(words.exported(file.name));
    },
    onError: (error) => showToast(words.notExported(explain(error).detail), { tone: "bad" }),
  });
  const icon = <Sheet size={15} />;

  return (
    <Menu
      trigger={
        <Button
          icon={<Download size={14} />}
          disabled={isPending}
          aria-label={words.export}
          className="max-sm:px-2.5"
        >
          <span className="max-sm:sr-only">{words.export}</span>
        </Button>
      }
    >
      <MenuTitle>{words.exportTitle}</MenuTitle>
      <MenuItem icon={icon} onSelect={() => mutate(() => exportStats(scope))}>
        {words.exports.stats}
      </MenuItem>
      <MenuItem icon={icon} onSelect={() => mutate(() => exportChart(scope, chart))}>
        {words.exports.chart}
      </MenuItem>
      <MenuItem
        icon={icon}
        disabled={top === null}
        onSelect={() => top && mutate(() => exportTopAssets(scope, top))}
      >
        {words.exports.top}
      </MenuItem>
    </Menu>
  );
}
