/**
 * Waits until a check passes, for what happens in the background. Tries every 20 ms and fails with the check's last
 * error after the time-out, which is many times what a busy machine needs, and a part of what Jest gives a test.
 */
export async function eventually<T>(check: () => T | Promise<T>, timeoutMs = 30_000): Promise<T> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
