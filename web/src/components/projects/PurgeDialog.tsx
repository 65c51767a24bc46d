import type { Project } from "../../services/projectService";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

/** Asks before the one thing that cannot be undone. */
export function PurgeDialog({
  project,
  onPurge,
  onClose,
}: {
  project: Project;
  onPurge: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog
      title={strings.projects.purgeTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{strings.shell.cancel}</Button>
          <Button look="danger" onClick={onPurge}>
            {strings.projects.purge}
          </Button>
        </>
      }
    >
      <p>{strings.projects.purgeText(project.title)}</p>
    </Dialog>
  );
}
