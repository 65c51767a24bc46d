import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client";
import { useFormat } from "../../format/viewer";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Menu, MenuCheck, MenuItem, MenuLine } from "../ui/Menu";
import { useMedia } from "../ui/useMedia";

const words = strings.lists;

interface FacetMenuProps<T extends string> {
  label: string;
  /** Its values with counts; undefined while nobody knows, null where there are too many to count. */
  facet: Schemas["Facet"] | undefined;
  /** All values, where they are fixed; otherwise those that are counted. */
  values?: readonly T[];
  chosen: T[] | undefined;
  name?: (value: T) => string;
  icon?: (value: T) => ReactNode;
  onChange: (chosen: T[] | undefined) => void;
}

/** A filter of which several values can hold, with how many there are of each. */
export function FacetMenu<T extends string>({
  label,
  facet,
  values,
  chosen = [],
  name = (value) => value,
  icon,
  onChange,
}: FacetMenuProps<T>) {
  const format = useFormat();
  const wide = useMedia("(width >= 40rem)");
  const counted = (facet ?? []).map(({ value }) => value as T);
  const offered = values ?? [...new Set([...chosen, ...counted])];
  const some = chosen.length > 0;

  function turn(value: T, on: boolean) {
    const next = offered.filter((each) => (each === value ? on : chosen.includes(each)));
    onChange(next.length > 0 ? next : undefined);
  }
  function countOf(value: T): string {
    if (!facet) return "";
    const found = facet.find((each) => each.value === value);
    // A value beyond the most frequent ones is not counted; a fixed one is not there at all.
    return found ? format.number(found.count) : values ? "0" : "";
  }

  return (
    <Menu
      align="start"
      trigger={
        <Button look={some ? "on" : "plain"} className="max-sm:px-2.5">
          {label}
          {some && (
            <span className="max-w-32 truncate font-normal">
              {wide && chosen.length === 1 && chosen[0] ? name(chosen[0]) : format.number(chosen.length)}
            </span>
          )}
          <ChevronDown size={14} className={some ? "" : "text-soft"} />
        </Button>
      }
    >
      {offered.map((value) => (
        <MenuCheck
          key={value}
          checked={chosen.includes(value)}
          onChange={(on) => turn(value, on)}
          icon={icon?.(value)}
          end={countOf(value)}
        >
          <span className="block max-w-56 truncate">{name(value)}</span>
        </MenuCheck>
      ))}
      {offered.length === 0 && <p className="px-2 py-1.5 text-sm text-soft">{words.noValues}</p>}
      {some && (
        <>
          <MenuLine />
          <MenuItem onSelect={() => onChange(undefined)}>{words.clearFilter}</MenuItem>
        </>
      )}
    </Menu>
  );
}
