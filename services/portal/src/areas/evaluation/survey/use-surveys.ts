import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { publishedKeysHash } from './published-keys.js';

export type Survey = components['schemas']['SurveyView'];
export type SurveyResults = components['schemas']['SurveyResultsView'];

/** So often a page asks whether the answers are counted. */
const countingMs = 2_000;

export function useSurvey(surveyId: string) {
  return useQuery({
    queryKey: ['survey', surveyId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/surveys/{surveyId}', { params: { path: { surveyId } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'closing' ? countingMs : false),
  });
}

/** What anybody is told of the survey's keys, without a sign-in; null for a survey from before there were any. */
export function useKeysHash(surveyId: string) {
  return useQuery({
    queryKey: ['survey', surveyId, 'keys'],
    queryFn: () => publishedKeysHash(location.origin, surveyId),
    staleTime: Infinity,
  });
}

export function useSurveys() {
  return usePages<Survey>(['survey', 'list'], (page, signal) =>
    answerOf(api.GET('/api/v1/surveys', { params: { query: page }, signal })),
  );
}

/** Open surveys of activities that I came to. */
export function useMySurveys() {
  return useQuery({
    queryKey: ['survey', 'mine'],
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(
        api.GET('/api/v1/me/surveys', { params: { query: { limit: 50 } }, signal }),
      );
      return items;
    },
  });
}

/** What a closed survey found; while it is open there is nothing, for nobody. */
export function useSurveyResults(surveyId: string) {
  return useQuery({
    queryKey: ['survey', surveyId, 'results'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/surveys/{surveyId}/results', { params: { path: { surveyId } }, signal })),
  });
}
