import type { Asset } from "../../../services/assetService";
import { Failure } from "../../ui/Failure";
import { Skeleton } from "../../ui/Skeleton";
import { Card } from "../cards/Card";
import type { Box, Columns, Layout } from "./masonry";
import type { Failed } from "./useSections";
import { skeletonOf } from "./useTower";

interface Stretch {
  /** What is drawn, in pixels from the top of the section. */
  from: number;
  to: number;
}

const reaches = ({ y, height }: Box, { from, to }: Stretch) => y < to && y + height > from;

interface SectionCardsProps extends Stretch {
  section: number;
  items: readonly Asset[];
  layout: Layout;
  top: number;
  ordinal: number;
  total: number;
  selected: ReadonlyMap<string, Asset>;
  selecting: boolean;
  /** The card that Tab leads to; it is drawn wherever it is, since it may have the focus. */
  active: string | undefined;
  hrefOf: (id: string) => string;
}

/** Those cards of a section that are on screen or near. */
export function SectionCards(props: SectionCardsProps) {
  const { section, items, layout, top, ordinal, total, selected, selecting, active, hrefOf } = props;
  return items.map((asset, at) => {
    const box = layout.boxes[at];
    if (!box || (!reaches(box, props) && asset.id !== active)) return null;
    return (
      <Card
        key={asset.id}
        asset={asset}
        box={box}
        section={section}
        top={top}
        place={ordinal + at + 1}
        of={total}
        href={hrefOf(asset.id)}
        selected={selected.has(asset.id)}
        selecting={selecting}
        active={asset.id === active}
      />
    );
  });
}

interface SectionGapProps extends Stretch {
  top: number;
  height: number;
  columns: Columns;
  failed: Failed | null | undefined;
}

/** The place of a section that is not there: grey cards while it loads, and what went wrong if it did. */
export function SectionGap({ top, height, columns, from, to, failed }: SectionGapProps) {
  return (
    <li
      aria-hidden={!failed}
      className="absolute inset-x-0 top-0 overflow-clip"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      {failed ? (
        <div className="sticky top-32 py-6">
          <Failure as="line" error={failed.error} onRetry={failed.retry} />
        </div>
      ) : (
        skeletonOf(columns).boxes.map((box) => {
          if (!reaches(box, { from, to })) return null;
          const { x, y, width } = box;
          return (
            <div
              key={`${x} ${y}`}
              className="absolute top-0 left-0"
              style={{ width, height: box.height, transform: `translate(${x}px, ${y}px)` }}
            >
              <Skeleton className="h-[calc(100%-3.125rem)] w-full rounded-lg" />
              <Skeleton className="mt-2.5 h-3 w-3/5" />
              <Skeleton className="mt-2 h-2.5 w-2/5" />
            </div>
          );
        })
      )}
    </li>
  );
}
