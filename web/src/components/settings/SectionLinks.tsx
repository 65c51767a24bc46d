import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { strings } from "../../strings";
import { classes } from "../ui/classes";
import { type SectionName, sections } from "./Section";

/** The way to each section: at the side, on small screens as chips above. It marks the one that is read. */
export function SectionLinks() {
  const shown = useShownSection();
  return (
    <nav
      aria-label={strings.settings.sectionsLabel}
      className="z-10 max-lg:sticky max-lg:top-0 max-lg:-mx-4 max-lg:bg-canvas/92 max-lg:px-4 max-lg:py-2 max-lg:backdrop-blur-md sm:max-lg:-mx-6 sm:max-lg:px-6"
    >
      <ul className="flex gap-1 overflow-x-auto lg:sticky lg:top-8 lg:flex-col">
        {sections.map((name) => (
          <li key={name}>
            <Link
              to="/settings"
              hash={name}
              aria-current={shown === name ? "location" : undefined}
              className={classes(
                "flex h-8 items-center rounded-md px-2.5 text-sm font-medium whitespace-nowrap -outline-offset-2 transition-colors hover:bg-hover hover:text-ink max-sm:h-9 max-sm:px-2",
                shown === name ? "bg-pressed text-ink" : "text-soft",
              )}
            >
              {strings.settings.sections[name].title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The section that stands in the upper part of the window; at the end of the page, the last. */
function useShownSection(): SectionName {
  const [shown, setShown] = useState<SectionName>("profile");

  useEffect(() => {
    function look() {
      const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
      const atEnd = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2;
      const passed = sections.filter(
        (name) => (document.getElementById(name)?.getBoundingClientRect().top ?? Infinity) < clientHeight / 3,
      );
      setShown((atEnd ? sections.at(-1) : passed.at(-1)) ?? "profile");
    }
    look();
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, []);

  return shown;
}
