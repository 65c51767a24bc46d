import { ArrowDownUp, ChevronDown, Star, Trash2, X } from "lucide-react";
import type { Schemas } from "../../api/client";
import { strings } from "../../strings";
import { FacetMenu } from "../filters/FacetMenu";
import { Toggle } from "../filters/Toggle";
import { KindIcon } from "../status/kinds";
import { StatusGlyph } from "../status/StatusGlyph";
import { Button } from "../ui/Button";
import { Menu, MenuChoice } from "../ui/Menu";
import { SearchField } from "../ui/SearchField";
import { type ProjectSort, type ProjectsSearch, sorts, statuses, types } from "./search";

const words = strings.projects;

interface ToolbarProps {
  search: ProjectsSearch;
  facets: Schemas["ProjectCounts"]["facets"];
  onChange: (change: Partial<ProjectsSearch>) => void;
}

/** Search, filters and order of the list. */
export function Toolbar({ search, facets, onChange }: ToolbarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:gap-1.5">
      <div className="flex w-full sm:w-64 lg:w-80">
        <SearchField
          value={search.q ?? ""}
          onSearch={(q) => onChange({ q: q || undefined })}
          label={words.search}
          placeholder={words.searchHint}
          clearLabel={words.clearSearch}
        />
      </div>
      <FacetMenu
        label={words.filterStatus}
        values={statuses}
        chosen={search.status}
        facet={facets?.status}
        name={(value) => words.status[value]}
        icon={(value) => <StatusGlyph status={value} progress={60} />}
        onChange={(status) => onChange({ status })}
      />
      <FacetMenu
        label={words.filterType}
        values={types}
        chosen={search.type}
        facet={facets?.type}
        name={(value) => words.type[value]}
        icon={(value) => <KindIcon kind={value} size={15} className="text-soft" />}
        onChange={(type) => onChange({ type })}
      />
      <Toggle
        label={words.favorites}
        icon={<Star size={15} className={search.favorite && "fill-warn text-warn"} />}
        on={search.favorite === true}
        onChange={(on) => onChange({ favorite: on || undefined })}
      />
      <Toggle
        label={words.trash}
        icon={<Trash2 size={15} />}
        on={search.trashed === true}
        onChange={(on) => onChange({ trashed: on || undefined })}
      />
      {search.tag?.map((tag) => (
        <Button
          key={tag}
          aria-label={words.removeTag(tag)}
          onClick={() => onChange({ tag: without(search.tag, tag) })}
          icon={<X size={14} className="order-last text-soft" />}
        >
          {words.tag(tag)}
        </Button>
      ))}
      <SortMenu search={search} onChange={onChange} />
    </div>
  );
}

function SortMenu({ search, onChange }: Pick<ToolbarProps, "search" | "onChange">) {
  const sort: ProjectSort = search.sort ?? "-created_at";
  const offered = sorts.filter((value) => value !== "-relevance" || search.q);
  return (
    <div className="ml-auto">
      <Menu
        trigger={
          <Button
            look="quiet"
            aria-label={words.sortBy(words.sort[sort])}
            icon={<ArrowDownUp size={15} />}
            className="max-sm:px-2"
          >
            <span className="max-lg:sr-only">{words.sort[sort]}</span>
            <ChevronDown size={14} className="text-soft max-lg:hidden" />
          </Button>
        }
      >
        <MenuChoice
          value={sort}
          options={offered.map((value) => ({ value, label: words.sort[value] }))}
          onChange={(value) => onChange({ sort: value })}
        />
      </Menu>
    </div>
  );
}

function without(tags: string[] | undefined, tag: string): string[] | undefined {
  const rest = tags?.filter((each) => each !== tag);
  return rest?.length ? rest : undefined;
}
