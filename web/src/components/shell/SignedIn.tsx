import { useEffect } from "react";
import { strings } from "../../strings";
import { tellSignedIn } from "./session";

/** What the window of the sign-in ends with. */
export function SignedIn() {
  useEffect(() => {
    tellSignedIn();
    window.close();
  }, []);

  return (
    <main className="grid min-h-dvh place-items-center p-6 text-center">
      <div>
        <h1 className="text-xl font-semibold">{strings.shell.signedIn}</h1>
        <p className="mt-1 text-soft">{strings.shell.signedInHint}</p>
      </div>
    </main>
  );
}
