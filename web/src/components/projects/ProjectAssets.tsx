import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Images } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useFormat } from "../../format/viewer";
import { itemsOf, refreshPages } from "../../live/livePages";
import { usePoll } from "../../live/usePoll";
import type { AssetType } from "../../services/assetService";
import type { ProjectInFull } from "../../services/projectService";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Empty } from "../ui/Empty";
import { Failure } from "../ui/Failure";
import { Segmented } from "../ui/Segmented";
import { Skeleton } from "../ui/Skeleton";
import { AssetTile } from "./AssetTile";
import { assetPage, type Kind, projectAssets } from "./queries";

const words = strings.projects;
const kinds = ["all", "image", "video", "text"] as const;

interface ProjectAssetsProps {
  project: ProjectInFull;
  type: AssetType | undefined;
  onType: (type: AssetType | undefined) => void;
}

/** The assets of a project in their order, of one kind or all. New ones appear as they are generated. */
export function ProjectAssets({ project, type, onType }: ProjectAssetsProps) {
  const format = useFormat();
  const { image, video, text } = project.asset_counts;
  const counts = { all: image + video + text, image, video, text };

  return (
    <section aria-label={words.assets} className="min-w-0">
      <div className="mb-4">
        <Segmented
          label={words.kindFilter}
          value={type ?? "all"}
          onChange={(kind) => onType(kind === "all" ? undefined : kind)}
          options={kinds.map((kind) => ({
            value: kind,
            label: words.kinds[kind],
            count: format.number(counts[kind]),
          }))}
        />
      </div>
      <Tiles project={project} kind={type ?? null} onAll={() => onType(undefined)} />
    </section>
  );
}

function Tiles({ project, kind, onAll }: { project: ProjectInFull; kind: Kind; onAll: () => void }) {
  const queries = useQueryClient();
  const options = projectAssets(project.id, kind);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(options);
  const assets = useMemo(() => itemsOf(data), [data]);
  const end = useRef<HTMLDivElement>(null);

  usePoll((signal) =>
    refreshPages(queries, options.queryKey, new Set(), (cursor) =>
      assetPage(project.id, kind, cursor, signal),
    ),
  );
  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage || error) return;
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), {
      rootMargin: "800px",
    });
    near.observe(end.current);
    return () => near.disconnect();
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage]);

  if (isPending && !error) return <TilesSkeleton />;
  if (error && assets.length === 0) return <Failure error={error} onRetry={() => void refetch()} />;
  if (assets.length === 0) {
    return (
      <Empty
        icon={<Images size={22} />}
        title={kind ? words.noneOfKind : words.noAssets}
        hint={kind ? words.noneOfKindHint : words.noAssetsHint}
        action={kind && <Button onClick={onAll}>{words.showAll}</Button>}
      />
    );
  }
  return (
    <>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 2xl:grid-cols-5">
        {assets.map((asset) => (
          <li key={asset.id}>
            <AssetTile asset={asset} projectId={project.id} />
          </li>
        ))}
      </ul>
      {error && <Failure as="line" error={error} onRetry={() => void fetchNextPage()} />}
      <div ref={end} />
    </>
  );
}

function TilesSkeleton() {
  return (
    <div aria-busy="true" className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 2xl:grid-cols-5">
      {Array.from({ length: 8 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes have nothing else
        <Skeleton key={at} className="aspect-square rounded-xl" />
      ))}
    </div>
  );
}
