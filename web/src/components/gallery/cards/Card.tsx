import { Check, Copy, Star } from "lucide-react";
import { memo } from "react";
import type { Asset } from "../../../services/assetService";
import { strings } from "../../../strings";
import { classes } from "../../ui/classes";
import type { Box } from "../grid/masonry";
import { CopyCard } from "./CopyCard";
import { MediaCard } from "./MediaCard";

const words = strings.gallery;

interface CardProps {
  asset: Asset;
  box: Box;
  section: number;
  /** Where its section begins in the grid, in pixels. */
  top: number;
  /** Its place in the list, from 1, and how many there are; -1 where nobody knows. */
  place: number;
  of: number;
  href: string;
  selected: boolean;
  /** True while cards are being selected: then each shows its box. */
  selecting: boolean;
  /** True for the one card that Tab leads to. */
  active: boolean;
}

/**
 * An asset in the grid. The link covers all of it; what else can be pressed lies above. It handles nothing itself: the grid does, for
 * all cards at once, by `data-do` and `data-asset`.
 */
export const Card = memo(function Card(props: CardProps) {
  const { asset, box, section, top, place, of, href, selected, selecting, active } = props;
  const tabIndex = active ? 0 : -1;
  return (
    <li
      aria-setsize={of}
      aria-posinset={place}
      data-asset={asset.id}
      data-section={section}
      className="group/card absolute top-0 left-0"
      style={{ width: box.width, height: box.height, transform: `translate(${box.x}px, ${top + box.y}px)` }}
    >
      <a
        href={href}
        tabIndex={tabIndex}
        data-card={asset.id}
        data-do="open"
        className={classes(
          "block size-full rounded-lg outline-offset-3",
          selected && "outline-2 outline-accent",
        )}
      >
        {asset.type === "text" ? <CopyCard asset={asset} height={box.height} /> : <MediaCard asset={asset} />}
      </a>
      <label
        className={classes(
          "absolute top-0 left-0 grid size-10 cursor-pointer place-items-center",
          !selecting &&
            "opacity-0 transition-opacity duration-100 group-hover/card:opacity-100 has-focus-visible:opacity-100 [@media(hover:none)]:hidden",
        )}
      >
        <input
          type="checkbox"
          tabIndex={tabIndex}
          className="peer sr-only"
          aria-label={words.select(asset.display_title)}
          checked={selected}
          data-do="select"
          readOnly
        />
        <span
          aria-hidden="true"
          className={classes(
            "grid size-5.5 place-items-center rounded-full border shadow-card peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent",
            selected && "border-accent bg-accent text-on-accent",
            !selected && "text-transparent",
            !selected && (asset.type === "text" ? "border-edge bg-raised" : "border-white bg-black/30"),
          )}
        >
          <Check size={14} strokeWidth={3} />
        </span>
      </label>
      <Corner asset={asset} tabIndex={tabIndex} />
    </li>
  );
});

/** What can be done to a card at once: mark it, and copy its text. */
function Corner({ asset, tabIndex }: { asset: Asset; tabIndex: number }) {
  const onMedia = asset.type !== "text";
  const look = classes(
    "grid size-7 place-items-center rounded-full transition-opacity duration-100",
    onMedia ? "bg-black/50 text-white hover:bg-black/70" : "text-soft hover:bg-hover hover:text-ink",
  );
  const hidden =
    "opacity-0 group-hover/card:opacity-100 focus-visible:opacity-100 group-has-focus-visible/card:opacity-100 [@media(hover:none)]:hidden";
  return (
    <span className="absolute top-2 right-2 flex gap-0.5">
      <button
        type="button"
        tabIndex={tabIndex}
        data-do="favorite"
        aria-pressed={asset.favorite}
        aria-label={words.favoriteOf(asset.display_title)}
        title={words.favorite}
        className={classes(look, !asset.favorite && hidden)}
      >
        <Star
          size={14}
          className={classes(asset.favorite && (onMedia ? "fill-current" : "fill-warn text-warn"))}
        />
      </button>
      {asset.type === "text" && (
        <button
          type="button"
          tabIndex={tabIndex}
          data-do="copy"
          aria-label={words.copyOf(asset.display_title)}
          title={words.copy}
          className={look}
        >
          <Copy size={14} />
        </button>
      )}
    </span>
  );
}
