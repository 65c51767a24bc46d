import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Where `npm run dev` finds the API: a server started with `make run`. */
const api = process.env.VITRINE_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    // The folder that adapters/http embeds into the binary.
    outDir: "../adapters/http/pages/app",
    emptyOutDir: true,
    // Inlined files would be data: addresses, which the content security policy does not allow.
    assetsInlineLimit: 0,
    target: ["chrome123", "firefox128", "safari17.5"],
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      "/api": { target: api, changeOrigin: true },
      "/demo": { target: api, changeOrigin: true },
      "/docs": { target: api, changeOrigin: true },
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    testTimeout: 30_000,
    restoreMocks: true,
    sequence: { shuffle: true },
  },
});
