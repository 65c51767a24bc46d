import type { MouseEvent } from "react";
import { copyText } from "../copyText";
import type { AssetActions } from "../useAssetActions";
import type { Sections } from "./useSections";
import type { Selection } from "./useSelection";

interface CardClicks {
  sections: Sections;
  selection: Selection;
  selecting: boolean;
  actions: AssetActions;
  onOpen: (id: string) => void;
}

/** Handles the clicks on all cards: what was meant is the nearest `data-do`, and of which asset the nearest `data-asset`. */
export function useCardClicks({ sections, selection, selecting, actions, onOpen }: CardClicks) {
  return (event: MouseEvent<HTMLElement>) => {
    const target = event.target instanceof Element ? event.target : null;
    const card = target?.closest<HTMLElement>("[data-asset]");
    const wish = target?.closest<HTMLElement>("[data-do]")?.dataset.do;
    const section = Number(card?.dataset.section);
    const asset = sections.loaded.get(section)?.items.find(({ id }) => id === card?.dataset.asset);
    if (!asset) return;
    const spot = { id: asset.id, section };
    if (wish === "favorite")
      actions.bulk({ action: asset.favorite ? "unfavorite" : "favorite", ids: [asset.id] });
    if (wish === "copy") void copyText(asset);
    if (wish === "select") (event.shiftKey ? selection.extend : selection.toggle)(spot);
    // With Ctrl or Cmd, or another button, the browser opens the link elsewhere.
    if (wish !== "open" || event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    if (event.shiftKey) selection.extend(spot);
    else if (selecting) selection.toggle(spot);
    else onOpen(asset.id);
  };
}
