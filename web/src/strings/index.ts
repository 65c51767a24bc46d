import { en } from "./en";

/** What every language has to say: the shape of the English strings. */
export type Strings = typeof en;

/** The strings of the page. Another language is another object of this type, chosen here. */
export const strings: Strings = en;
