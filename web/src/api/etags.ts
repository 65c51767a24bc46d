/** How many answers are kept: what a screen shows and asks again, not everything it ever read. */
const capacity = 60;

interface Kept {
  etag: string;
  body: string;
  headers: [string, string][];
}

/**
 * A fetch that asks conditionally: it keeps the ETag and the bytes of each GET, sends If-None-Match, and gives the kept answer
 * for a 304. So asking again every two seconds costs a round trip and no bytes. (The browser's own cache would do the same,
 * but not for answers that a proxy marks no-store.)
 */
export function conditionalFetch(send: typeof fetch): (request: Request) => Promise<Response> {
  const kept = new Map<string, Kept>();

  return async (request) => {
    if (request.method !== "GET") return send(request);
    const known = kept.get(request.url);
    if (known) request.headers.set("If-None-Match", known.etag);
    const response = await send(request);
    if (response.status === 304 && known) {
      keep(kept, request.url, known);
      return new Response(known.body, { status: 200, headers: known.headers });
    }
    const etag = response.headers.get("ETag");
    if (!response.ok || etag === null) return response;
    const body = await response.text();
    const headers = [...response.headers];
    keep(kept, request.url, { etag, body, headers });
    return new Response(body, { status: response.status, headers });
  };
}

/** Puts an answer last in line, and lets the one go that was not used for longest. */
function keep(kept: Map<string, Kept>, url: string, answer: Kept) {
  kept.delete(url);
  kept.set(url, answer);
  const oldest = kept.keys().next().value;
  if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
}
