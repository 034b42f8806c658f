import type { components } from '../../../api/schema.js';

export type MatterPayment = components['schemas']['MatterPaymentView'];
export type PaymentState = MatterPayment['state'];

export const paymentStates = [
  'asked',
  'approved',
  'paid',
  'returned',
  'refused',
] as const satisfies PaymentState[];

export function stateOf(search: URLSearchParams): PaymentState | undefined {
  return paymentStates.find((state) => state === search.get('state'));
}

/** The look of a state. */
export const tones: Readonly<Record<PaymentState, string>> = {
  asked: 'is-closing',
  approved: 'is-kind',
  paid: 'is-published',
  refused: 'is-cancelled',
  returned: 'is-failed',
};
