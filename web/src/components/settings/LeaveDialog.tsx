import { useBlocker } from "@tanstack/react-router";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

const words = strings.settings;

/** Asks before changes are left behind: here when another screen is opened, by the browser when the tab is closed. */
export function LeaveDialog({ changed }: { changed: number }) {
  const format = useFormat();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: true,
    disabled: changed === 0,
    withResolver: true,
  });
  if (status !== "blocked") return null;

  return (
    <Dialog
      title={words.leaveTitle}
      onClose={reset}
      footer={
        <>
          <Button look="danger" onClick={proceed}>
            {words.leaveGo}
          </Button>
          <Button look="strong" onClick={reset}>
            {words.leaveStay}
          </Button>
        </>
      }
    >
      <p className="text-soft">{words.leave(changed, format.number(changed))}</p>
    </Dialog>
  );
}
