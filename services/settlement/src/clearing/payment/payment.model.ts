import { allocate, DomainError, formatYuan } from '@gongxiang/domain';

/** An open payment is reminded of the morning after its day is over, then each week, and no more than so often. */
export const remindersMax = 8;
const reminderHour = '09:00';
/** So many days before its day is over an open payment is told of. */
const tellDays = 3;
const dayMs = 86_400_000;

/** @returns the date so many days later */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** @param dueOn the last day on which the payment is in time */
export function firstReminderAt(dueOn: string): Date {
  return new Date(`${daysAfter(dueOn, 1)}T${reminderHour}:00+08:00`);
}

/** @param dueOn the last day on which the payment is in time */
export function tellAt(dueOn: string): Date {
  return new Date(`${daysAfter(dueOn, -tellDays)}T${reminderHour}:00+08:00`);
}

/** The last minute of a day in China. */
export function endOf(day: string): Date {
  return new Date(`${day}T23:59:00+08:00`);
}

/** @returns null after the last reminder */
export function nextReminderAt(now: Date, reminderCount: number): Date | null {
  return reminderCount >= remindersMax ? null : new Date(now.getTime() + 7 * dayMs);
}

/**
 * A transfer is paid whole or not at all: a part of it would leave a clearing account open of which nobody could say what
 * it stands for. Whoever got another sum sends it back; what was never paid whole is given up, and owed again.
 * @param amount what the bank says; null where nobody has said it
 * @throws DomainError 422 `PAYMENT_AMOUNT_DIFFERS` {due}
 */
export function requireWhole(due: bigint, amount: bigint | null): void {
  if (amount === null || amount === due) return;
  throw new DomainError('PAYMENT_AMOUNT_DIFFERS', { pointer: '/amount', params: { due: formatYuan(due) } });
}

/** What a line of the run was about, in fen. */
export interface NettedLine<Fund extends string> {
  readonly from: string;
  readonly to: string;
  readonly incomeKind: Fund;
  readonly amount: bigint;
}

/**
 * Of which kinds of money an unpaid transfer is owed again: in proportion to what its payer owed in the run, between
 * the two where they dealt with each other, by largest remainder. A payer that owed nothing, as a hub, takes the
 * proportions of its payee's claims.
 */
export function fundsOf<Fund extends string>(
  transfer: { readonly payer: string; readonly payee: string; readonly amount: bigint },
  lines: readonly NettedLine<Fund>[],
): { incomeKind: Fund; amount: bigint }[] {
  const owed = lines.filter(({ from }) => from === transfer.payer);
  const between = owed.filter(({ to }) => to === transfer.payee);
  const claims = lines.filter(({ to }) => to === transfer.payee);
  const basis = [between, owed, claims].find((some) => some.length > 0) ?? [];
  const weights = new Map<Fund, bigint>();
  for (const { incomeKind, amount } of basis)
    weights.set(incomeKind, (weights.get(incomeKind) ?? 0n) + amount);
  const parts = allocate(transfer.amount, [...weights.values()]);
  return [...weights.keys()]
    .map((incomeKind, index) => ({ incomeKind, amount: parts[index] ?? 0n }))
    .filter(({ amount }) => amount > 0n);
}
