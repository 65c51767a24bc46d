import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The real binary with the page inside, as `make build` leaves it. */
const binary = process.env.VITRINE_BINARY ?? fileURLToPath(new URL("../../bin/server", import.meta.url));

/** A running server with demo data of its own. */
export interface Server {
  url: string;
  stop(): Promise<void>;
}

/** Starts a server with nothing but memory behind it, on ports of the system's choice. */
export async function startServer(settings: Record<string, string> = {}): Promise<Server> {
  const process_ = spawn(binary, {
    env: {
      PATH: process.env.PATH,
      VITRINE_PROFILE: "memory",
      VITRINE_DEMO: "true",
      VITRINE_ADDR: "127.0.0.1:0",
      VITRINE_ADMIN_ADDR: "127.0.0.1:0",
      VITRINE_LOG_LEVEL: "error",
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { url: await announced(process_), stop: () => stop(process_) };
}

/** The address that the server prints when it is ready. */
async function announced(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error("no standard output");
  for await (const line of createInterface({ input: server.stdout })) {
    const found = /ready: (http:\S+)\//.exec(line);
    if (found?.[1]) return found[1];
  }
  throw new Error(`${binary} ended before it was ready`);
}

async function stop(server: ChildProcess) {
  if (server.exitCode !== null) return;
  const end = once(server, "exit");
  server.kill("SIGTERM");
  await end;
}
