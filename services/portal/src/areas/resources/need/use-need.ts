import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import type { Match, MatchAct, Need, NeedFilters } from './need-form.js';

type Schemas = components['schemas'];
const touches = ['need', 'match'];
/** Matches follow a need as a rule within a second. */
const matchingMs = 1_500;

export function fetchNeeds(filters: NeedFilters): FetchPage<Need> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/needs', { params: { query: { ...filters, ...page } }, signal }));
}

export function useNeeds(filters: NeedFilters) {
  return usePages(['need', 'list', filters], fetchNeeds(filters));
}

export function useNeed(needId: string) {
  return useQuery({
    queryKey: ['need', needId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/needs/{needId}', { params: { path: { needId } }, signal })),
    // Asked for again until its matches are there.
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'open' && data.matchesComputedAt === null ? matchingMs : false,
  });
}

/** @param computedAt when they were computed, so that they are asked for anew once they were */
export function useMatches(needId: string, computedAt: string | null) {
  return usePages<Match>(['match', needId, computedAt], (page, signal) =>
    answerOf(
      api.GET('/api/v1/needs/{needId}/matches', { params: { path: { needId }, query: page }, signal }),
    ),
  );
}

/** May the person act for who seeks it? It decides what is shown; the platform decides what is allowed. */
export function useSeeks(need: Need): boolean {
  const { data: me } = useMe();
  const reaches = useReaches(need.unionId);
  return reaches || (need.party.kind === 'person' && need.party.id === me?.personId);
}

export function usePostNeed() {
  return useSubmit({
    send: (body: Schemas['PostNeedRequest'], key) =>
      answerOf(api.POST('/api/v1/needs', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

export function useEditNeed(needId: string) {
  return useSubmit({
    send: ({ version, body }: { readonly version: number; readonly body: Schemas['EditNeedBody'] }, key) =>
      answerOf(
        api.PATCH('/api/v1/needs/{needId}', {
          params: { path: { needId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

export function useMatchAct(match: Match) {
  return useDecision({ send: (act: MatchAct, key) => sendAct(match, act, key), touches });
}

function sendAct({ id: matchId, version }: Match, act: MatchAct, key: string): Promise<Match> {
  const params = { path: { matchId }, header: submitHeaders(key, version) };
  switch (act) {
    case 'propose':
      return answerOf(api.POST('/api/v1/matches/{matchId}/propose', { params }));
    case 'accept':
      return answerOf(api.POST('/api/v1/matches/{matchId}/accept', { params }));
    case 'decline':
      return answerOf(api.POST('/api/v1/matches/{matchId}/decline', { params }));
  }
}
