/*
 * The other tabs of this browser: what they change in the store, and turns that only one may take at a time.
 * Browsers lock on secure pages only; elsewhere two tabs may do the same twice, which the server takes once.
 */

export interface Tabs {
  /** Calls back with each key that another tab changed. */
  onChange(callback: (key: string) => void): void;
  /** Runs `task` while no other tab runs one of the same name. */
  alone<Result>(name: string, task: () => Promise<Result>): Promise<Result>;
}

/** A page without others beside it. */
export const NO_TABS: Tabs = { onChange: () => undefined, alone: (_name, task) => task() };

export const BROWSER_TABS: Tabs = {
  onChange: (callback) => {
    window.addEventListener("storage", ({ key, storageArea }) => {
      if (key !== null && storageArea === window.localStorage) callback(key);
    });
  },
  alone: async <Result>(name: string, task: () => Promise<Result>): Promise<Result> => {
    let begun = false;
    const begin = (): Promise<Result> => {
      begun = true;
      return task();
    };
    const locks: LockManager | undefined = navigator.locks;
    if (!locks) return task();
    try {
      return (await locks.request(`frontdesk.${name}`, begin)) as Result;
    } catch (error) {
      if (begun) throw error;
      return task(); // Where the browser keeps frames of other sites from storing, it locks nothing either.
    }
  },
};
