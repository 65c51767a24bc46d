import type { Asset } from "../../../services/assetService";
import type { Columns } from "./masonry";
import { SectionCards, SectionGap } from "./SectionCards";
import { sectionsIn } from "./tower";
import type { Active } from "./useCardKeys";
import type { Stretch } from "./useScroll";
import type { Sections } from "./useSections";
import type { Building } from "./useTower";

interface DrawnSectionsProps {
  sections: Sections;
  building: Building;
  columns: Columns;
  stretch: Stretch;
  active: Active | null;
  selected: ReadonlyMap<string, Asset>;
  selecting: boolean;
  hrefOf: (id: string) => string;
}

/** How much more than the screen is drawn, above and below, in screens. */
const overscan = 0.6;

/** What of all sections is on screen or near: their cards, or their places while they are not there. */
export function DrawnSections(props: DrawnSectionsProps) {
  const { sections, building, columns, stretch, active, selected, selecting, hrefOf } = props;
  const { tower, layouts, ordinals, total } = building;
  const { fences, loaded, failed, broken } = sections;
  const more = overscan * (stretch.bottom - stretch.top);
  const near = sectionsIn(tower, stretch.top - more, stretch.bottom + more);
  const stop = tabStop(sections, building, stretch, near, active);
  // The card with the focus stays in the page, wherever one scrolls to.
  const drawn =
    stop && !near.includes(stop.section) ? [...near, stop.section].toSorted((a, b) => a - b) : near;

  return drawn.map((at) => {
    const top = tower.tops[at] ?? 0;
    const drawnPart = { from: stretch.top - more - top, to: stretch.bottom + more - top };
    const layout = layouts.get(at);
    const items = loaded.get(at)?.items;
    if (layout && items) {
      return (
        <SectionCards
          key={at}
          section={at}
          ordinal={ordinals[at] ?? 0}
          total={total ?? -1}
          active={stop?.id}
          {...{ items, layout, top, selected, selecting, hrefOf }}
          {...drawnPart}
        />
      );
    }
    return (
      <SectionGap
        key={at}
        top={top}
        height={(tower.tops[at + 1] ?? tower.height) - top}
        columns={columns}
        failed={failed.get(at) ?? (at >= fences.length ? broken : null)}
        {...drawnPart}
      />
    );
  });
}

/** The card that Tab leads to: the last that had the focus, as long as it is there, else the first on screen. */
function tabStop(
  { loaded }: Sections,
  { tower, layouts }: Building,
  stretch: Stretch,
  near: readonly number[],
  active: Active | null,
): Active | undefined {
  if (active && loaded.get(active.section)?.items.some(({ id }) => id === active.id)) return active;
  for (const section of near) {
    const top = tower.tops[section] ?? 0;
    const at = layouts.get(section)?.boxes.findIndex(({ y, height }) => top + y + height > stretch.top) ?? -1;
    const asset = loaded.get(section)?.items[at];
    if (asset) return { id: asset.id, section };
  }
  return undefined;
}
