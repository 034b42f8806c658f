/**
 * Waits until a check of a background effect passes. Tries every 20 ms and fails with the check's last error after
 * the timeout, which is many times what a busy machine needs, and a part of what Jest allows a test.
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
