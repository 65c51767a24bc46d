import { type Asset, getAsset } from "../../services/assetService";
import { strings } from "../../strings";
import { explain } from "../ui/Failure";
import { showToast } from "../ui/toasts";

/** Puts the whole text of an asset on the clipboard; lists have only its beginning. */
export async function copyText(asset: Asset) {
  try {
    const whole = asset.truncated.includes("content") ? await getAsset(asset.id) : asset;
    await copy(whole.content ?? "");
  } catch (error) {
    showToast(strings.gallery.notDone(explain(error).detail), { tone: "bad" });
  }
}

/** Puts a text on the clipboard, and says so. */
export async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text);
    showToast(strings.gallery.copied);
  } catch {
    // The browser's reason is of no use to the reader.
    showToast(strings.gallery.notCopied, { tone: "bad" });
  }
}
