import type { Asset } from "../../../services/assetService";
import { Marked } from "./Marked";
import { spansOf } from "./marks";

/** The tags of an asset in one line; those that were searched for first. */
export function TagLine({ asset }: { asset: Asset }) {
  const tags = asset.tags.map((tag, at) => ({ tag, spans: spansOf(asset, "tags", at) }));
  const ordered = tags.toSorted((a, b) => Number(b.spans.length > 0) - Number(a.spans.length > 0));
  return (
    <span className="block truncate text-xs/[18px] text-soft">
      {ordered.map(({ tag, spans }, at) => (
        <span key={tag}>
          {at > 0 && " · "}
          <Marked text={tag} spans={spans} />
        </span>
      ))}
    </span>
  );
}
