import { useQueryClient } from "@tanstack/react-query";
import { CloudOff, LogIn, ServerCrash } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useConnection } from "../../api/connection";
import { usePoll } from "../../live/usePoll";
import { strings } from "../../strings";
import { Button } from "../ui/Button";
import { userQuery } from "./Account";
import { onSignedIn, openSignIn } from "./session";

/** What is wrong with the way to the server, over the page, so that nothing moves when it comes or goes. */
export function Notices() {
  const { reachable, sessionEnded, degraded } = useConnection();
  const queries = useQueryClient();

  // While the server is away or the session has ended, one small request finds out when that is over.
  usePoll(() => queries.fetchQuery({ ...userQuery, staleTime: 0, retry: false }), !reachable || sessionEnded);
  useEffect(() => onSignedIn(() => void queries.invalidateQueries()), [queries]);
  useEffect(() => {
    if (reachable && !sessionEnded)
      void queries.invalidateQueries({ predicate: ({ state }) => state.error !== null });
  }, [reachable, sessionEnded, queries]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-3 top-3 z-40 flex flex-col items-center gap-2 md:left-[4.5rem] lg:left-[15.25rem]"
    >
      {!reachable && <Notice icon={<CloudOff size={16} />}>{strings.shell.offline}</Notice>}
      {sessionEnded && (
        <Notice
          icon={<LogIn size={16} />}
          action={<Button onClick={openSignIn}>{strings.shell.signIn}</Button>}
        >
          {strings.shell.sessionEnded}
        </Notice>
      )}
      {degraded.length > 0 && (
        <Notice icon={<ServerCrash size={16} />}>
          {strings.shell.degraded(
            degraded.map((part) => strings.shell.degradedParts[part] ?? part).join(", "),
          )}
        </Notice>
      )}
    </div>
  );
}

function Notice({ icon, action, children }: { icon: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="pointer-events-auto flex max-w-xl animate-rise items-center gap-3 rounded-lg bg-raised py-2 pr-2.5 pl-3.5 text-sm shadow-float">
      <span className="text-warn">{icon}</span>
      <p className="py-0.5">{children}</p>
      {action}
    </div>
  );
}
