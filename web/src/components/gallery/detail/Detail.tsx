import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, SearchX } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { ProblemError } from "../../../api/problem";
import type { Asset, AssetQuery } from "../../../services/assetService";
import { strings } from "../../../strings";
import { classes } from "../../ui/classes";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { isTyping } from "../../ui/shortcuts";
import { useModal } from "../../ui/useModal";
import type { Section } from "../grid/section";
import { oneAsset } from "../queries";
import type { AssetActions } from "../useAssetActions";
import { DetailBar } from "./DetailBar";
import { Facts } from "./Facts";
import { Stage } from "./Stage";
import { useSteps } from "./useSteps";

const words = strings.gallery.detail;

interface DetailProps {
  id: string;
  /** The list it is seen in. */
  query: AssetQuery;
  actions: AssetActions;
}

/** One asset in full, over the list it is in, with a step to the next and the previous of that list. */
export function Detail({ id, query, actions }: DetailProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const steps = useSteps(id, query);
  const { data: whole, error, isError, refetch } = useQuery(oneAsset(id));
  const listed = useListed(id);
  const asset = whole ?? listed;
  useModal(dialog);

  function trash(asset: Asset) {
    const onward = steps.next ?? steps.previous;
    actions.bulk({ action: asset.deleted_at === null ? "trash" : "restore", ids: [asset.id] });
    if (onward) steps.go(onward.id);
    else steps.close();
  }
  function keys(event: KeyboardEvent) {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLMediaElement) return;
    if (event.key === "ArrowRight" && steps.next) steps.go(steps.next.id);
    else if (event.key === "ArrowLeft" && steps.previous) steps.go(steps.previous.id);
    else if (event.key === "Delete" && asset) trash(asset);
    else return;
    event.preventDefault();
  }

  const gone = isError && error instanceof ProblemError && error.status === 404;
  return (
    <dialog
      ref={dialog}
      aria-label={asset?.display_title ?? strings.gallery.loading}
      onCancel={(event) => {
        event.preventDefault();
        steps.close();
      }}
      onKeyDown={keys}
      className="inset-0 m-0 size-full max-h-none max-w-none animate-appear overflow-hidden bg-canvas p-0 text-ink"
    >
      <div className="flex size-full flex-col overflow-y-auto md:flex-row md:overflow-hidden">
        <div className="relative flex min-h-0 shrink-0 flex-col max-md:h-[62dvh] md:flex-1 md:shrink">
          <DetailBar asset={asset} actions={actions} onTrash={trash} onClose={steps.close} />
          {asset ? <Stage key={asset.id} asset={asset} /> : <span className="flex-1" />}
          <Step label={words.previous} side="left-3" to={steps.previous} onStep={steps.go}>
            <ChevronLeft size={20} />
          </Step>
          <Step label={words.next} side="right-3" to={steps.next} onStep={steps.go}>
            <ChevronRight size={20} />
          </Step>
        </div>
        <aside className="border-line bg-surface max-md:border-t md:w-88 md:shrink-0 md:overflow-y-auto md:border-l lg:w-96">
          {asset && <Facts key={asset.id} asset={asset} whole={whole} actions={actions} />}
          {gone && !asset && (
            <Empty icon={<SearchX size={22} />} title={words.notHere} hint={words.notHereHint} />
          )}
          {isError && !gone && (
            <Failure as={asset ? "line" : "block"} error={error} onRetry={() => void refetch()} />
          )}
        </aside>
      </div>
    </dialog>
  );
}

interface StepProps {
  label: string;
  side: string;
  to: Asset | undefined;
  onStep: (id: string) => void;
  children: ReactNode;
}

function Step({ label, side, to, onStep, children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={!to}
      onClick={() => to && onStep(to.id)}
      className={classes(
        "absolute top-1/2 grid size-10 -translate-y-1/2 place-items-center rounded-full border border-edge bg-raised/90 text-ink shadow-card transition-opacity hover:bg-raised disabled:opacity-0",
        side,
      )}
    >
      {children}
    </button>
  );
}

/** What the loaded sections have of an asset: enough to begin with. */
function useListed(id: string): Asset | undefined {
  const queries = useQueryClient();
  return queries
    .getQueriesData<Section>({ queryKey: ["assets", "section"] })
    .flatMap(([, section]) => section?.items ?? [])
    .find((asset) => asset.id === id);
}
