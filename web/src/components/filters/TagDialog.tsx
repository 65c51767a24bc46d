import { useId, useState } from "react";
import { strings } from "../../strings";
import { texts } from "../../url/params";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

const words = strings.lists;

/** Asks for the tags to add to what is selected. */
export function TagDialog({
  title,
  onAdd,
  onClose,
}: {
  title: string;
  onAdd: (tags: string[]) => void;
  onClose: () => void;
}) {
  const form = useId();
  const [typed, setTyped] = useState("");
  const tags = texts(typed);

  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{strings.shell.cancel}</Button>
          <Button type="submit" form={form} look="strong" disabled={tags === undefined}>
            {words.tagAdd}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (tags) onAdd(tags);
        }}
      >
        <label className="block text-sm font-medium">
          {words.tagField}
          <input
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={words.tagHint}
            maxLength={500}
            className="mt-1.5 h-9 w-full rounded-md border border-edge bg-surface px-3 font-normal placeholder:text-soft max-sm:text-lg"
          />
        </label>
      </form>
    </Dialog>
  );
}
