import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Founding = Schemas['FoundingView'];
export type FoundingStatus = Schemas['FoundingStatusView'];
export type FoundingSummary = Schemas['FoundingSummaryView'];
export type FoundingState = Founding['state'];
export type FoundingForm = Founding['form'];
export type CandidateOffice = Schemas['FoundingCandidateView']['office'];
/** What the contact and the officers see alike. */
export type FoundingFacts = Pick<Founding, keyof FoundingStatus & keyof Founding>;

export const foundingStates: readonly FoundingState[] = [
  'filed',
  'returned',
  'electing',
  'elected',
  'founded',
  'joined',
  'refused',
  'withdrawn',
  'lapsed',
];

/** The share of the members who were present, in whole percent, rounded down so that two thirds are never said where they were missed. */
export function presentPercent({
  entitled,
  present,
}: {
  readonly entitled: number;
  readonly present: number;
}): number {
  return Math.floor((present * 100) / entitled);
}
