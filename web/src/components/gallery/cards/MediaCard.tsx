import { Play } from "lucide-react";
import { useState } from "react";
import { useFormat } from "../../../format/viewer";
import type { Asset } from "../../../services/assetService";
import { strings } from "../../../strings";
import { KindIcon } from "../../status/kinds";
import { Marked } from "./Marked";
import { spansOf, startOf } from "./marks";
import { parts } from "./shape";
import { TagLine } from "./TagLine";

const words = strings.gallery;

/** An image, or the poster of a video with its length; under it the title and the tags. */
export function MediaCard({ asset }: { asset: Asset }) {
  const format = useFormat();
  const matches = spansOf(asset, "prompt");
  return (
    <span className="flex size-full flex-col">
      <span className="relative block min-h-0 flex-1 overflow-hidden rounded-lg bg-sunken">
        <Picture asset={asset} />
        {asset.type === "video" && (
          <span className="absolute bottom-2 left-2 flex h-5.5 items-center gap-1 rounded-full bg-black/65 px-2 text-xs font-medium text-white tabular-nums">
            <Play size={10} fill="currentColor" aria-hidden="true" />
            <span className="sr-only">{words.kind.video}</span>
            {asset.duration_ms !== null && format.clock(asset.duration_ms)}
          </span>
        )}
        <span className="pointer-events-none absolute inset-0 rounded-lg ring-1 ring-line transition-colors ring-inset group-hover/card:bg-hover" />
      </span>
      <span className="block px-0.5 pt-2" style={{ height: parts.caption }}>
        <span className="block truncate text-sm/5 font-medium">
          <Marked text={asset.display_title} spans={asset.title === "" ? [] : spansOf(asset, "title")} />
        </span>
        <TagLine asset={asset} />
      </span>
      {matches.length > 0 && (
        <span
          className="line-clamp-2 px-0.5 pt-0.5 text-xs/[18px] text-soft"
          style={{ height: parts.excerpt - 2 }}
        >
          <Marked text={asset.prompt} spans={matches} from={startOf(asset.prompt, matches, 14)} />
        </span>
      )}
    </span>
  );
}

/** The picture fills its place, which has its shape; what is missing or broken is drawn. */
function Picture({ asset }: { asset: Asset }) {
  const [broken, setBroken] = useState(false);
  const url = asset.thumbnail_url ?? (asset.type === "image" ? asset.url : null);
  if (url === null || broken) {
    return (
      <span className="grid size-full place-items-center text-soft">
        <KindIcon kind={asset.type} size={26} />
      </span>
    );
  }
  return (
    <img
      src={url}
      alt=""
      decoding="async"
      draggable={false}
      onLoad={({ currentTarget }) => currentTarget.classList.remove("opacity-0")}
      onError={() => setBroken(true)}
      className="absolute inset-0 size-full object-cover opacity-0 transition-opacity duration-200"
    />
  );
}
