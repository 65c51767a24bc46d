import type { Asset } from "../../../services/assetService";
import type { Shape } from "../grid/masonry";
import { spansOf } from "./marks";

/** The parts of a card that always have the same height, in pixels; the components are drawn to them. */
export const parts = {
  /** Title and tags under media. */
  caption: 50,
  /** Two lines of the prompt with what was searched for in them. */
  excerpt: 40,
  /** The frame of copy: its padding, the line with the format, and the one with the tags. */
  frame: 80,
  /** The title of copy that has one. */
  title: 24,
  /** One line of copy. */
  line: 20,
} as const;

/** Nothing is drawn flatter or taller than this, as width to height; what goes beyond is cropped. */
const ratios = { least: 0.45, most: 2.2 };

/** Lines of copy that a card shows. */
const lines = { least: 2, most: 9 };

/** The size of an asset's card in a column of a width. All that it depends on is in the list, so nothing moves when media arrive. */
export function shapeOf(asset: Asset, width: number): Shape {
  if (asset.type === "text") {
    const title = asset.title === "" ? 0 : parts.title;
    return { flexible: linesOf(asset.content ?? "", width) * parts.line, fixed: parts.frame + title };
  }
  const excerpt = spansOf(asset, "prompt").length > 0 ? parts.excerpt : 0;
  return { flexible: Math.round(width / ratioOf(asset)), fixed: parts.caption + excerpt };
}

function ratioOf({ width, height, type }: Asset): number {
  if (!width || !height) return type === "video" ? 16 / 9 : 1;
  return Math.min(ratios.most, Math.max(ratios.least, width / height));
}

/** Widths of characters of the small text, in pixels: the average of Latin letters, and the square of the others. */
const letter = { narrow: 6.6, wide: 13 };

/** How many lines a text takes at a width, as far as a card shows them: an estimate, which the card keeps to by clipping. */
function linesOf(text: string, width: number): number {
  const room = width - 28;
  let count = 0;
  for (const line of text.slice(0, 600).split("\n")) {
    const wide =
      line.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6]/g)
        ?.length ?? 0;
    count += Math.max(1, Math.ceil((wide * letter.wide + (line.length - wide) * letter.narrow) / room));
  }
  return Math.min(lines.most, Math.max(lines.least, count));
}
