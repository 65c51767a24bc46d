import { useQuery, useQueryClient } from "@tanstack/react-query";
import { SquareCheck, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useFormat } from "../format/viewer";
import type { AssetCounts } from "../services/assetService";
import { strings } from "../strings";
import { Toggle } from "./filters/Toggle";
import { Corrections } from "./gallery/Corrections";
import { Detail } from "./gallery/detail/Detail";
import { Toolbar } from "./gallery/filters/Toolbar";
import { Grid } from "./gallery/grid/Grid";
import { NoAssets } from "./gallery/NoAssets";
import { placeAt, rememberPlace } from "./gallery/place";
import { countsQuery } from "./gallery/queries";
import { assetQuery, unfiltered } from "./gallery/search";
import { useAddress } from "./gallery/useAddress";
import { useAssetActions } from "./gallery/useAssetActions";
import { useShownView } from "./gallery/useShownView";
import { Screen } from "./shell/Screen";
import { classes } from "./ui/classes";
import { Failure } from "./ui/Failure";

const words = strings.gallery;

/** All assets in one masonry: search, filters, and each of them in full. */
export default function Gallery() {
  const { search, hrefOf, change, goTo, open, entry } = useAddress();
  const queries = useQueryClient();
  const actions = useAssetActions();
  const query = assetQuery(search);
  const { view, key, first, waiting, renew } = useShownView(query);
  const { data: counts } = useQuery(countsQuery(query));
  const [selecting, setSelecting] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list begins where its entry was left, once and not at each step in it
  const place = useMemo(() => placeAt(entry()), [key]);

  const countAgain = () => void queries.invalidateQueries({ queryKey: ["assets", "counts"] });
  function showNews() {
    rememberPlace(entry(), null);
    renew();
    countAgain();
  }

  const failed = first.isError && !first.data;
  const empty = first.data?.items.length === 0 && !first.data.more;
  return (
    <Screen
      title={search.trashed ? words.trashTitle : words.title}
      aside={<Total counts={counts} />}
      actions={
        <>
          <Toggle
            label={words.selectSome}
            icon={<SquareCheck size={15} />}
            on={selecting}
            onChange={setSelecting}
          />
          <Toggle
            label={words.trash}
            icon={<Trash2 size={15} />}
            on={search.trashed === true}
            onChange={(on) => change({ trashed: on || undefined })}
          />
        </>
      }
    >
      <Toolbar search={search} facets={counts?.facets} onChange={change} onClear={goTo} />
      <div aria-busy={waiting} className={classes("pt-2 transition-opacity", waiting && "opacity-55")}>
        <Corrections corrections={first.data?.corrections} />
        {failed && <Failure error={first.error} onRetry={() => void first.refetch()} />}
        {empty && (
          <NoAssets
            search={search}
            onClear={() => goTo(unfiltered(search))}
            onLeaveTrash={() => change({ trashed: undefined })}
          />
        )}
        {!failed && !empty && (
          <Grid
            key={key}
            view={view}
            place={place}
            onPlace={(at) => {
              // The list that is about to go has no place in the entry of the next.
              if (!waiting) rememberPlace(entry(), at);
            }}
            open={search.asset}
            hrefOf={hrefOf}
            onOpen={open}
            onFresh={showNews}
            onNews={countAgain}
            selecting={selecting}
            onSelecting={setSelecting}
            actions={actions}
          />
        )}
      </div>
      {search.asset && <Detail id={search.asset} query={query} actions={actions} />}
    </Screen>
  );
}

/** How many match. */
function Total({ counts }: { counts: AssetCounts | undefined }) {
  const format = useFormat();
  if (!counts) return null;
  const { value, relation } = counts.total;
  const written = format.number(value);
  return (
    <p aria-live="polite" className="pt-1.5 text-sm text-soft tabular-nums">
      {words.total(value, relation === "exact" ? written : words.atLeast(written))}
    </p>
  );
}
