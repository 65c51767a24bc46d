import { strings } from "../../strings";
import { classes } from "../ui/classes";
import mark from "./mark.svg";

/** The product's sign and name; on a narrow sidebar the sign alone. */
export function Mark({ className }: { className?: string }) {
  return (
    <span className={classes("flex items-center gap-2.5", className)}>
      <img src={mark} alt="" width={26} height={26} className="rounded-md" />
      <span className="text-lg font-semibold tracking-tight md:max-lg:sr-only">{strings.shell.product}</span>
    </span>
  );
}
