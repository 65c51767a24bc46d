import { strings } from "../../strings";
import { choiceCard, choiceInput } from "./choiceCard";
import type { ControlProps } from "./Field";

interface ToneChoiceProps extends ControlProps {
  tones: readonly string[];
  tone: string;
  onChoose: (tone: string) => void;
}

/** The tones, each with a line that sounds like it. */
export function ToneChoice({ id, describedBy, tones, tone, onChoose }: ToneChoiceProps) {
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {tones.map((each) => (
        <label key={each} className={choiceCard(each === tone, "px-3 py-2.5")}>
          <input
            type="radio"
            name={id}
            value={each}
            checked={each === tone}
            onChange={() => onChoose(each)}
            aria-describedby={describedBy}
            className={choiceInput}
          />
          <span className="block text-sm font-medium">{strings.settings.tones[each]?.name ?? each}</span>
          <span className="mt-0.5 block text-sm text-soft">{strings.settings.tones[each]?.sample}</span>
        </label>
      ))}
    </div>
  );
}
