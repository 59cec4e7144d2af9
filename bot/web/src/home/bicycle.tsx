/* A bicycle, drawn with a few lines. */

export function Bicycle() {
  return (
    <svg class="bicycle" viewBox="0 0 320 200" aria-hidden="true" focusable="false">
      <g class="wheels">
        <circle cx="72" cy="134" r="54" />
        <circle cx="248" cy="134" r="54" />
        <circle cx="72" cy="134" r="5" />
        <circle cx="248" cy="134" r="5" />
      </g>
      <path class="frame" d="M72 134 118 62h98l-72 74H72m72 0L110 46m106 16 32 72M216 62l-8-24" />
      <path class="parts" d="M94 46h34m80-8c14-4 24-2 28 6M144 136m-14 0a14 14 0 1 0 28 0a14 14 0 1 0-28 0m14 0 12 22m-4 0h10" />
    </svg>
  );
}
