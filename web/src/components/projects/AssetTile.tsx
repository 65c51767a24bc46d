import { Link } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useState } from "react";
import { useFormat } from "../../format/viewer";
import type { Asset } from "../../services/assetService";
import { strings } from "../../strings";
import { KindIcon } from "../status/kinds";

/** One asset of a project, as a square; it opens in the gallery, among the others of the project. */
export function AssetTile({ asset, projectId }: { asset: Asset; projectId: string }) {
  return (
    <Link
      to="/gallery"
      search={{ asset: asset.id, project_id: projectId, sort: "position" }}
      className="group relative block aspect-square overflow-hidden rounded-xl bg-sunken"
    >
      {asset.type === "text" ? <Copy asset={asset} /> : <Picture asset={asset} />}
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 rounded-xl ring-1 ring-line ring-inset"
      />
    </Link>
  );
}

function Picture({ asset }: { asset: Asset }) {
  const format = useFormat();
  const [broken, setBroken] = useState(false);
  const url = asset.thumbnail_url ?? (asset.type === "image" ? asset.url : null);
  return (
    <>
      {url === null || broken ? (
        <span className="grid size-full place-items-center text-soft">
          <KindIcon kind={asset.type} size={28} />
          <span className="sr-only">{asset.display_title}</span>
        </span>
      ) : (
        <img
          src={url}
          alt={asset.display_title}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
          className="absolute inset-0 size-full object-cover transition-transform duration-300 ease-out group-hover:scale-103"
        />
      )}
      {asset.type === "video" && (
        <span className="absolute bottom-2 left-2 flex items-center gap-1 rounded-sm bg-black/65 px-1.5 py-0.5 text-xs font-medium text-white tabular-nums">
          <Play size={11} fill="currentColor" aria-hidden="true" />
          {asset.duration_ms !== null && format.clock(asset.duration_ms)}
        </span>
      )}
    </>
  );
}

function Copy({ asset }: { asset: Asset }) {
  return (
    <span className="absolute inset-0 flex flex-col gap-2 bg-surface p-4 transition-colors group-hover:bg-raised">
      <span className="flex items-center gap-1.5 text-xs font-medium text-soft">
        <KindIcon kind="text" size={13} />
        {strings.projects.formats[asset.format ?? "other"]}
      </span>
      <span
        lang={asset.language ?? undefined}
        className="line-clamp-6 overflow-hidden text-sm break-words whitespace-pre-line"
      >
        {asset.content}
      </span>
    </span>
  );
}
