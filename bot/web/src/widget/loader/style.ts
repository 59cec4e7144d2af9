/* The launcher's styles, adopted by its shadow root: no style element, so a strict CSP allows them. */

export const LAUNCHER_STYLE = `
:host { all: initial; --accent: #1f5f8b; --on-accent: #fff; }
button {
  position: fixed; bottom: 20px; inset-inline-end: 20px; z-index: 2147483000;
  inline-size: 56px; block-size: 56px; padding: 0; border: 0; border-radius: 50%;
  display: grid; place-items: center; cursor: pointer;
  background: var(--accent); color: var(--on-accent);
  box-shadow: 0 1px 3px rgb(0 0 0 / .2), 0 8px 24px rgb(0 0 0 / .2);
  transition: transform .15s ease;
}
button:hover { transform: scale(1.05); }
button:focus-visible { outline: 3px solid var(--on-accent); outline-offset: -7px; box-shadow: 0 0 0 3px var(--accent); }
svg { inline-size: 26px; block-size: 26px; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round; }
.unread {
  position: absolute; inset-block-start: -4px; inset-inline-end: -4px; min-inline-size: 20px;
  padding-inline: 5px; box-sizing: border-box; border-radius: 10px;
  background: #b42318; color: #fff; font: 600 12px/20px system-ui, sans-serif; text-align: center;
}
.unread:empty { display: none; }
.panel {
  position: fixed; bottom: 88px; inset-inline-end: 20px; z-index: 2147483000;
  inline-size: 400px; block-size: min(660px, calc(100dvh - 108px));
  border-radius: 16px; overflow: hidden; background: Canvas; color-scheme: light dark;
  box-shadow: 0 2px 6px rgb(0 0 0 / .12), 0 16px 48px rgb(0 0 0 / .24);
  transition: opacity .16s ease, transform .16s ease, visibility .16s;
}
.panel[hidden] { display: block; visibility: hidden; opacity: 0; transform: translateY(12px); pointer-events: none; }
iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; color-scheme: light dark; }
:host([data-position="left"]) button, :host([data-position="left"]) .panel { inset-inline: 20px auto; }
@media (max-width: 480px), (max-height: 420px) {
  .panel { inset: 0; inline-size: 100%; block-size: 100dvh; border-radius: 0; }
  :host([data-position="left"]) .panel { inset: 0; }
  :host([data-open]) button { display: none; }
}
@media (prefers-reduced-motion: reduce) { button, .panel { transition: none; } }
@media print { button, .panel { display: none; } }
`;
