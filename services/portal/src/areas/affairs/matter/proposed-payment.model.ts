import type { Matter } from './matter.model.js';

/** What a payment is filled in with, and from where. */
export interface ProposedPayment {
  /** In fen. */
  readonly fen: string;
  /** The step that has worked it out. */
  readonly step: string;
  readonly parts: Matter['steps'][number]['parts'];
}

type Decided = Pick<Matter, 'outcome' | 'outcomes' | 'steps' | 'pays'>;

/**
 * The reward that the outcome of a matter rests on: nobody types again what a step has worked out to the fen. None where the outcome needs
 * no reward, or where the service splits a payment in other parts than the reward.
 */
export function proposedPayment({ outcome, outcomes, steps, pays }: Decided): ProposedPayment | null {
  const needs = outcomes.find(({ label }) => label === outcome)?.needs ?? [];
  const reward = steps.find(
    ({ id, kind, parts }) => kind === 'reward' && needs.includes(id) && parts.length > 0,
  );
  if (reward === undefined || !isSplitAlike(pays?.split ?? [], reward.parts)) return null;
  const fen = reward.parts.reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n);
  return fen > 0n ? { fen: String(fen), step: reward.label, parts: reward.parts } : null;
}

/** Whoever is paid alone is paid the whole of it. */
function isSplitAlike(
  split: readonly { readonly label: string }[],
  parts: readonly { readonly label: string }[],
): boolean {
  return (
    split.length === 0 ||
    split.map(({ label }) => label).join('\n') === parts.map(({ label }) => label).join('\n')
  );
}
