import { useId, useState } from "react";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { choiceCard, choiceInput } from "./choiceCard";
import type { Conflict } from "./conflict";
import type { Member } from "./members";
import { memberName, writtenChoice } from "./words";

const words = strings.settings;

interface ConflictDialogProps {
  conflicts: readonly Conflict[];
  /** Gets the members that take what was saved elsewhere. */
  onResolve: (theirs: Member[]) => void;
  onClose: () => void;
}

/** Asks, member by member, which of two values to keep. What was chosen here is preselected. */
export function ConflictDialog({ conflicts, onResolve, onClose }: ConflictDialogProps) {
  const [theirs, setTheirs] = useState<readonly Member[]>([]);
  const form = useId();

  function take(member: Member, from: "mine" | "theirs") {
    const others = theirs.filter((each) => each !== member);
    setTheirs(from === "theirs" ? [...others, member] : others);
  }

  return (
    <Dialog
      title={words.conflictTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.conflictBack}</Button>
          <Button look="strong" type="submit" form={form}>
            {words.conflictSave}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          onResolve([...theirs]);
        }}
      >
        <p className="mb-4 text-sm text-soft text-pretty">{words.conflict}</p>
        {conflicts.map((conflict) => (
          <Question
            key={conflict.member}
            conflict={conflict}
            from={theirs.includes(conflict.member) ? "theirs" : "mine"}
            onTake={(from) => take(conflict.member, from)}
          />
        ))}
      </form>
    </Dialog>
  );
}

interface QuestionProps {
  conflict: Conflict;
  from: "mine" | "theirs";
  onTake: (from: "mine" | "theirs") => void;
}

function Question({ conflict, from, onTake }: QuestionProps) {
  const { locale } = useFormat();
  const name = useId();
  return (
    <fieldset className="not-first-of-type:mt-4">
      <legend className="mb-1.5 text-sm font-medium">{memberName(conflict.member)}</legend>
      <div className="grid grid-cols-1 gap-2 min-[26rem]:grid-cols-2">
        {(["mine", "theirs"] as const).map((side) => (
          <label key={side} className={choiceCard(side === from, "min-w-0 px-3 py-2")}>
            <input
              type="radio"
              name={name}
              checked={side === from}
              onChange={() => onTake(side)}
              className={choiceInput}
            />
            <span className="block text-xs text-soft">{words[side]}</span>
            <span className="line-clamp-4 block text-sm font-medium break-words">
              {writtenChoice(conflict.member, conflict[side], locale)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
