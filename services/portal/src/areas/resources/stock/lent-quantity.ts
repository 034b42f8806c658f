import { wholeNumberOf } from '../../../kit/whole-number.js';

export const stockMax = 100_000;

/** The wanted quantity; null where the text is empty or no valid number. */
export function lentQuantityOf(typed: string | undefined): number | null {
  return wholeNumberOf(typed, 1, stockMax);
}
