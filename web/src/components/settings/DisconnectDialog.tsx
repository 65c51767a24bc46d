import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

const words = strings.settings;

interface DisconnectDialogProps {
  /** The provider's name. */
  provider: string;
  onDisconnect: () => void;
  onClose: () => void;
}

/** Asks before a channel is disconnected: signing in again is the only way back. */
export function DisconnectDialog({ provider, onDisconnect, onClose }: DisconnectDialogProps) {
  return (
    <Dialog
      title={words.disconnectTitle(provider)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{strings.shell.cancel}</Button>
          <Button look="danger" onClick={onDisconnect}>
            {words.disconnect}
          </Button>
        </>
      }
    >
      <p className="text-soft text-pretty">{words.disconnectWarning(provider)}</p>
    </Dialog>
  );
}
