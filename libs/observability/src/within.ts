/**
 * Waits for work with a timeout.
 * @returns the result of the work; `otherwise` if it fails or takes longer: then it continues, and its result is
 * ignored
 */
export async function within<T>(milliseconds: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), milliseconds);
  });
  const ended = work.catch(() => otherwise);
  try {
    return await Promise.race([ended, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}
