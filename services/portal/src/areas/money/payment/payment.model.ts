import type { components } from '../../../api/schema.js';

export type Payment = components['schemas']['PaymentView'];

/** The payments by what is to be done with them; `open` are those that wait for others too. */
export const paymentViews = ['toSend', 'toReceive', 'open', 'overdue', 'settled', 'failed'] as const;
export type PaymentViewName = (typeof paymentViews)[number];

/** Where the view of the payments stands in the address; at first what is to be sent, to whom that may be up. */
export function paymentViewOf(search: URLSearchParams, isFinance: boolean): PaymentViewName {
  return paymentViews.find((view) => view === search.get('view')) ?? (isFinance ? 'toSend' : 'open');
}

/** The state to ask the platform for; of the open ones the view takes its part. */
export function stateOf(view: PaymentViewName): Payment['state'] {
  return view === 'settled' || view === 'failed' ? view : 'open';
}

/** Does a payment wait for the person by what the view is about? Who may confirm what is the platform's word. */
export function isInView(
  { mayConfirm, isOverdue }: Pick<Payment, 'mayConfirm' | 'isOverdue'>,
  view: PaymentViewName,
): boolean {
  if (view === 'toSend') return mayConfirm.includes('sent');
  if (view === 'toReceive') return mayConfirm.includes('received');
  if (view === 'overdue') return isOverdue;
  return true;
}

/** Once it has arrived it is not given up. */
export function mayFail(
  { state, receivedAt }: Pick<Payment, 'state' | 'receivedAt'>,
  isApprover: boolean,
): boolean {
  return isApprover && state === 'open' && receivedAt === null;
}
