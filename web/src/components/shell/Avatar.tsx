import { useState } from "react";

/** A picture of somebody, or the first letters of their name where there is none or it does not load. */
export function Avatar({ name, url, size = 28 }: { name: string; url: string | null; size?: number }) {
  const [broken, setBroken] = useState<string | null>(null);
  const box = { width: size, height: size };
  if (url !== null && url !== broken) {
    return (
      <img
        src={url}
        alt=""
        style={box}
        onError={() => setBroken(url)}
        className="shrink-0 rounded-full bg-sunken object-cover"
      />
    );
  }
  return (
    <span
      aria-hidden="true"
      style={box}
      className="grid shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}
