import { useId, useState } from "react";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { addDays, daysBetween, todayIn } from "./days";

const words = strings.insights;

interface RangeDialogProps {
  /** The first local date, and the one after the last. */
  start: string | undefined;
  end: string | undefined;
  onChoose: (range: { start: string; end: string }) => void;
  onClose: () => void;
}

/** Asks for the first and the last day of a range: both belong to it. */
export function RangeDialog({ start, end, onChoose, onClose }: RangeDialogProps) {
  const { zone } = useFormat();
  const form = useId();
  const today = todayIn(zone);
  const [first, setFirst] = useState(start ?? addDays(today, -13));
  const [last, setLast] = useState(end ? addDays(end, -1) : today);
  const [tried, setTried] = useState(false);
  const mistake =
    !first || !last ? words.rangeIncomplete : daysBetween(first, last) < 0 ? words.rangeBackwards : null;

  return (
    <Dialog
      title={words.customTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{strings.shell.cancel}</Button>
          <Button look="strong" type="submit" form={form}>
            {words.apply}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (mistake === null) onChoose({ start: first, end: addDays(last, 1) });
        }}
        className="grid grid-cols-1 gap-4 min-[26rem]:grid-cols-2"
      >
        <Day
          label={words.from}
          value={first}
          wrong={tried && mistake !== null}
          onChange={setFirst}
          form={form}
        />
        <Day label={words.to} value={last} wrong={tried && mistake !== null} onChange={setLast} form={form} />
        <p
          id={`${form}-said`}
          role="alert"
          className="col-span-full text-sm font-medium text-bad empty:hidden"
        >
          {tried && mistake}
        </p>
      </form>
    </Dialog>
  );
}

interface DayProps {
  label: string;
  value: string;
  wrong: boolean;
  onChange: (date: string) => void;
  form: string;
}

function Day({ label, value, wrong, onChange, form }: DayProps) {
  return (
    <label className="block text-sm font-medium">
      {label}
      <input
        type="date"
        value={value}
        aria-invalid={wrong}
        aria-describedby={`${form}-said`}
        onChange={(event) => onChange(event.target.value)}
        className="mt-1.5 h-9 w-full rounded-md border border-edge bg-surface px-3 font-normal aria-invalid:border-bad max-sm:h-10"
      />
    </label>
  );
}
