/** How the event loop went on while something was done. */
export interface EventLoopWatch {
  /** How often others had their turn. */
  readonly rounds: number;
  /** The longest that they waited for it, as a share of the whole time; near 1 where one block took nearly all of it. */
  readonly longestShare: number;
}

/** Watches the event loop of this process until the work is done. */
export async function watchEventLoop(work: () => Promise<unknown>): Promise<EventLoopWatch> {
  const startedAt = performance.now();
  let [rounds, longestMs, since] = [0, 0, startedAt];
  const timer = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - since);
    [rounds, since] = [rounds + 1, performance.now()];
  }, 1);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  const endedAt = performance.now();
  return { rounds, longestShare: Math.max(longestMs, endedAt - since) / (endedAt - startedAt) };
}
