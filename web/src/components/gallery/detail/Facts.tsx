import { Link } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import type { Format } from "../../../format/format";
import { useFormat } from "../../../format/viewer";
import type { Asset, AssetInFull } from "../../../services/assetService";
import { strings } from "../../../strings";
import { KindIcon } from "../../status/kinds";
import { IconButton } from "../../ui/Button";
import { Skeleton } from "../../ui/Skeleton";
import { copy, copyText } from "../copyText";
import { ProjectName } from "../filters/ProjectMenu";
import type { AssetActions } from "../useAssetActions";
import { TagEditor } from "./TagEditor";
import { Title } from "./Title";

const words = strings.gallery.detail;

interface FactsProps {
  /** As far as it is known: what the list has until all of it is there. */
  asset: Asset;
  whole: AssetInFull | undefined;
  actions: AssetActions;
}

/** All that is known of an asset, and what of it can be changed. */
export function Facts({ asset, whole, actions }: FactsProps) {
  const format = useFormat();
  const trashed = asset.deleted_at !== null;
  return (
    <div className="flex flex-col gap-6 p-5 pb-10">
      <div>
        <p className="flex h-6 items-center gap-1.5 text-xs font-medium text-soft">
          <KindIcon kind={asset.type} size={13} />
          {strings.gallery.kind[asset.type]}
          <span aria-hidden="true">·</span>
          {format.dateTime(asset.created_at)}
        </p>
        <Title
          asset={asset}
          editable={!trashed}
          onRename={(title) => actions.update({ asset, patch: { title } })}
        />
        {trashed && (
          <p className="mt-2 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">{words.inTrash}</p>
        )}
      </div>
      <Text name={words.prompt} text={whole?.prompt ?? asset.prompt} />
      {whole ? (
        <>
          <Text name={words.originalPrompt} text={whole.original_prompt} />
          <Text name={words.negativePrompt} text={whole.negative_prompt} />
        </>
      ) : (
        <Skeleton className="h-16" />
      )}
      {asset.type === "text" && (
        <button
          type="button"
          onClick={() => void copyText(whole ? { ...whole, truncated: [] } : asset)}
          className="inline-flex h-9 items-center justify-center gap-2 rounded-md border border-edge bg-raised text-sm font-medium shadow-card hover:bg-hover"
        >
          <Copy size={15} />
          {words.copyContent}
        </button>
      )}
      <section>
        <Heading>{words.tags}</Heading>
        <TagEditor
          tags={asset.tags}
          editable={!trashed}
          onChange={(tags) => actions.update({ asset, patch: { tags } })}
        />
      </section>
      <section>
        <Heading>{words.details}</Heading>
        <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-y-2 text-sm">
          {asset.project_id !== null && (
            <Fact name={words.project}>
              <Link
                to="/projects/$projectId"
                params={{ projectId: asset.project_id }}
                className="font-medium text-accent underline-offset-3 hover:underline"
              >
                <ProjectName id={asset.project_id} />
              </Link>
            </Fact>
          )}
          {factsOf(asset, format).map(([name, value]) => (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ))}
        </dl>
      </section>
    </div>
  );
}

function Heading({ children }: { children: ReactNode }) {
  return <h3 className="mb-2 text-xs font-medium text-soft">{children}</h3>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

/** A text with a button that copies it; nothing where it is empty. */
function Text({ name, text }: { name: string; text: string }) {
  if (text === "") return null;
  return (
    <section className="group/text">
      <div className="flex items-center justify-between">
        <Heading>{name}</Heading>
        <IconButton label={words.copyField(name)} className="-mt-2" onClick={() => void copy(text)}>
          <Copy size={14} />
        </IconButton>
      </div>
      <p className="text-sm break-words whitespace-pre-line">{text}</p>
    </section>
  );
}

/** What is known, named and written. */
function factsOf(asset: Asset, format: Format): [string, string][] {
  const { width, height, size_bytes, duration_ms } = asset;
  const all: [string, string | null][] = [
    [words.provider, asset.provider],
    [words.model, asset.model],
    [words.seed, asset.seed],
    [words.format, asset.format && strings.gallery.formats[asset.format]],
    [words.language, asset.language],
    [
      words.size,
      [
        width !== null && height !== null && words.pixels(format.number(width), format.number(height)),
        size_bytes !== null && format.bytes(size_bytes),
      ]
        .filter(Boolean)
        .join(", ") || null,
    ],
    [words.duration, duration_ms === null ? null : format.clock(duration_ms)],
    [words.created, format.dateTime(asset.created_at)],
    [words.changed, asset.updated_at === asset.created_at ? null : format.dateTime(asset.updated_at)],
  ];
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]));
}
