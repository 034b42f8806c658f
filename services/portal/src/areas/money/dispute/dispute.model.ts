import type { components } from '../../../api/schema.js';

type Views = components['schemas'];
export type Dispute = Views['DisputeView'];
export type DisputeMessage = Views['DisputeMessageView'];
export type DisputeState = Dispute['state'];

export const disputeStates = [
  'open',
  'dismissed',
  'upheld',
  'withdrawn',
] as const satisfies readonly DisputeState[];

/** Is it up to the union above both sides by now? */
export function isReferred(
  { state, referredAt, talkUntil }: Pick<Dispute, 'state' | 'referredAt' | 'talkUntil'>,
  now: Date,
): boolean {
  return state === 'open' && (referredAt !== null || Date.parse(talkUntil) <= now.getTime());
}
