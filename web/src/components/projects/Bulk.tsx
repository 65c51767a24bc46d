import { useState } from "react";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { TagDialog } from "../filters/TagDialog";
import { BulkBar } from "./BulkBar";
import type { Selection } from "./selection";
import type { ProjectActions } from "./useProjectActions";

/** The bar of the selection, and what it opens. */
export function Bulk({
  selection,
  trashed,
  actions,
}: {
  selection: Selection;
  trashed: boolean;
  actions: ProjectActions;
}) {
  const format = useFormat();
  const [tagging, setTagging] = useState(false);
  const ids = [...selection.ids];
  if (ids.length === 0) return null;
  return (
    <>
      <BulkBar
        ids={ids}
        trashed={trashed}
        actions={actions}
        onTag={() => setTagging(true)}
        onClear={selection.clear}
      />
      {tagging && (
        <TagDialog
          title={strings.projects.tagTitle(ids.length, format.number(ids.length))}
          onClose={() => setTagging(false)}
          onAdd={(tags) => {
            actions.bulk({ action: "tag", ids, tags });
            setTagging(false);
            selection.clear();
          }}
        />
      )}
    </>
  );
}
