/**
 * Signing in again without losing what was typed. In `jwt` mode a proxy signs people in, and does so for any page that is opened:
 * so `/signed-in` is opened in a window of its own. Once it is there, the proxy has let it through; it tells the others and closes.
 */
const channel = "vitrine.session";

/** Opens the window in which the proxy asks who one is. */
export function openSignIn() {
  window.open("/signed-in", "vitrine-sign-in", "popup,width=520,height=680");
}

/** Tells the other windows of this page that there is a session. */
export function tellSignedIn() {
  const said = new BroadcastChannel(channel);
  said.postMessage("signed-in");
  said.close();
}

/** Calls `go` when another window has signed in; gives how to stop. */
export function onSignedIn(go: () => void): () => void {
  const heard = new BroadcastChannel(channel);
  heard.onmessage = go;
  return () => heard.close();
}
