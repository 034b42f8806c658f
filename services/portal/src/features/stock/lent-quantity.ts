import { wholeNumberOf } from '../../shell/whole-number.js';
import { stockMax } from './use-stock.js';

/** How many are asked for; null where nothing, or no such number, was typed. */
export function lentQuantityOf(typed: string | undefined): number | null {
  return wholeNumberOf(typed, 1, stockMax);
}
