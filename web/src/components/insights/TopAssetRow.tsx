import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useFormat } from "../../format/viewer";
import type { TopAsset, TopAssets } from "../../services/insightService";
import { strings } from "../../strings";
import { KindIcon } from "../status/kinds";
import { Badge } from "../ui/Badge";
import { writtenValue } from "./writing";

const words = strings.insights;

/** One asset of the ranking: picture, title, channels and kind, its value and its share. It opens in the gallery. */
export function TopAssetRow({ item, query }: { item: TopAsset; query: TopAssets["query"] }) {
  const format = useFormat();
  const { rank, asset, value, share, numerator, denominator } = item;
  const channels = query.channel.map((channel) => words.channels[channel]);
  const title = asset.display_title ?? words.purged[asset.type];
  const beside =
    numerator !== undefined && denominator !== undefined
      ? words.parts(format.number(numerator), format.number(denominator))
      : share === null
        ? null
        : words.share(format.percent(share, 1));

  return (
    <li className="relative flex h-15 min-w-0 items-center gap-3 rounded-lg hover:bg-hover">
      <span className="w-5 shrink-0 text-right text-sm text-soft tabular-nums">{rank}</span>
      <Picture url={asset.thumbnail_url} kind={asset.type} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">
          {asset.display_title === null ? (
            <span className="text-soft">{title}</span>
          ) : (
            <Link
              to="/gallery"
              search={{ asset: asset.id }}
              className="after:absolute after:inset-0 after:rounded-lg"
            >
              {title}
            </Link>
          )}
        </p>
        <p className="flex items-center gap-1.5 text-sm text-soft">
          <KindIcon kind={asset.type} size={13} />
          <span className="truncate">{[words.kinds[asset.type], ...channels].join(" · ")}</span>
          {asset.deleted && <Badge tone="bad">{words.deleted}</Badge>}
        </p>
      </div>
      <div className="shrink-0 pr-1 text-right tabular-nums">
        <p className="font-medium">
          {writtenValue(format, query.metric, value, query.currency ?? undefined)}
        </p>
        {beside !== null && <p className="text-sm text-soft">{beside}</p>}
      </div>
    </li>
  );
}

function Picture({ url, kind }: { url: string | null; kind: TopAsset["asset"]["type"] }) {
  const [broken, setBroken] = useState(false);
  return (
    <span className="relative grid size-10 shrink-0 place-items-center overflow-hidden rounded-lg bg-sunken">
      {url === null || broken ? (
        <KindIcon kind={kind} size={18} className="text-soft" />
      ) : (
        <img
          src={url}
          alt=""
          width={40}
          height={40}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
          className="size-10 object-cover"
        />
      )}
      <span aria-hidden="true" className="absolute inset-0 rounded-lg ring-1 ring-line ring-inset" />
    </span>
  );
}
