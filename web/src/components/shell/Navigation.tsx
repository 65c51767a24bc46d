import { Link } from "@tanstack/react-router";
import { ChartNoAxesColumn, FolderKanban, Images, Settings2 } from "lucide-react";
import { strings } from "../../strings";

const places = [
  { to: "/projects", label: strings.shell.projects, Icon: FolderKanban },
  { to: "/gallery", label: strings.shell.gallery, Icon: Images },
  { to: "/insights", label: strings.shell.insights, Icon: ChartNoAxesColumn },
  { to: "/settings", label: strings.shell.settings, Icon: Settings2 },
] as const;

/** The four screens, at the side. */
export function SideLinks() {
  return (
    <nav aria-label={strings.shell.navigation}>
      <ul className="flex flex-col gap-0.5">
        {places.map(({ to, label, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              title={label}
              className="flex h-8 items-center gap-2.5 rounded-md px-2.5 text-sm font-medium text-soft transition-colors hover:bg-hover hover:text-ink md:max-lg:h-10 md:max-lg:justify-center md:max-lg:px-0 [&.active]:bg-pressed [&.active]:text-ink"
            >
              <Icon size={17} strokeWidth={1.9} />
              <span className="md:max-lg:sr-only">{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The four screens, at the bottom of phones. */
export function BottomBar() {
  return (
    <nav
      aria-label={strings.shell.navigation}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface/92 pb-[env(safe-area-inset-bottom)] backdrop-blur-md md:hidden"
    >
      <ul className="mx-auto grid max-w-md grid-cols-4">
        {places.map(({ to, label, Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className="flex h-14 flex-col items-center justify-center gap-0.5 text-xs font-medium text-soft -outline-offset-2 [&.active]:text-accent"
            >
              <Icon size={20} strokeWidth={1.9} />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
