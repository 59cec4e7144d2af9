/*
 * Builds the three pages: the demonstration page, the widget's panel and the desk.
 * The loader is built apart (vite.loader.config.ts), because a host page loads it as one classic script.
 */
import { defineConfig } from "vite";

/** Where `frontdesk serve` listens while `npm run dev` serves the sources. */
const server = "http://127.0.0.1:8080";

function libraryOf(id: string): string | undefined {
  if (id.includes("node_modules/uplot/")) return "charts"; // For one room alone.
  return id.includes("node_modules") ? "libraries" : undefined;
}

export default defineConfig({
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  build: {
    target: "es2022",
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      // The libraries change rarely: in a file of their own they stay in browsers' caches.
      output: { manualChunks: libraryOf },
      input: { home: "index.html", panel: "widget/index.html", desk: "desk/index.html" },
    },
  },
  server: {
    proxy: {
      "/api": { target: server, ws: true },
      "/widget.js": server,
    },
  },
  test: { include: ["tests/**/*.test.ts"], environment: "node", css: true }, // Otherwise stylesheets read as empty.
} as Parameters<typeof defineConfig>[0]);
