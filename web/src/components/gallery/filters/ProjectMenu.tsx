import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import type { Schemas } from "../../../api/client";
import { useFormat } from "../../../format/viewer";
import { strings } from "../../../strings";
import { oneProject } from "../../projects/queries";
import { Button } from "../../ui/Button";
import { Menu, MenuCheck } from "../../ui/Menu";
import { projectsNamed } from "../queries";

const words = strings.gallery;

interface ProjectMenuProps {
  facet: Schemas["Facet"] | undefined;
  chosen: string | undefined;
  onChange: (chosen: string | undefined) => void;
}

/** The filter for one project, or for what has none, with how many assets each has. */
export function ProjectMenu({ facet, chosen, onChange }: ProjectMenuProps) {
  return (
    <Menu
      align="start"
      trigger={
        <Button look={chosen ? "on" : "plain"}>
          {words.filter.project}
          {chosen && (
            <span className="max-w-40 truncate font-normal">
              <ProjectName id={chosen} />
            </span>
          )}
          <ChevronDown size={14} className={chosen ? "" : "text-soft"} />
        </Button>
      }
    >
      <Choices facet={facet} chosen={chosen} onChange={onChange} />
    </Menu>
  );
}

/** Asked for only when the menu is open. */
function Choices({ facet, chosen, onChange }: ProjectMenuProps) {
  const format = useFormat();
  const { data: projects = [] } = useQuery(projectsNamed(""));
  const counted = facet ?? projects.slice(0, 20).map(({ id }) => ({ value: id, count: undefined }));
  const missing = chosen !== undefined && !counted.some(({ value }) => value === chosen);
  const offered = missing ? [{ value: chosen, count: undefined }, ...counted] : counted;
  return offered.map(({ value, count }) => (
    <MenuCheck
      key={value}
      checked={value === chosen}
      onChange={(on) => onChange(on ? value : undefined)}
      end={count === undefined ? "" : format.number(count)}
    >
      <span className="block max-w-64 truncate">
        {projects.find(({ id }) => id === value)?.title ?? <ProjectName id={value} />}
      </span>
    </MenuCheck>
  ));
}

/** The title of a project, asked for by its id. */
export function ProjectName({ id }: { id: string }) {
  const { data, isError } = useQuery({ ...oneProject(id), enabled: id !== "none" });
  if (id === "none") return words.noProject;
  return data?.title ?? (isError ? words.unknownProject : "…");
}
