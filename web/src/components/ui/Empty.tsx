import type { ReactNode } from "react";

interface EmptyProps {
  icon: ReactNode;
  title: string;
  hint: string;
  /** A way on: what to do where there is nothing yet, or a way back where nothing matches. */
  action?: ReactNode;
}

/** Nothing to show: either nothing yet, or nothing that matches. */
export function Empty({ icon, title, hint, action }: EmptyProps) {
  return (
    <div className="flex animate-appear flex-col items-center px-6 py-20 text-center">
      <span className="mb-4 grid size-12 place-items-center rounded-xl border border-line bg-surface text-soft shadow-card">
        {icon}
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="mt-1 max-w-sm text-soft text-pretty">{hint}</p>
      {action && <div className="mt-5 flex gap-2">{action}</div>}
    </div>
  );
}
