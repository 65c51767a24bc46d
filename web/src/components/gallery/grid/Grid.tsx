import { useRef } from "react";
import { strings } from "../../../strings";
import { CardList, type CardListProps } from "./CardList";
import { useColumns } from "./useColumns";

/** The masonry of all assets of a view. It measures its width first, so that nothing is ever drawn at a wrong size. */
export function Grid(props: Omit<CardListProps, "box" | "columns">) {
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(box);
  return (
    <section aria-label={strings.gallery.list} className="relative">
      <div ref={box}>{columns && <CardList {...props} box={box} columns={columns} />}</div>
    </section>
  );
}
