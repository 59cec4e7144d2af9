/* Asks before unsaved changes are left behind, within the desk and when the page is closed. */

export function guardUnsaved(isDirty: () => boolean, router: { mayLeave: () => boolean }, question: string): () => void {
  const free = (): boolean => true;
  router.mayLeave = () => !isDirty() || window.confirm(question);
  const closing = (event: BeforeUnloadEvent): void => {
    if (isDirty()) event.preventDefault();
  };
  window.addEventListener("beforeunload", closing);
  return () => {
    router.mayLeave = free;
    window.removeEventListener("beforeunload", closing);
  };
}
