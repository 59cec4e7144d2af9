/* The desk's drawings: 24 by 24, in the text's colour, silent for screen readers. */

function Icon({ path }: { readonly path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

export const InboxIcon = () => <Icon path="M4 13 6.5 5h11L20 13v6H4v-6Zm0 0h5a3 3 0 0 0 6 0h5" />;
export const TemplatesIcon = () => <Icon path="M5 4h14v16H5V4Zm4 5h6M9 13h6M9 17h3" />;
export const BookIcon = () => <Icon path="M5 4.5A2.5 2.5 0 0 1 7.5 2H19v16H7.5A2.5 2.5 0 0 0 5 20.5v-16Zm0 16A1.5 1.5 0 0 0 6.5 22H19v-4M9 7h6" />;
export const BellIcon = () => <Icon path="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15L6 17Zm4.5 2a1.5 1.5 0 0 0 3 0M12 5V3" />;
export const KeyboardIcon = () => <Icon path="M3 7h18v11H3V7Zm4 4h.01M11 11h.01M15 11h.01M18 11h.01M8 15h8" />;
export const DownloadIcon = () => <Icon path="M12 4v11m-4-4 4 4 4-4M5 20h14" />;
export const FilterIcon = () => <Icon path="M4 6h16M7 12h10m-7 6h4" />;
export const ChartIcon = () => <Icon path="M4 20h16M7 16v-5m5 5V5m5 11V9" />;
export const ReviewIcon = () => <Icon path="M4 6h9M4 12h9M4 18h6m5-1 2.5 2.5L21 15" />;
export const LeaveIcon = () => <Icon path="M14 4H5v16h9M10 12h11m-4-4 4 4-4 4" />;
export const BackIcon = () => <Icon path="M15 5l-7 7 7 7" />;
export const CloseIcon = () => <Icon path="M6 6l12 12M18 6 6 18" />;
export const PlusIcon = () => <Icon path="M12 5v14M5 12h14" />;
export const BinIcon = () => <Icon path="M5 7h14M10 7V4h4v3m-8 0 1 13h10l1-13" />;
export const PowerIcon = () => <Icon path="M12 3v8M7 6a8 8 0 1 0 10 0" />;
export const SettingsIcon = () => <Icon path="M4 7h10m4 0h2M4 17h2m4 0h10M16 4.5v5M8 14.5v5" />;
export const WhyIcon = () => <Icon path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-2.5-11a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .7-1 1.7m0 3v.1" />;
