import { useState } from "react";
import type { Asset, AssetInFull } from "../../../services/assetService";
import { strings } from "../../../strings";
import { KindIcon } from "../../status/kinds";

/** The asset itself, as large as it can be. */
export function Stage({ asset }: { asset: Asset | AssetInFull }) {
  if (asset.type === "text") {
    return (
      <section
        aria-label={strings.gallery.detail.content}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by the keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-6 pb-10 sm:px-16"
      >
        <p
          lang={asset.language ?? undefined}
          className="mx-auto max-w-prose rounded-xl border border-line bg-surface p-6 text-lg/7 break-words whitespace-pre-line shadow-card sm:p-10"
        >
          {asset.content}
        </p>
      </section>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center px-3 pb-4 sm:px-16 sm:pb-8">
      <Media asset={asset} />
    </div>
  );
}

/** Images, videos that are image files (a moving drawing, say) as such, and videos with the browser's own controls. */
function Media({ asset }: { asset: Asset }) {
  const [broken, setBroken] = useState(false);
  const { url, thumbnail_url, width, height, mime_type, type } = asset;
  const size = { width: width ?? undefined, height: height ?? undefined };
  const look = "h-auto max-h-full w-auto max-w-full rounded-lg shadow-float";
  if (url === null || broken) {
    return (
      <p className="flex flex-col items-center gap-3 text-soft">
        <KindIcon kind={type} size={40} />
        {strings.gallery.detail.noMedia}
      </p>
    );
  }
  if (type === "video" && !mime_type?.startsWith("image/")) {
    return (
      <video
        {...size}
        src={url}
        poster={thumbnail_url ?? undefined}
        controls
        loop
        playsInline
        onError={() => setBroken(true)}
        className={look}
      />
    );
  }
  return (
    <img
      {...size}
      src={url}
      alt={asset.display_title}
      onError={() => setBroken(true)}
      className={look}
      // The small one, which the list has loaded, until the large one comes.
      style={
        thumbnail_url
          ? { backgroundImage: `url(${JSON.stringify(thumbnail_url)})`, backgroundSize: "cover" }
          : undefined
      }
    />
  );
}
