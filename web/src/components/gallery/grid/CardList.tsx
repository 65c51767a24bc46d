import { type RefObject, useLayoutEffect } from "react";
import { strings } from "../../../strings";
import { useShortcut } from "../../ui/shortcuts";
import { BulkActions } from "../bulk/BulkActions";
import type { Place } from "../place";
import type { AssetActions } from "../useAssetActions";
import { DrawnSections } from "./DrawnSections";
import { EndOfList } from "./EndOfList";
import type { Columns } from "./masonry";
import { NewPill } from "./NewPill";
import { Scrubber } from "./Scrubber";
import { isDated, type View } from "./section";
import { sectionsIn } from "./tower";
import { useAnchor } from "./useAnchor";
import { useCardClicks } from "./useCardClicks";
import { useCardKeys } from "./useCardKeys";
import { useNews } from "./useNews";
import { useOpenCard } from "./useOpenCard";
import { usePlace } from "./usePlace";
import { useScroll } from "./useScroll";
import { useSections } from "./useSections";
import { useSelection } from "./useSelection";
import { useTower } from "./useTower";
import { useWanted } from "./useWanted";

export interface CardListProps {
  box: RefObject<HTMLDivElement | null>;
  columns: Columns;
  view: View;
  /** Where the reader was when they left this entry of the history. */
  place: Place | null;
  /** Remembers where they are. */
  onPlace: (place: Place | null) => void;
  /** The asset that is open, which the grid follows. */
  open: string | undefined;
  hrefOf: (id: string) => string;
  onOpen: (id: string) => void;
  onFresh: () => void;
  onNews: () => void;
  selecting: boolean;
  onSelecting: (on: boolean) => void;
  actions: AssetActions;
}

/** The cards on screen and a little around, out of a list of any length. */
export function CardList(props: CardListProps) {
  const { box, columns, view, place, open, hrefOf, onOpen, actions } = props;
  const { wanted, want } = useWanted(place ? [] : [0]);
  const sections = useSections(view, wanted, place?.chain ?? []);
  const building = useTower(sections, columns);
  const anchor = useAnchor(box, building, sections);
  const remember = usePlace({ ...props, sections, building, anchor });
  const stretch = useScroll(box, anchor.note, remember);
  const selection = useSelection(view, sections);
  const selecting = props.selecting || selection.assets.size > 0;
  const { active, setActive, keys, goTo } = useCardKeys({
    box,
    building,
    sections,
    go: anchor.go,
    onSelect: (id, section, extend) => (extend ? selection.extend : selection.toggle)({ id, section }),
  });

  const shown = sectionsIn(building.tower, stretch.top, stretch.bottom);
  const news = useNews(view, sections, shown, props.onNews);
  const clicks = useCardClicks({ sections, selection, selecting, actions, onOpen });
  useLayoutEffect(() => want(building, stretch, active ? [active.section] : []));

  useShortcut("Escape", stopSelecting);
  useOpenCard({ box, open, loaded: sections.loaded, goTo });

  function stopSelecting() {
    selection.clear();
    props.onSelecting(false);
  }

  return (
    <>
      <NewPill news={news} onShow={props.onFresh} />
      <ul
        aria-label={strings.gallery.list}
        aria-busy={sections.loaded.size === 0}
        className="relative [overflow-anchor:none]"
        style={{ height: Math.max(0, building.tower.height - columns.gap) }}
        onClick={clicks}
        onKeyDown={keys}
        onFocus={({ target }) => {
          const section = Number(target.closest<HTMLElement>("[data-asset]")?.dataset.section);
          if (target.dataset.card) setActive({ id: target.dataset.card, section });
        }}
      >
        <DrawnSections
          selected={selection.assets}
          {...{ sections, building, columns, stretch, active, selecting, hrefOf }}
        />
      </ul>
      {building.total !== undefined && <EndOfList />}
      {isDated(view.query) && building.total !== undefined && (
        <Scrubber
          box={box}
          building={building}
          fences={sections.fences}
          total={building.total}
          onJump={anchor.leave}
        />
      )}
      <BulkActions
        assets={[...selection.assets.values()]}
        trashed={view.query.trashed === true}
        actions={actions}
        onDone={stopSelecting}
      />
    </>
  );
}
