import { allocate, dayMs, daysAfter, DomainError } from '@gongxiang/domain';

/** Reminders of an open payment start the morning after its due day and repeat weekly, at most this often. */
export const remindersMax = 8;
const reminderHour = '09:00';
/** A first notice is sent this many days before the due day. */
const noticeDays = 3;

/** @param dueOn the last day on which the payment is on time */
export function firstReminderAt(dueOn: string): Date {
  return new Date(`${daysAfter(dueOn, 1)}T${reminderHour}:00+08:00`);
}

/** @param dueOn the last day on which the payment is on time */
export function noticeAt(dueOn: string): Date {
  return new Date(`${daysAfter(dueOn, -noticeDays)}T${reminderHour}:00+08:00`);
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
 * A transfer is paid in full or not at all: a partial payment would leave an unexplained balance on a clearing
 * account. A wrong amount is sent back; a transfer never paid in full is given up, and owed again.
 * @param amount the amount stated by the bank; null if not stated
 * @throws DomainError 422 `PAYMENT_AMOUNT_DIFFERS` {dueFen}
 */
export function requireFullAmount(due: bigint, amount: bigint | null): void {
  if (amount === null || amount === due) return;
  throw new DomainError('PAYMENT_AMOUNT_DIFFERS', { pointer: '/amount', params: { dueFen: String(due) } });
}

/** A line of the run, in fen. */
export interface NettedLine<Fund extends string> {
  readonly from: string;
  readonly to: string;
  readonly incomeKind: Fund;
  readonly amount: bigint;
}

/**
 * Splits an unpaid transfer over kinds of money: in proportion to the payer's debts to the payee in the run, or else
 * to all its debts, by largest remainder. A payer without debts, such as a hub, uses the proportions of its payee's
 * claims.
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

/** What the payer writes on the transfer: short enough for every bank, and found by it in a list of transfers. */
export function remarkOf(paymentId: string): string {
  // The last part of the id: its beginning is the time, which the payments of one run share.
  return `轧差${paymentId.slice(-8).toUpperCase()}`;
}
