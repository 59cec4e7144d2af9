/* Builds dist/widget.js: one small classic script, no imports, for a host page. */
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    emptyOutDir: false,
    copyPublicDir: false,
    lib: {
      entry: "src/widget/loader/main.ts",
      formats: ["iife"],
      name: "FrontdeskLoader",
      fileName: () => "widget.js",
    },
  },
});
