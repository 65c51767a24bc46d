import { type ReactNode, useEffect, useState } from "react";
import { strings } from "../../strings";
import { Avatar } from "../shell/Avatar";

/** How long typing pauses before a picture is asked for, in milliseconds: an address half typed is nobody's. */
const pause = 400;

/** The field of an avatar's address with the picture beside it, and a word if it does not load. */
export function AvatarPreview({ name, url, children }: { name: string; url: string; children: ReactNode }) {
  const [tried, setTried] = useState(url);
  const [broken, setBroken] = useState<string | null>(null);

  useEffect(() => {
    const timer = setTimeout(() => setTried(url), pause);
    return () => clearTimeout(timer);
  }, [url]);

  const shown = /^https:\/\/[^/]/.test(tried) ? tried : null;
  return (
    <div>
      <div className="flex items-center gap-3">
        <figure className="shrink-0" onErrorCapture={() => setBroken(shown)}>
          <Avatar name={name} url={shown} size={44} />
          <figcaption className="sr-only">{strings.settings.avatarPreview}</figcaption>
        </figure>
        <div className="min-w-0 flex-1">{children}</div>
      </div>
      <p role="status" className="text-sm text-warn">
        {broken !== null && broken === shown && (
          <span className="mt-1.5 block">{strings.settings.avatarBroken}</span>
        )}
      </p>
    </div>
  );
}
