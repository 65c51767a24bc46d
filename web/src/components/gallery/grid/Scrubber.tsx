import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { useFormat } from "../../../format/viewer";
import { strings } from "../../../strings";
import { classes } from "../../ui/classes";
import type { Fence } from "./section";
import { sectionAt } from "./tower";
import type { Building } from "./useTower";

const words = strings.gallery;

interface ScrubberProps {
  box: RefObject<HTMLElement | null>;
  building: Building;
  fences: readonly Fence[];
  total: number;
  /** Before a jump: nothing shall hold on to what is on screen now. */
  onJump: () => void;
}

/** How far apart dates are written beside the bar, as a part of it. */
const spacing = 0.085;

/** How many screens a list must have for it to be worth it. */
const worth = 4;

/** A scroll bar that knows dates: it leads anywhere in the list, at the cost of one section. */
export function Scrubber({ box, building, fences, total, onJump }: ScrubberProps) {
  const format = useFormat();
  const bar = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState(0);
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  const { tower } = building;

  const look = useEffectEvent(() => {
    const scrolled = box.current ? -box.current.getBoundingClientRect().top : 0;
    setPart(within(scrolled / Math.max(1, tower.height - window.innerHeight)));
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function scroll() {
      look();
      setBusy(true);
      clearTimeout(timer);
      timer = setTimeout(() => setBusy(false), 900);
    }
    look();
    window.addEventListener("scroll", scroll, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", scroll);
    };
  }, []);

  /** Scrolls to a part of the list, 0 to 1. */
  function jump(to: number) {
    if (!box.current) return;
    onJump();
    const top = window.scrollY + box.current.getBoundingClientRect().top;
    const y = top + within(to) * Math.max(0, tower.height - window.innerHeight);
    window.scrollTo({
      top: to <= 0 ? 0 : to >= 1 ? document.documentElement.scrollHeight : y,
      behavior: "instant",
    });
  }
  function drag(event: PointerEvent) {
    const area = bar.current?.getBoundingClientRect();
    if (area) jump((event.clientY - area.top) / area.height);
  }
  function keys(key: string): boolean {
    const section = sectionAt(tower, part * tower.height);
    const topOf = (at: number) =>
      (tower.tops[at] ?? tower.height) / Math.max(1, tower.height - window.innerHeight);
    if (key === "ArrowDown" || key === "PageDown") jump(topOf(section + (key === "PageDown" ? 10 : 1)));
    else if (key === "ArrowUp" || key === "PageUp")
      jump(topOf(Math.max(0, section - (key === "PageUp" ? 10 : 1))));
    else if (key === "Home") jump(0);
    else if (key === "End") jump(1);
    else return false;
    return true;
  }

  if (tower.height < worth * window.innerHeight) return null;
  const here = fences[sectionAt(tower, part * tower.height)];
  const date = here?.created_at ? (format.dateTime(here.created_at).split(",")[0] ?? "") : "";
  const place = ordinalAt(building, part, total);
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={words.jump}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={total}
      aria-valuenow={place}
      aria-valuetext={words.jumpAt(date, format.number(place), format.number(total))}
      ref={bar}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld(true);
        drag(event);
      }}
      onPointerMove={(event) => held && drag(event)}
      onPointerUp={() => setHeld(false)}
      onPointerCancel={() => setHeld(false)}
      onKeyDown={(event) => keys(event.key) && event.preventDefault()}
      className={classes(
        "group/bar fixed top-20 right-0 bottom-20 z-28 w-4 touch-none select-none md:top-36 md:bottom-8 md:w-5 lg:w-9",
        !held && !busy && "max-md:pointer-events-none max-md:opacity-0",
        "transition-opacity",
      )}
    >
      <div
        aria-hidden="true"
        className={classes(
          "pointer-events-none absolute inset-y-0 right-0 w-36 bg-linear-to-l from-canvas via-canvas/85 opacity-0 transition-opacity group-hover/bar:opacity-100 group-focus-visible/bar:opacity-100",
          held && "opacity-100",
        )}
      >
        {datesOf(building, fences, part, format.date).map((at) => (
          <span
            key={at.date}
            className="absolute right-6 -translate-y-1/2 text-xs whitespace-nowrap text-soft tabular-nums"
            style={{ top: `${at.part * 100}%` }}
          >
            {at.date}
          </span>
        ))}
      </div>
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-0"
        style={{ transform: `translateY(${part * 100}%)` }}
      >
        <span
          className={classes(
            "absolute right-0.5 h-10 w-1.5 -translate-y-1/2 rounded-full bg-soft/60 transition-[width] group-hover/bar:w-2 group-hover/bar:bg-accent",
            held && "w-2 bg-accent",
          )}
        />
        <span
          className={classes(
            "absolute right-5 min-w-28 -translate-y-1/2 rounded-md bg-inverse px-2.5 py-1 text-center text-xs font-semibold whitespace-nowrap text-on-inverse tabular-nums shadow-float transition-opacity",
            held || busy
              ? "opacity-100"
              : "opacity-0 group-hover/bar:opacity-100 group-focus-visible/bar:opacity-100",
          )}
        >
          {date}
        </span>
      </div>
    </div>
  );
}

const within = (part: number) => Math.min(1, Math.max(0, part));

/** Which asset, from 1, is at a part of the list. */
function ordinalAt({ tower, ordinals }: Building, part: number, total: number): number {
  const y = part * tower.height;
  const at = sectionAt(tower, y);
  const [top, end] = [tower.tops[at] ?? 0, tower.tops[at + 1] ?? tower.height];
  const [from, to] = [ordinals[at] ?? 0, ordinals[at + 1] ?? total];
  const inside = end > top ? (y - top) / (end - top) : 0;
  return Math.min(total, Math.max(1, Math.round(from + inside * (to - from)) + (part === 0 ? 1 : 0)));
}

/** Dates to write beside the bar: each once, far enough apart, and from the one of the place on screen. */
function datesOf(
  { tower }: Building,
  fences: readonly Fence[],
  here: number,
  write: (instant: string) => string,
) {
  const dates: { part: number; date: string }[] = [];
  for (const [at, { created_at }] of fences.entries()) {
    const part = (tower.tops[at] ?? 0) / Math.max(1, tower.height);
    const last = dates.at(-1);
    if (created_at === null || Math.abs(part - here) < spacing / 2 || (last && part - last.part < spacing))
      continue;
    const date = write(created_at);
    if (date !== last?.date) dates.push({ part, date });
  }
  return dates;
}
