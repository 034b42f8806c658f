import type { components } from '../../../api/schema.js';

export type Payment = components['schemas']['PaymentView'];

/** Views of payments by their next step; `open` includes those that wait for others. */
export const paymentViews = ['toSend', 'toReceive', 'open', 'overdue', 'settled', 'failed'] as const;
export type PaymentViewName = (typeof paymentViews)[number];

/** The view in the address; without one, finance sees the payments to send and others the open ones. */
export function paymentViewOf(search: URLSearchParams, isFinance: boolean): PaymentViewName {
  return paymentViews.find((view) => view === search.get('view')) ?? (isFinance ? 'toSend' : 'open');
}

/** The state that the view reads; some views select among the open payments. */
export function stateOf(view: PaymentViewName): Payment['state'] {
  return view === 'settled' || view === 'failed' ? view : 'open';
}

/** Does a payment belong in the view? The platform says who may confirm what. */
export function isInView(
  { mayConfirm, isOverdue }: Pick<Payment, 'mayConfirm' | 'isOverdue'>,
  view: PaymentViewName,
): boolean {
  if (view === 'toSend') return mayConfirm.includes('sent');
  if (view === 'toReceive') return mayConfirm.includes('received');
  if (view === 'overdue') return isOverdue;
  return true;
}

/** A payment that arrived cannot fail. */
export function mayFail(
  { state, receivedAt }: Pick<Payment, 'state' | 'receivedAt'>,
  isApprover: boolean,
): boolean {
  return isApprover && state === 'open' && receivedAt === null;
}
