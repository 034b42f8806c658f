import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

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

export function useEfficacySurveys(state: SurveyState | undefined) {
  return usePages<EfficacySurvey>(['efficacySurvey', 'list', state ?? ''], (page, signal) =>
    answerOf(
      api.GET('/api/v1/efficacy-surveys', {
        params: { query: { ...page, ...(state === undefined ? {} : { state }) } },
        signal,
      }),
    ),
  );
}

export function useEfficacySurvey(efficacySurveyId: string) {
  return useQuery({
    queryKey: ['efficacySurvey', efficacySurveyId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/efficacy-surveys/{efficacySurveyId}', {
          params: { path: { efficacySurveyId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.state === 'closing' ? countingMs : false),
  });
}

/** Until it opens. */
export function useMoveSeason({ id: efficacySurveyId, version }: EfficacySurvey) {
  return useSubmit({
    send: (body: { readonly opensAt: string; readonly closesAt: string }, key) =>
      answerOf(
        api.PATCH('/api/v1/efficacy-surveys/{efficacySurveyId}', {
          params: { path: { efficacySurveyId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches: ['efficacySurvey'],
  });
}

export function useCancelSeason() {
  return useDecision({
    send: ({ id: efficacySurveyId, version }: Pick<EfficacySurvey, 'id' | 'version'>, key) =>
      answerOf(
        api.POST('/api/v1/efficacy-surveys/{efficacySurveyId}/cancel', {
          params: { path: { efficacySurveyId }, header: submitHeaders(key, version) },
        }),
      ),
    touches: ['efficacySurvey'],
  });
}

const keysAwaitedMs = 3_000;
/** So often a page asks whether the answers are counted. */
const countingMs = 2_000;

/** What the parties of my unions, and I myself, may answer now, and have. */
export function useMyInvitations() {
  return useQuery<MyInvitation[]>({
    queryKey: ['efficacySurvey', 'mine'],
    // Right after an opening keys are being made.
    refetchInterval: ({ state }) =>
      state.data?.some(({ pool, answered }) => pool === null && !answered) === true ? keysAwaitedMs : false,
    queryFn: async ({ signal }) => {
      const query = { limit: 200 };
      const { items } = await answerOf(api.GET('/api/v1/me/efficacy-surveys', { params: { query }, signal }));
      return items;
    },
  });
}

export function useEfficacyResults(efficacySurveyId: string) {
  return useQuery({
    queryKey: ['efficacySurvey', efficacySurveyId, 'results'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/efficacy-surveys/{efficacySurveyId}/results', {
          params: { path: { efficacySurveyId } },
          signal,
        }),
      ),
  });
}

export interface AnswerFilters {
  readonly kind?: PartyKindOfSeason;
  readonly manner?: Manner;
  readonly q?: string;
}

export function answerPages(efficacySurveyId: string, filters: AnswerFilters): FetchPage<PublishedAnswer> {
  return (page, signal) =>
    answerOf(
      api.GET('/api/v1/efficacy-surveys/{efficacySurveyId}/answers', {
        params: { path: { efficacySurveyId }, query: { ...page, ...filters } },
        signal,
      }),
    );
}

export interface InvitationFilters {
  readonly kind?: PartyKindOfSeason;
  readonly answered?: boolean;
  readonly q?: string;
}

export function invitationPages(efficacySurveyId: string, filters: InvitationFilters): FetchPage<Invitation> {
  return (page, signal) =>
    answerOf(
      api.GET('/api/v1/efficacy-surveys/{efficacySurveyId}/invitations', {
        params: { path: { efficacySurveyId }, query: { ...page, ...filters } },
        signal,
      }),
    );
}
