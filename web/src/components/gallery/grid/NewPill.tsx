import { ArrowUp } from "lucide-react";
import { useFormat } from "../../../format/viewer";
import { strings } from "../../../strings";
import type { News } from "./useNews";

/** Says that newer assets are there, over the list, so that nothing moves until the reader wants it. */
export function NewPill({ news, onShow }: { news: News; onShow: () => void }) {
  const format = useFormat();
  const written = format.number(news.count) + (news.more ? "+" : "");
  return (
    <div
      aria-live="polite"
      className="pointer-events-none sticky top-18 z-20 flex h-0 justify-center md:top-32"
    >
      {news.count > 0 && (
        <button
          type="button"
          onClick={onShow}
          className="pointer-events-auto flex h-9 -translate-y-1 animate-rise items-center gap-1.5 rounded-full bg-accent px-4 text-sm font-semibold text-on-accent shadow-float hover:opacity-90"
        >
          <ArrowUp size={15} aria-hidden="true" />
          {strings.gallery.news(written)}
        </button>
      )}
    </div>
  );
}
