import type { Asset } from "../../../services/assetService";
import { strings } from "../../../strings";
import { KindIcon } from "../../status/kinds";
import { Marked } from "./Marked";
import { spansOf, startOf } from "./marks";
import { parts } from "./shape";
import { TagLine } from "./TagLine";

const words = strings.gallery;

/** Copy: its format, its first lines (or those that were searched for), and its tags. The copy button lies above, in the card. */
export function CopyCard({ asset, height }: { asset: Asset; height: number }) {
  const content = asset.content ?? "";
  const matches = spansOf(asset, "content");
  const room = height - parts.frame - (asset.title === "" ? 0 : parts.title);
  return (
    <span className="flex size-full flex-col overflow-hidden rounded-lg border border-line bg-surface px-3.5 py-3 transition-colors group-hover/card:bg-raised">
      <span className="flex h-6 items-center gap-1.5 text-xs font-medium text-soft">
        <KindIcon kind="text" size={13} />
        {words.formats[asset.format ?? "other"]}
      </span>
      {asset.title !== "" && (
        <span className="block truncate text-sm/6 font-medium">
          <Marked text={asset.title} spans={spansOf(asset, "title")} />
        </span>
      )}
      <span
        lang={asset.language ?? undefined}
        className="line-clamp-4 min-h-0 flex-none text-sm/5 break-words whitespace-pre-line"
        style={{ WebkitLineClamp: Math.max(1, Math.floor(room / parts.line)) }}
      >
        <Marked text={content} spans={matches} from={startOf(content, matches, 40)} />
      </span>
      <span className="mt-auto block h-5.5 pt-1">
        <TagLine asset={asset} />
      </span>
    </span>
  );
}
