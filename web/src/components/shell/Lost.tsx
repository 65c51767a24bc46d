import { Link } from "@tanstack/react-router";
import { Compass, RotateCw } from "lucide-react";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { Empty } from "../ui/Empty";

/** An address that leads nowhere. */
export function Lost() {
  return (
    <Empty
      icon={<Compass size={22} />}
      title={strings.shell.notFound}
      hint={strings.shell.notFoundHint}
      action={
        <Link to="/projects" className="font-medium text-accent underline underline-offset-4">
          {strings.shell.toProjects}
        </Link>
      }
    />
  );
}

/** A screen that threw, or whose code did not load: after an update of the server its old files are gone. */
export function Crashed() {
  return (
    <Empty
      icon={<RotateCw size={22} />}
      title={strings.shell.crashed}
      hint={strings.shell.crashedHint}
      action={<Button onClick={() => location.reload()}>{strings.shell.reload}</Button>}
    />
  );
}
