import { ArrowDownUp, ChevronDown, Star, X } from "lucide-react";
import { useFormat } from "../../../format/viewer";
import type { AssetCounts } from "../../../services/assetService";
import { strings } from "../../../strings";
import { FacetMenu } from "../../filters/FacetMenu";
import { Button } from "../../ui/Button";
import { Menu, MenuChoice } from "../../ui/Menu";
import { SearchField } from "../../ui/SearchField";
import { Segmented } from "../../ui/Segmented";
import { formats, type GallerySearch, isFiltered, orientations, types, unfiltered } from "../search";
import { ProjectMenu } from "./ProjectMenu";

const words = strings.gallery;

interface ToolbarProps {
  search: GallerySearch;
  facets: AssetCounts["facets"];
  onChange: (change: Partial<GallerySearch>) => void;
  onClear: (search: GallerySearch) => void;
}

/** Search, tabs and filters. On wide screens it stays over the list. */
export function Toolbar(props: ToolbarProps) {
  const { search, facets, onChange } = props;
  return (
    <div className="z-25 -mx-4 flex flex-col gap-2.5 bg-canvas/94 px-4 py-2.5 backdrop-blur-md sm:-mx-6 sm:px-6 md:sticky md:top-0 lg:-mx-10 lg:px-10">
      <div className="flex items-center gap-3 max-md:flex-wrap max-md:gap-y-2.5">
        <Tabs search={search} facets={facets} onChange={onChange} />
        <div className="ml-auto flex min-w-0 max-md:order-first max-md:w-full md:flex-1 md:max-w-96">
          <SearchField
            value={search.q ?? ""}
            onSearch={(q) => onChange({ q: q || undefined, ...(q ? {} : { sort: undefined }) })}
            label={words.search}
            placeholder={words.searchHint}
            clearLabel={words.clearSearch}
          />
        </div>
      </div>
      <Filters {...props} />
    </div>
  );
}

type Part = Pick<ToolbarProps, "search" | "facets" | "onChange">;

function Tabs({ search, facets, onChange }: Part) {
  const format = useFormat();
  const counts = facets?.type;
  const all = counts?.reduce((sum, { count }) => sum + count, 0);
  const countOf = (kind: string) =>
    counts?.find(({ value }) => value === kind)?.count ?? (counts ? 0 : undefined);
  return (
    <Segmented
      roomy
      label={words.tabsLabel}
      value={search.type ?? "all"}
      onChange={(kind) => onChange({ type: kind === "all" ? undefined : kind })}
      options={(["all", ...types] as const).map((kind) => {
        const count = kind === "all" ? all : countOf(kind);
        return {
          value: kind,
          label: words.tabs[kind],
          count: count === undefined ? undefined : format.compact(count),
        };
      })}
    />
  );
}

function SortMenu({ search, onChange }: Pick<Part, "search" | "onChange">) {
  const sort = search.sort ?? "newest";
  const offered = (["newest", "-relevance", "position"] as const).filter(
    (value) => value === "newest" || value === sort || (value === "-relevance" && search.q),
  );
  if (offered.length < 2) return null;
  return (
    <Menu
      trigger={
        <Button look="quiet" aria-label={words.sortBy(words.sorts[sort])} className="ml-auto px-2">
          <ArrowDownUp size={15} />
          <span className="max-xl:sr-only">{words.sorts[sort]}</span>
          <ChevronDown size={14} className="max-xl:hidden" />
        </Button>
      }
    >
      <MenuChoice
        value={sort}
        options={offered.map((value) => ({ value, label: words.sorts[value] }))}
        onChange={(value) => onChange({ sort: value === "newest" ? undefined : value })}
      />
    </Menu>
  );
}

/** What the list can be narrowed by; on phones a row that scrolls sideways. */
function Filters({ search, facets, onChange, onClear }: ToolbarProps) {
  return (
    <div className="-mx-4 flex items-center gap-2 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] sm:-mx-6 sm:px-6 lg:mx-0 lg:flex-wrap lg:overflow-visible lg:px-0">
      <FacetMenu
        label={words.filter.tag}
        facet={facets?.tag}
        chosen={search.tag}
        onChange={(tag) => onChange({ tag })}
      />
      <FacetMenu
        label={words.filter.model}
        facet={facets?.model}
        chosen={search.model}
        onChange={(model) => onChange({ model })}
      />
      <FacetMenu
        label={words.filter.orientation}
        facet={facets?.orientation}
        values={orientations}
        chosen={search.orientation}
        name={(value) => words.orientations[value]}
        onChange={(orientation) => onChange({ orientation })}
      />
      <FacetMenu
        label={words.filter.format}
        facet={facets?.format}
        values={formats}
        chosen={search.format}
        name={(value) => words.formats[value]}
        onChange={(format) => onChange({ format })}
      />
      <ProjectMenu
        facet={facets?.project_id}
        chosen={search.project_id}
        onChange={(project_id) =>
          onChange({ project_id, ...(search.sort === "position" ? { sort: undefined } : {}) })
        }
      />
      <Button
        aria-pressed={search.favorite === true}
        icon={<Star size={14} className={search.favorite && "fill-current"} />}
        look={search.favorite ? "on" : "plain"}
        onClick={() => onChange({ favorite: search.favorite ? undefined : true })}
      >
        {words.favorites}
      </Button>
      {isFiltered(search) && (
        <Button look="quiet" icon={<X size={14} />} onClick={() => onClear(unfiltered(search))}>
          <span className="md:max-lg:sr-only">{strings.lists.clearFilters}</span>
        </Button>
      )}
      <SortMenu search={search} onChange={onChange} />
    </div>
  );
}
