import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { periodOf, type Span } from './cells.js';

type Schemas = components['schemas'];
export type Account = Schemas['GivenAndReceivedView'];
export type Sums = Schemas['SharedSumsView'];
/** What is counted of what one gives the other. */
export const figures = ['loans', 'hours', 'seats'] as const;
export type Figure = (typeof figures)[number];
export type Edge = Schemas['LendingEdgeView'];
export type Suggestion = Schemas['OfferSuggestionView'];

export function useGivenAndReceived(unionId: string, span: Span) {
  const query = periodOf(span, new Date());
  return useQuery({
    queryKey: ['given-and-received', unionId, query],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/unions/{unionId}/given-and-received', {
          params: { path: { unionId }, query },
          signal,
        }),
      ),
  });
}

export function useLendingGraph(span: Span) {
  const query = periodOf(span, new Date());
  return useQuery({
    queryKey: ['lending-graph', query],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/lending-graph', { params: { query }, signal })),
  });
}

export function useSuggestions(unionId: string) {
  return useQuery({
    queryKey: ['offer-suggestions', unionId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/unions/{unionId}/offer-suggestions', { params: { path: { unionId } }, signal }),
      ),
  });
}
