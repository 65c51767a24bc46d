import { gallery } from "./en/gallery";
import { insights } from "./en/insights";
import { lists } from "./en/lists";
import { projects } from "./en/projects";
import { settings } from "./en/settings";
import { shell } from "./en/shell";

/** All that the page says, in English, by screen. Texts with a value in them are functions. */
export const en = { shell, lists, projects, gallery, insights, settings };
