import { fenOf } from '../../../i18n/format.js';
import type { RefundLine } from './pool-life.model.js';

/** The form of a refund: 元 by bill, as typed. */
export interface RefundForm {
  readonly amounts?: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly creditNote?: string;
}

/** The bills with a refund: those with an amount above zero. */
export function linesOf({ amounts = {} }: RefundForm): RefundLine[] {
  return Object.entries(amounts).flatMap(([itemId, text]) => {
    const amount = fenOf(text);
    return amount === null || amount === '0'
      ? []
      : [{ itemId, amount: { amount, currency: 'CNY' as const } }];
  });
}

/** Is the text empty or an amount? The field of a bill without a refund stays empty. */
export function isRefundAmount(text: string | undefined): boolean {
  return (text ?? '').trim() === '' || fenOf(text ?? '') !== null;
}
