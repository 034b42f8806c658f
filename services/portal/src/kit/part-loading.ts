/** How far something that is loaded later has come. A failure is told only to who waits for it. */
type Standing<Part> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed' }
  | { readonly state: 'here'; readonly part: Part };

interface PartLoading<Part> {
  /** Loads it, unless it is on its way or there; after a failure once more. */
  readonly start: () => void;
  readonly standing: () => Standing<Part>;
  /** Gives back what ends the listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Loads a part once, whoever asks for it first: a browser that is idle, or a reader who waits for it. */
export function partLoading<Part>(load: () => Promise<Part>): PartLoading<Part> {
  const listeners = new Set<() => void>();
  let standing: Standing<Part> = { state: 'waiting' };
  let isOnItsWay = false;
  const become = (next: Standing<Part>): void => {
    standing = next;
    for (const listener of listeners) listener();
  };
  const start = (): void => {
    if (isOnItsWay || standing.state === 'here') return;
    isOnItsWay = true;
    if (standing.state === 'failed') become({ state: 'waiting' });
    load()
      .then(
        (part) => become({ state: 'here', part }),
        // What nobody waits for is asked for again by whoever opens it.
        () => become({ state: listeners.size > 0 ? 'failed' : 'waiting' }),
      )
      .finally(() => {
        isOnItsWay = false;
      });
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { start, standing: () => standing, subscribe };
}
