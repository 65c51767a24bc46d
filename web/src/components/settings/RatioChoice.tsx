import { strings } from "../../strings";
import { classes } from "../ui/classes";
import { choiceCard, choiceInput } from "./choiceCard";
import type { ControlProps } from "./Field";

interface RatioChoiceProps extends ControlProps {
  ratios: readonly string[];
  ratio: string;
  onChoose: (ratio: string) => void;
}

/** The longer side of a drawn shape, in pixels. */
const side = 34;

/** The aspect ratios, drawn as the shapes they are. */
export function RatioChoice({ id, describedBy, ratios, ratio, onChoose }: RatioChoiceProps) {
  return (
    <div className="grid grid-cols-5 gap-1.5 sm:gap-2">
      {ratios.map((each) => (
        <label key={each} className={choiceCard(each === ratio, "flex flex-col items-center px-1 pt-3 pb-2")}>
          <input
            type="radio"
            name={id}
            value={each}
            checked={each === ratio}
            onChange={() => onChoose(each)}
            aria-describedby={describedBy}
            className={choiceInput}
          />
          <Shape ratio={each} chosen={each === ratio} />
          <span className="mt-2 text-sm font-medium tabular-nums">{each}</span>
          <span className="text-xs text-soft">{strings.settings.ratios[each]}</span>
        </label>
      ))}
    </div>
  );
}

function Shape({ ratio, chosen }: { ratio: string; chosen: boolean }) {
  const [width = 1, height = 1] = ratio.split(":").map(Number);
  const scale = side / Math.max(width, height);
  return (
    <svg width={side} height={side} aria-hidden="true" className="overflow-visible">
      <rect
        x={(side - width * scale) / 2}
        y={(side - height * scale) / 2}
        width={width * scale}
        height={height * scale}
        rx={2.5}
        strokeWidth={1.5}
        className={classes(chosen ? "fill-accent/25 stroke-accent" : "fill-sunken stroke-soft")}
      />
    </svg>
  );
}
