import type { MatterPaymentState } from '@gongxiang/contracts/words/matter-payment';
import type { ActionRule } from '@gongxiang/domain';
import { allocate, DomainError } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { moneyValues, officeOf } from '../../reference/money-awaits.model.js';
import type { MatterPaymentRow, PaymentPart } from './matter-payment.entity.js';

export type PaymentAct = 'approve' | 'refuse' | 'pay' | 'return';

/** The states in which each act is possible, and the one to which it leads. */
const acts: Readonly<
  Record<PaymentAct, { readonly from: readonly MatterPaymentState[]; readonly to: MatterPaymentState }>
> = {
  approve: { from: ['asked'], to: 'approved' },
  // What is approved may still prove impossible to pay.
  refuse: { from: ['asked', 'approved'], to: 'refused' },
  pay: { from: ['approved'], to: 'paid' },
  return: { from: ['paid'], to: 'returned' },
};

export function isPossible(state: MatterPaymentState, act: PaymentAct): boolean {
  return acts[act].from.includes(state);
}

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function nextPaymentState(state: MatterPaymentState, act: PaymentAct): MatterPaymentState {
  if (!isPossible(state, act)) throw new DomainError('ILLEGAL_TRANSITION');
  return acts[act].to;
}

type Hands = Pick<MatterPaymentRow, 'askedBy' | 'approvedBy'>;

/** E83: who has asked for it does not approve or refuse it, and who has approved it does not pay it. */
export function hasDoneTheOtherHalf(
  { askedBy, approvedBy }: Hands,
  act: PaymentAct,
  personId: string,
): boolean {
  if (act === 'approve') return personId === askedBy;
  return act === 'pay' && personId === approvedBy;
}

/** Each payee's part of an amount in fen, by largest remainder: they sum to it, whatever the weights are. */
export function partsOf(
  amountFen: bigint,
  payees: readonly { readonly pseudonym: string; readonly weight: number }[],
): PaymentPart[] {
  const amounts = allocate(
    amountFen,
    payees.map(({ weight }) => BigInt(weight)),
  );
  return payees.map(({ pseudonym, weight }, at) => ({
    pseudonym,
    weight,
    amountFen: String(amounts[at] ?? 0n),
  }));
}

/** @throws DomainError `MATTER_PAYMENT_DAY` for a day that has not come, or a return before the payment */
export function requireDay(
  on: string,
  { from, today, pointer }: { from: string; today: string; pointer: string },
): void {
  if (on < from || on > today) throw new DomainError('MATTER_PAYMENT_DAY', { pointer });
}

type Awaited = Hands & Pick<MatterPaymentRow, 'id' | 'state' | 'unionId' | 'amountFen' | 'matterNumber'>;

/** Whom a payment waits for: who approves it, then who pays it; never for somebody who has done the other half (E83). */
export function awaitsOfPayment(
  row: Awaited,
  may: Readonly<Record<'approveMatterPayment' | 'payMatterPayment', ActionRule>>,
): Await[] {
  const { id: moneyId, unionId, state, amountFen, matterNumber, askedBy, approvedBy } = row;
  const said = {
    why: 'dealsWithMoney',
    about: { moneyId },
    title: matterNumber,
    values: moneyValues(amountFen, 'owes'),
  } as const;
  if (state === 'asked')
    return [
      { ...said, ...officeOf(may.approveMatterPayment, [unionId], [askedBy]), kind: 'matterPaymentAsked' },
    ];
  if (state === 'approved')
    return [
      { ...said, ...officeOf(may.payMatterPayment, [unionId], [approvedBy]), kind: 'matterPaymentToPay' },
    ];
  return [];
}
