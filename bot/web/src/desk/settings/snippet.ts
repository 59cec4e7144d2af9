/* The tag that puts the widget on a page, as its owner copies it. */

export interface Placement {
  readonly position: "left" | "right" | null;
  readonly theme: "auto" | "light" | "dark";
}

export function snippetFor(origin: string, accent: string, { position, theme }: Placement): string {
  const attributes = [`src="${escaped(origin)}/widget.js"`, "async", `data-accent="${escaped(accent)}"`];
  if (position !== null) attributes.push(`data-position="${position}"`);
  if (theme !== "auto") attributes.push(`data-theme="${theme}"`);
  return `<script ${attributes.join(" ")}></script>`;
}

function escaped(text: string): string {
  return text.replace(/\/+$/, "").replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
