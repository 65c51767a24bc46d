import { type RefObject, useEffect, useEffectEvent, useState } from "react";

/** The stretch of the grid that is on screen, in pixels from its top, as of the last time it mattered. */
export interface Stretch {
  top: number;
  bottom: number;
  /** True while the reader flies by: what passes is not worth loading. */
  flying: boolean;
}

/** Faster than this, in screens per second, is flying. */
const fast = 12;

/** How long the page must rest to be at rest, in milliseconds. */
const rest = 120;

/** The stretch on screen. It changes in steps of a fifth of a screen, so that most scroll events cost nothing. */
export function useScroll(
  box: RefObject<HTMLElement | null>,
  onScroll: () => void,
  onRest: () => void,
): Stretch {
  const [stretch, setStretch] = useState<Stretch>(() => ({
    top: 0,
    bottom: window.innerHeight,
    flying: false,
  }));
  const scrolled = useEffectEvent(onScroll);
  const rested = useEffectEvent(onRest);

  useEffect(() => {
    let lastY = window.scrollY;
    let lastTime = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;

    function look(flying: boolean) {
      const top = box.current ? -box.current.getBoundingClientRect().top : 0;
      const height = window.innerHeight;
      setStretch((now) => {
        const near = Math.abs(now.top - top) < height / 5 && now.bottom - now.top === height;
        return near && now.flying === flying ? now : { top, bottom: top + height, flying };
      });
    }
    function scroll() {
      const now = performance.now();
      const speed = (Math.abs(window.scrollY - lastY) / Math.max(16, now - lastTime)) * 1000;
      [lastY, lastTime] = [window.scrollY, now];
      clearTimeout(timer);
      timer = setTimeout(end, rest);
      look(speed > fast * window.innerHeight);
      scrolled();
    }
    function end() {
      look(false);
      rested();
    }

    end();
    window.addEventListener("scroll", scroll, { passive: true });
    window.addEventListener("resize", end);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", scroll);
      window.removeEventListener("resize", end);
    };
  }, [box]);

  return stretch;
}
