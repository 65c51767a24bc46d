import type { ProjectStatus } from "../../services/projectService";
import { classes } from "../ui/classes";

const colours: Record<ProjectStatus, string> = {
  draft: "text-soft",
  pending: "text-soft",
  running: "text-run",
  approval_required: "text-warn",
  completed: "text-good",
  failed: "text-bad",
  cancelled: "text-soft",
};

interface StatusGlyphProps {
  status: ProjectStatus;
  /** Percent, of a running one. */
  progress?: number;
  size?: number;
}

/** The seven statuses, told apart by shape and not by colour alone: the words stand beside it or are said by the parent. */
export function StatusGlyph({ status, progress = 0, size = 16 }: StatusGlyphProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      aria-hidden="true"
      className={classes("shrink-0", colours[status])}
    >
      {drawing(status, progress)}
    </svg>
  );
}

function drawing(status: ProjectStatus, progress: number) {
  switch (status) {
    case "draft":
      return (
        <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.75" strokeDasharray="2.1 2.61" />
      );
    case "pending":
      return (
        <>
          <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.75" />
          <path
            d="M8 4.8V8l2 1.6"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case "running":
      return <Ring progress={progress} />;
    case "approval_required":
      return (
        <>
          <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.75" />
          <path d="M6.4 5.4v5.2M9.6 5.4v5.2" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
        </>
      );
    case "completed":
      return <Disc path="m5.2 8.2 2 2 3.8-4.2" />;
    case "failed":
      return <Disc path="M8 4.6v4M8 11.2v.1" />;
    case "cancelled":
      return (
        <>
          <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="1.75" />
          <path d="m4 12 8-8" stroke="currentColor" strokeWidth="1.75" />
        </>
      );
  }
}

function Disc({ path }: { path: string }) {
  return (
    <>
      <circle cx="8" cy="8" r="6.9" fill="currentColor" />
      <path
        d={path}
        className="stroke-canvas"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  );
}

/** A ring that fills with the percent. */
function Ring({ progress }: { progress: number }) {
  const length = 2 * Math.PI * 6;
  return (
    <>
      <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="2" opacity="0.25" />
      <circle
        cx="8"
        cy="8"
        r="6"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray={length}
        strokeDashoffset={length * (1 - Math.max(progress, 4) / 100)}
        transform="rotate(-90 8 8)"
        className="transition-[stroke-dashoffset] duration-500"
      />
    </>
  );
}
