import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Menu, MenuCheck, MenuItem, MenuLine } from "../ui/Menu";
import { useMedia } from "../ui/useMedia";

interface FilterMenuProps<T extends string> {
  label: string;
  values: readonly T[];
  chosen: T[] | undefined;
  /** How many there would be of each value; undefined while nobody knows, null where there are too many to count. */
  facet: Schemas["Facet"] | undefined;
  name: (value: T) => string;
  icon: (value: T) => ReactNode;
  onChange: (chosen: T[] | undefined) => void;
}

/** A filter of which several values can hold, with how many there are of each. */
export function FilterMenu<T extends string>(props: FilterMenuProps<T>) {
  const { label, values, chosen = [], facet, name, icon, onChange } = props;
  const format = useFormat();
  const wide = useMedia("(width >= 40rem)");

  function countOf(value: T): string {
    if (!facet) return "";
    return format.number(facet.find((each) => each.value === value)?.count ?? 0);
  }
  function turn(value: T, on: boolean) {
    const next = values.filter((each) => (each === value ? on : chosen.includes(each)));
    onChange(next.length > 0 ? next : undefined);
  }

  return (
    <Menu
      align="start"
      trigger={
        <Button look={chosen.length > 0 ? "on" : "plain"} className="max-sm:px-2.5">
          {label}
          {chosen.length > 0 && (
            <span className="font-normal">
              {wide && chosen.length === 1 && chosen[0] ? name(chosen[0]) : format.number(chosen.length)}
            </span>
          )}
          <ChevronDown size={14} className={chosen.length > 0 ? "" : "text-soft"} />
        </Button>
      }
    >
      {values.map((value) => (
        <MenuCheck
          key={value}
          checked={chosen.includes(value)}
          onChange={(on) => turn(value, on)}
          icon={icon(value)}
          end={countOf(value)}
        >
          {name(value)}
        </MenuCheck>
      ))}
      {chosen.length > 0 && (
        <>
          <MenuLine />
          <MenuItem onSelect={() => onChange(undefined)}>{strings.projects.clearFilter}</MenuItem>
        </>
      )}
    </Menu>
  );
}
