/* The panel's drawings: 24 by 24, in the text's colour, silent for screen readers. */

interface Props {
  readonly path: string;
}

function Icon({ path }: Props) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

export const CloseIcon = () => <Icon path="M6 6l12 12M18 6 6 18" />;
export const SendIcon = () => <Icon path="M5 12 4 4l17 8-17 8 1-8Zm0 0h8" />;
export const PersonIcon = () => <Icon path="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c.6-4 3.6-6 8-6s7.4 2 8 6" />;
export const MoreIcon = () => <Icon path="M5 12h.01M12 12h.01M19 12h.01" />;
export const SmileIcon = () => <Icon path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.5 14c.8 1.2 2 1.8 3.5 1.8s2.7-.6 3.5-1.8M9 9.5v.5m6-.5v.5" />;
export const CheckIcon = () => <Icon path="m5 12.5 4.5 4.5L19 7.5" />;
export const ThumbUpIcon = () => (
  <Icon path="M7 11v9H4v-9h3Zm0 0 4-7c1.5 0 2.5 1 2.5 2.5L13 10h5.5c1 0 1.8 1 1.5 2l-1.6 6.5c-.2.9-1 1.5-1.9 1.5H7" />
);
export const ThumbDownIcon = () => (
  <Icon path="M7 13V4H4v9h3Zm0 0 4 7c1.5 0 2.5-1 2.5-2.5L13 14h5.5c1 0 1.8-1 1.5-2l-1.6-6.5C18.2 4.6 17.4 4 16.5 4H7" />
);
export const AssistantIcon = () => (
  <Icon path="M12 7V4m-7 5.5A2.5 2.5 0 0 1 7.5 7h9A2.5 2.5 0 0 1 19 9.5v6a2.5 2.5 0 0 1-2.5 2.5H12l-4 3v-3h-.5A2.5 2.5 0 0 1 5 15.5v-6ZM9.5 12v1m5-1v1" />
);
