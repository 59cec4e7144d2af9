/* Drawings about files: 24 by 24, in the text's colour, silent for screen readers. */

function Icon({ path }: { readonly path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

export const PaperclipIcon = () => <Icon path="m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.5 3.5 0 0 1 5 5l-8.4 8.4a1.8 1.8 0 0 1-2.6-2.6L14.5 7.5" />;
export const FileIcon = () => <Icon path="M6 3h8l5 5v13H6V3Zm8 0v5h5" />;
export const RemoveIcon = () => <Icon path="M7 7l10 10M17 7 7 17" />;
