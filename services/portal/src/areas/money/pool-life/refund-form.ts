import { fenOf } from '../../../i18n/format.js';
import type { RefundLine } from './pool-life.model.js';

/** What a refund form holds: 元 by bill, as typed. */
export interface RefundForm {
  readonly amounts?: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly creditNote?: string;
}

/** The bills that money came back on: those with an amount above zero. */
export function linesOf({ amounts = {} }: RefundForm): RefundLine[] {
  return Object.entries(amounts).flatMap(([itemId, text]) => {
    const amount = fenOf(text);
    return amount === null || amount === '0'
      ? []
      : [{ itemId, amount: { amount, currency: 'CNY' as const } }];
  });
}

/** Is it empty, or an amount? A bill that nothing came back on is left empty. */
export function isRefundAmount(text: string | undefined): boolean {
  return (text ?? '').trim() === '' || fenOf(text ?? '') !== null;
}
