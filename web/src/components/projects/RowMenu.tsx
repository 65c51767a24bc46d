import {
  ChartGantt,
  Copy,
  Ellipsis,
  FolderOpen,
  Pencil,
  RotateCcw,
  SquareCheck,
  Star,
  StarOff,
  Trash2,
} from "lucide-react";
import type { Project } from "../../services/projectService";
import { strings } from "../../strings";
import { IconButton } from "../ui/Button";
import { Menu, MenuItem, MenuLine } from "../ui/Menu";
import type { ProjectActions } from "./useProjectActions";

const words = strings.projects;

interface RowMenuProps {
  project: Project;
  actions: ProjectActions;
  /** Not in a place that is the project itself. */
  onOpen?: () => void;
  onTimeline?: () => void;
  onRename: () => void;
  onPurge: () => void;
  selected?: boolean;
  onSelect?: () => void;
}

/** All that can be done to one project. What is in the trash can come back or go for good, and nothing else. */
export function RowMenu({
  project,
  actions,
  onOpen,
  onTimeline,
  onRename,
  onPurge,
  selected,
  onSelect,
}: RowMenuProps) {
  const select = onSelect && (
    <MenuItem icon={<SquareCheck size={15} />} hint="Space" onSelect={onSelect}>
      {selected ? words.deselectThis : words.selectThis}
    </MenuItem>
  );
  return (
    <Menu
      trigger={
        <IconButton
          label={words.actions(project.title)}
          className="relative z-10 data-[state=open]:bg-pressed"
        >
          <Ellipsis size={16} />
        </IconButton>
      }
    >
      {onOpen && (
        <MenuItem icon={<FolderOpen size={15} />} hint="Enter" onSelect={onOpen}>
          {words.open}
        </MenuItem>
      )}
      {onTimeline && (
        <MenuItem icon={<ChartGantt size={15} />} hint="T" onSelect={onTimeline}>
          {words.timeline}
        </MenuItem>
      )}
      {select}
      {(onOpen || onTimeline || select) && <MenuLine />}
      {project.deleted_at === null ? (
        <LivingItems project={project} actions={actions} onRename={onRename} />
      ) : (
        <>
          <MenuItem icon={<RotateCcw size={15} />} onSelect={() => actions.restore(project)}>
            {words.restore}
          </MenuItem>
          <MenuItem danger icon={<Trash2 size={15} />} onSelect={onPurge}>
            {words.purge}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

function LivingItems({ project, actions, onRename }: Pick<RowMenuProps, "project" | "actions" | "onRename">) {
  return (
    <>
      <MenuItem icon={<Pencil size={15} />} hint="F2" onSelect={onRename}>
        {words.rename}
      </MenuItem>
      <MenuItem
        icon={project.favorite ? <StarOff size={15} /> : <Star size={15} />}
        hint="F"
        onSelect={() => actions.setFavorite(project)}
      >
        {project.favorite ? words.unmarkFavorite : words.markFavorite}
      </MenuItem>
      <MenuItem icon={<Copy size={15} />} hint="D" onSelect={() => actions.duplicate(project)}>
        {words.duplicate}
      </MenuItem>
      <MenuLine />
      <MenuItem danger icon={<Trash2 size={15} />} hint="Del" onSelect={() => actions.trash(project)}>
        {words.moveToTrash}
      </MenuItem>
    </>
  );
}
