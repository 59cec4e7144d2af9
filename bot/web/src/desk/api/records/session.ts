/* The session and the switches of the whole desk, as they travel. */

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface SignedIn {
  readonly csrf: string;
  readonly user: User & { readonly email: string };
}

/** Whether the bot is switched off everywhere. */
export interface Silence {
  readonly silenced: boolean;
  readonly since: string | null;
  readonly by: string | null;
}

/** What is wrong with the settings' file: why it does not serve, and names in it that nobody knows. */
export interface SettingsState {
  readonly unusable: string | null;
  readonly doubts: readonly string[];
}
