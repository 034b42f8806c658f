import { fenOf, localTimeOf } from '../../../i18n/format.js';

/** For a field in yuan: more than zero, with at most two decimals. */
export function amountRule(message: string) {
  return {
    validator: (_rule: unknown, text: string | undefined): Promise<void> =>
      BigInt(fenOf(text ?? '') ?? '0') > 0n ? Promise.resolve() : Promise.reject(new Error(message)),
  };
}

/** What is sent of what was typed in yuan. */
export function moneyOf(yuanText: string) {
  return { amount: fenOf(yuanText) ?? '', currency: 'CNY' as const };
}

/** For a field of a month, `YYYY-MM`. */
export const monthPattern = /^(19|2[01])\d\d-(0[1-9]|1[0-2])$/;

/** Today in Shanghai, `YYYY-MM-DD`. */
export function today(): string {
  return localTimeOf(new Date().toISOString()).slice(0, 10);
}

/** `2026-000012`, as it stands on the receipt. */
export function receiptOf({ receiptYear, receiptNumber }: Receipt): string {
  return `${receiptYear}-${String(receiptNumber).padStart(6, '0')}`;
}

interface Receipt {
  readonly receiptYear: number;
  readonly receiptNumber: number;
}
