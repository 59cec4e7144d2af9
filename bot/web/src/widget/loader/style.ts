/* The launcher's styles, adopted by its shadow root: no style element, so a strict CSP allows them. */

export const LAUNCHER_STYLE = `
:host { all: initial; color-scheme: light dark; --accent: #1f5f8b; --on-accent: #fff; --side: 20px; --bottom: 20px; }
button {
  position: fixed; bottom: calc(var(--bottom) + env(safe-area-inset-bottom)); right: var(--side); z-index: 2147483000;
  inline-size: 56px; block-size: 56px; padding: 0; border: 0; border-radius: 50%;
  display: grid; place-items: center; cursor: pointer;
  background: var(--accent); color: var(--on-accent);
  box-shadow: 0 0 0 1px rgb(0 0 0 / .08), 0 1px 3px rgb(0 0 0 / .16), 0 8px 24px rgb(0 0 0 / .18);
  transition: transform .15s ease, box-shadow .15s ease;
}
button[hidden] { display: none; }
button:hover { transform: translateY(-1px); box-shadow: 0 0 0 1px rgb(0 0 0 / .08), 0 2px 4px rgb(0 0 0 / .18), 0 12px 32px rgb(0 0 0 / .22); }
button:active { transform: scale(.96); }
button:focus-visible { outline: 3px solid var(--on-accent); outline-offset: -7px; box-shadow: 0 0 0 3px var(--accent), 0 0 0 5px var(--on-accent); }
svg { inline-size: 26px; block-size: 26px; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round; }
.unread {
  position: absolute; top: -4px; right: -4px; min-inline-size: 20px;
  padding-inline: 5px; box-sizing: border-box; border-radius: 10px;
  background: #b42318; color: #fff; font: 600 12px/20px system-ui, sans-serif; text-align: center;
  box-shadow: 0 0 0 2px #fff;
}
.unread:empty { display: none; }
.panel {
  position: fixed; bottom: calc(var(--bottom) + 68px); right: var(--side); z-index: 2147483000;
  inline-size: 400px; block-size: min(680px, calc(100dvh - var(--bottom) - 88px));
  border-radius: 16px; overflow: hidden; background: Canvas; color-scheme: inherit;
  box-shadow: 0 0 0 1px rgb(0 0 0 / .06), 0 4px 12px rgb(0 0 0 / .1), 0 24px 56px rgb(0 0 0 / .22);
  transform-origin: bottom right;
  transition: opacity .18s ease, transform .18s cubic-bezier(.2, .8, .3, 1), visibility .18s;
}
.panel[hidden] { display: block; visibility: hidden; opacity: 0; transform: translateY(8px) scale(.97); pointer-events: none; }
iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; color-scheme: inherit; }
.edge { display: none; }
:host([data-position="left"]) button, :host([data-position="left"]) .panel { right: auto; left: var(--side); transform-origin: bottom left; }
@media (max-width: 480px), (max-height: 420px) {
  .panel, :host([data-position="left"]) .panel { inset: 0; inline-size: 100%; block-size: 100dvh; border-radius: 0; transform-origin: bottom; }
  .edge { display: block; position: absolute; inline-size: 1px; block-size: 1px; }
  :host([data-open]) button { display: none; }
}
@media (prefers-reduced-motion: reduce) { button, .panel { transition: none; } }
@media print { button, .panel { display: none; } }
`;
