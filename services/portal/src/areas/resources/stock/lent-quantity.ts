import { wholeNumberOf } from '../../../kit/whole-number.js';

export const stockMax = 100_000;

/** How many are asked for; null where nothing, or no such number, was typed. */
export function lentQuantityOf(typed: string | undefined): number | null {
  return wholeNumberOf(typed, 1, stockMax);
}
