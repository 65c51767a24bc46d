import { Images } from "lucide-react";
import { strings } from "../../strings";
import { NoRows } from "../filters/NoRows";
import { type GallerySearch, isFiltered } from "./search";

const words = strings.gallery;

interface NoAssetsProps {
  search: GallerySearch;
  onClear: () => void;
  onLeaveTrash: () => void;
}

/** The list has no rows to show. */
export function NoAssets({ search, onClear, onLeaveTrash }: NoAssetsProps) {
  return (
    <NoRows
      filtered={isFiltered(search)}
      onClear={onClear}
      trashed={search.trashed}
      leaveTrash={words.leaveTrash}
      onLeaveTrash={onLeaveTrash}
      nothingYet={{
        icon: <Images size={22} />,
        title: words.nothingYet,
        hint: words.nothingYetHint,
        link: words.howTo,
        href: "/docs#/Assets/createAsset",
      }}
    />
  );
}
