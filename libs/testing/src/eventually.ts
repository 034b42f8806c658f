const firstPauseMs = 20;
/** What is waited for long is asked for less often: each question takes from what it waits for. */
const pauseMsMax = 200;

/**
 * Waits until a check of a background effect passes. Tries again and again, and fails with the check's last error after
 * the timeout, which is many times what a busy machine needs, and a part of what Jest allows a test.
 */
export async function eventually<T>(check: () => T | Promise<T>, timeoutMs = 30_000): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(1.5 * pauseMs, pauseMsMax)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
