/**
 * Waits for work, but no longer than that.
 * @returns what the work answers; `otherwise` where it fails, or takes longer: then it goes on, and nobody looks at it
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
