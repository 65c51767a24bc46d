import type { ReactNode } from "react";
import { Button } from "../ui/Button";

interface ToggleProps {
  label: string;
  icon: ReactNode;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A filter that is on or off. On narrower screens it is its drawing alone. */
export function Toggle({ label, icon, on, onChange }: ToggleProps) {
  return (
    <Button
      aria-pressed={on}
      title={label}
      icon={icon}
      onClick={() => onChange(!on)}
      look={on ? "on" : "plain"}
      className="max-lg:w-9 max-lg:px-0"
    >
      <span className="max-lg:sr-only">{label}</span>
    </Button>
  );
}
