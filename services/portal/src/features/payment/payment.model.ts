import type { components } from '../../api/schema.js';

export type Payment = components['schemas']['PaymentView'];

/** The payments by what is to be done with them. */
export const paymentViews = ['toSend', 'toReceive', 'settled', 'failed'] as const;
export type PaymentViewName = (typeof paymentViews)[number];

/** Where the view of the payments stands in the address; at first what is to be sent. */
export function paymentViewOf(search: URLSearchParams): PaymentViewName {
  return paymentViews.find((view) => view === search.get('view')) ?? 'toSend';
}

/** The state to ask the platform for; of the open ones the view takes its part. */
export function stateOf(view: PaymentViewName): Payment['state'] {
  return view === 'settled' || view === 'failed' ? view : 'open';
}

type Parties = Pick<Payment, 'payer' | 'payee'>;

/**
 * On which sides of a payment one may stand. A payment is shown to whom one of its sides is in reach: where one side is
 * one's own union the other need not be, and where neither is, both lie below.
 */
export function sidesInReach(
  { payer, payee }: Parties,
  unionIds: readonly string[],
  isOfRoot: boolean,
): { readonly payer: boolean; readonly payee: boolean } {
  const isPayer = unionIds.includes(payer.id);
  const isPayee = unionIds.includes(payee.id);
  const isBoth = isOfRoot || isPayer === isPayee;
  return { payer: isBoth || isPayer, payee: isBoth || isPayee };
}

/** Does an open payment wait for what the view is about? */
export function isInView(
  payment: Payment,
  view: PaymentViewName,
  sides: ReturnType<typeof sidesInReach>,
): boolean {
  if (view === 'toSend') return payment.sentAt === null && sides.payer;
  if (view === 'toReceive') return payment.receivedAt === null && sides.payee;
  return true;
}

interface Offices {
  readonly isFinance: boolean;
  readonly isApprover: boolean;
}

/** What may be done about an open payment by who holds these offices on these sides. */
export function actsOn(
  { sentAt, receivedAt }: Pick<Payment, 'sentAt' | 'receivedAt'>,
  sides: ReturnType<typeof sidesInReach>,
  { isFinance, isApprover }: Offices,
): { readonly maySend: boolean; readonly mayReceive: boolean; readonly mayFail: boolean } {
  const isUnderway = receivedAt === null;
  return {
    maySend: isFinance && sides.payer && sentAt === null,
    mayReceive: isFinance && sides.payee && isUnderway,
    mayFail: isApprover && isUnderway,
  };
}
