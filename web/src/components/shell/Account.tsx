import { useQuery } from "@tanstack/react-query";
import { BookOpen, FlaskConical, Monitor, Moon, Sun } from "lucide-react";
import { settingsQuery } from "../../format/viewer";
import { getUser } from "../../services/userService";
import { strings } from "../../strings";
import { chooseTheme, type Theme, useTheme } from "../../theme/theme";
import { Badge } from "../ui/Badge";
import { classes } from "../ui/classes";
import { Menu, MenuChoice, MenuItem, MenuLine, MenuTitle } from "../ui/Menu";
import { Avatar } from "./Avatar";

/** Who is calling, as every part of the page reads it. */
export const userQuery = {
  queryKey: ["user"],
  queryFn: ({ signal }: { signal: AbortSignal }) => getUser(signal),
  staleTime: 60_000,
};

const themes: { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: "system", label: strings.shell.themes.system, icon: <Monitor size={15} /> },
  { value: "light", label: strings.shell.themes.light, icon: <Sun size={15} /> },
  { value: "dark", label: strings.shell.themes.dark, icon: <Moon size={15} /> },
];

/** The user with picture, name and address; behind it the theme. Compact: the picture alone. */
export function Account({ compact = false }: { compact?: boolean }) {
  const { data: user } = useQuery(userQuery);
  const { data: settings } = useQuery(settingsQuery);
  const theme = useTheme();
  const name = settings?.profile.display_name || user?.name || strings.shell.unnamed;
  const wide = compact ? "sr-only" : "md:max-lg:sr-only";

  return (
    <div className="relative">
      {user?.mode === "dev" && (
        // Beside what is there and not in its flow: it comes late, and nothing shall move.
        <p
          title={strings.shell.devMode}
          className={classes("absolute", compact ? "top-2 right-full mr-2" : "bottom-full left-1.5 mb-2")}
        >
          <Badge tone="warn">
            <FlaskConical size={12} aria-hidden="true" />
            <span className={compact ? "" : "md:max-lg:sr-only"}>{strings.shell.devBadge}</span>
          </Badge>
        </p>
      )}
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className={classes(
              "flex items-center gap-2.5 rounded-lg text-left transition-colors hover:bg-hover data-[state=open]:bg-hover",
              compact ? "p-1" : "min-h-12 w-full px-1.5 md:max-lg:justify-center",
            )}
          >
            <Avatar name={name} url={settings?.profile.avatar_url ?? null} />
            <span className={classes("min-w-0 flex-1", wide)}>
              <span className="block truncate text-sm font-medium">{name}</span>
              <span className="block min-h-4.5 truncate text-xs text-soft">{user?.email}</span>
            </span>
            <span className="sr-only">{strings.shell.account}</span>
          </button>
        }
      >
        <div className="px-2 py-1.5">
          <p className="text-sm font-medium">{name}</p>
          <p className="text-xs text-soft">{user?.email}</p>
        </div>
        <MenuLine />
        <MenuTitle>{strings.shell.theme}</MenuTitle>
        <MenuChoice value={theme} options={themes} onChange={chooseTheme} />
        <MenuLine />
        <MenuItem icon={<BookOpen size={15} />} onSelect={() => window.open("/docs", "_blank", "noopener")}>
          {strings.shell.docs}
        </MenuItem>
      </Menu>
    </div>
  );
}
