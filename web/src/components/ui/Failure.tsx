import { TriangleAlert } from "lucide-react";
import { ProblemError, UnreachableError } from "../../api/problem";
import { strings } from "../../strings";
import { Button } from "./Button";

interface FailureProps {
  error: unknown;
  onRetry: () => void;
  /** "block" where nothing else is on screen; "line" beside what stays there. */
  as?: "block" | "line";
}

/** Says what happened, and offers to try again. */
export function Failure({ error, onRetry, as = "block" }: FailureProps) {
  const { title, detail, reference } = explain(error);
  const retry = <Button onClick={onRetry}>{strings.shell.retry}</Button>;
  if (as === "line") {
    return (
      <div
        role="alert"
        className="flex items-center gap-3 rounded-lg border border-line bg-bad-soft px-4 py-2 text-sm"
      >
        <TriangleAlert size={16} className="shrink-0 text-bad" />
        <p className="min-w-0 flex-1">
          <strong className="font-semibold">{title}</strong> <span>{detail}</span>
        </p>
        {retry}
      </div>
    );
  }
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-20 text-center">
      <span className="mb-4 grid size-12 place-items-center rounded-xl bg-bad-soft text-bad">
        <TriangleAlert size={22} />
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="mt-1 max-w-md text-soft text-pretty">{detail}</p>
      {reference && <p className="mt-2 font-mono text-xs text-soft">{strings.shell.reference(reference)}</p>}
      <div className="mt-5">{retry}</div>
    </div>
  );
}

/** What happened, in words: the server's own where it gave some. */
export function explain(error: unknown): { title: string; detail: string; reference?: string } {
  if (error instanceof ProblemError) {
    const { title, detail, errors, instance } = error.problem;
    const mistakes = errors?.map((mistake) => mistake.detail).join(" ");
    return { title, detail: mistakes || detail, reference: instance };
  }
  const detail = error instanceof UnreachableError ? strings.shell.unreachable : strings.shell.failedHint;
  return { title: strings.shell.failed, detail };
}
