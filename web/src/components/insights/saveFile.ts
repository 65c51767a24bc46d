import type { SavedFile } from "../../services/insightService";

/** Gives a file to the reader, as a download under its name. */
export function saveFile({ name, content }: SavedFile) {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the content by the next turn.
  setTimeout(() => URL.revokeObjectURL(address));
}
