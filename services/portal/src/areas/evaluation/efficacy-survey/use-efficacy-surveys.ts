import { useQuery } from '@tanstack/react-query';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';

type Views = components['schemas'];
export type EfficacySurvey = Views['EfficacySurveyView'];
export type EfficacyResults = Views['EfficacySurveyResultsView'];
export type KindResult = Views['EfficacyKindResult'];
export type PartyKindOfSeason = KindResult['kind'];
export type Aspect = Views['EfficacyQuestion']['aspect'];
export type Invitation = Views['EfficacyInvitationView'];
export type MyInvitation = Views['MyEfficacyInvitationView'];
export type PublishedAnswer = Views['EfficacyAnswerView'];
export type Manner = PublishedAnswer['manner'];
export type SurveyState = EfficacySurvey['state'];

export const seasonStates = [
  'scheduled',
  'open',
  'closing',
  'closed',
  'cancelled',
  'void',
] as const satisfies readonly SurveyState[];
export const partyKindsOfSeason = [
  'union',
  'enterprise',
  'club',
  'provider',
  'borrower',
  'organisation',
  'volunteer',
] as const satisfies readonly PartyKindOfSeason[];
export const aspects = ['identification', 'satisfaction'] as const satisfies readonly Aspect[];
export const manners = ['named', 'pooled'] as const satisfies readonly Manner[];

const keysAwaitedMs = 3_000;
/** So often a page asks whether the answers are counted. */
const countingMs = 2_000;

export function useEfficacySurvey(efficacySurveyId: string) {
  return useQuery({
    ...readOf('efficacySurvey', '/efficacy-surveys/{efficacySurveyId}', { efficacySurveyId }),
    refetchInterval: ({ state }) => (state.data?.state === 'closing' ? countingMs : false),
  });
}

/** The invitations of the parties of my unions and my own: open ones and answered ones. */
export function useMyInvitations() {
  return useQuery({
    ...readOf('efficacySurvey', '/me/efficacy-surveys', { limit: 200 }),
    // Right after an opening keys are being made.
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ pool, answered }) => pool === null && !answered) === true
        ? keysAwaitedMs
        : false,
    select: ({ items }) => items,
  });
}
