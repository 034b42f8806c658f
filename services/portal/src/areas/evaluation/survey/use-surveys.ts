import { useQuery } from '@tanstack/react-query';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
import { publishedKeysHash } from './published-keys.js';

export type Survey = components['schemas']['SurveyView'];
export type SurveyResults = components['schemas']['SurveyResultsView'];

/** So often a page asks whether the answers are counted. */
const countingMs = 2_000;

export function useSurvey(surveyId: string) {
  return useQuery({
    ...readOf('survey', '/surveys/{surveyId}', { surveyId }),
    refetchInterval: ({ state }) => (state.data?.state === 'closing' ? countingMs : false),
  });
}

/** The public hash of the survey's keys, read without a sign-in; null for a survey that is older than such hashes. */
export function useKeysHash(surveyId: string) {
  return useQuery({
    queryKey: ['survey', 'keys', { surveyId }],
    queryFn: () => publishedKeysHash(location.origin, surveyId),
    staleTime: Infinity,
  });
}

/** Open surveys of activities that I came to. */
export function useMySurveys() {
  return useQuery({ ...readOf('survey', '/me/surveys', { limit: 50 }), select: ({ items }) => items });
}
