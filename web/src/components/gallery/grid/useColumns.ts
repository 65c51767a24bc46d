import { type RefObject, useLayoutEffect, useState } from "react";
import { type Columns, columnsFor } from "./masonry";

/** The columns that fit into an element, anew whenever its width changes; null before the first measure. */
export function useColumns(box: RefObject<HTMLElement | null>): Columns | null {
  const [columns, setColumns] = useState<Columns | null>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    function measure() {
      const next = columnsFor(element?.clientWidth ?? 0);
      setColumns((now) => (now?.width === next.width && now.count === next.count ? now : next));
    }
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);

  return columns;
}
