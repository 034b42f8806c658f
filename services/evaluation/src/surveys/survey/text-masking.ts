import { setImmediate as nextTurn } from 'node:timers/promises';
import { maskText } from './text-mask.model.js';

/** So many at once take some milliseconds, even where all are as long as they may be. */
export const maskedAtOnce = 25;

/**
 * Masks what was written, a few texts at a time: 20,000 long ones take seconds, in which a process would answer nobody.
 * @throws the reason of the signal, once it is aborted
 */
export async function maskTexts(texts: readonly string[], signal: AbortSignal): Promise<string[]> {
  const masked: string[] = [];
  for (let start = 0; start < texts.length; start += maskedAtOnce) {
    signal.throwIfAborted();
    masked.push(...texts.slice(start, start + maskedAtOnce).map(maskText));
    await nextTurn();
  }
  return masked;
}
