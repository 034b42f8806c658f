import { allocate } from '@gongxiang/domain/money';
import { fenOf, localTimeOf, yuanOf } from '../../../i18n/format.js';
import { addMonths } from '../../../i18n/months.js';

/** An instalment as it stands in its fields. */
export interface InstalmentFields {
  readonly dueOn?: string;
  readonly amount?: string;
}

/** The least and the most instalments of one payment. */
const countMin = 2;
const countMax = 12;

/** In how many instalments a payment can be made. */
export const instalmentCounts = Array.from({ length: countMax - countMin + 1 }, (_one, at) => countMin + at);

/** To begin from: equal parts to the fen, from today on, a month apart; none where all of it is paid at once. */
export function evenInstalments(count: number, amount: string | undefined, now: Date): InstalmentFields[] {
  if (count === 0) return [];
  const fen = BigInt(fenOf(amount ?? '') ?? '0');
  const parts = allocate(
    fen,
    Array.from({ length: count }, () => 1n),
  );
  const today = localTimeOf(now.toISOString()).slice(0, 10);
  return parts.map((part, at) => ({
    dueOn: addMonths(today, at),
    amount: fen === 0n ? '' : yuanOf(String(part)),
  }));
}

/** By how many fen the instalments miss the amount: more than 0 if there is some left, less if they are too much. */
export function fenLeft(amount: string | undefined, instalments: readonly InstalmentFields[]): bigint {
  const fen = (typed: string | undefined): bigint => BigInt(fenOf(typed ?? '') ?? '0');
  return instalments.reduce((left, one) => left - fen(one.amount), fen(amount));
}

/** What is sent; null where all of it is asked for at once. */
export function instalmentsSent(instalments: readonly InstalmentFields[]) {
  if (instalments.length === 0) return null;
  return instalments.map(({ dueOn = '', amount = '' }) => ({
    dueOn,
    amount: { amount: fenOf(amount) ?? '', currency: 'CNY' as const },
  }));
}
