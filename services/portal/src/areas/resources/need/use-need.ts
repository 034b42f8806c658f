import { useQuery } from '@tanstack/react-query';
import { readOf } from '../../../api/use-read.js';
import { useDelegated } from '../../../session/use-delegated.js';
import { unionQuery, useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import type { Need, NeedForm } from './need-form.js';

/** As a rule the matches of a need are computed within a second. */
const matchingMs = 1_500;

/** Reads a need, and again until its matches are computed. */
export function useNeed(needId: string) {
  return useQuery({
    ...readOf('need', '/needs/{needId}', { needId }),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'open' && data.matchesComputedAt === null ? matchingMs : false,
  });
}

/** The union that seeks something; undefined for others, and until it is known. */
export function useUnionOf(party: NeedForm['party']) {
  return useQuery(unionQuery(party?.kind === 'union' ? party.id : undefined)).data;
}

/** May the person act for the seeker? It decides what the page shows; the platform decides what is allowed. */
export function useSeeks(need: Need): boolean {
  const { data: me } = useMe();
  const reaches = useReaches(need.unionId);
  const { holds } = useDelegated();
  return reaches || holds(need.party) || (need.party.kind === 'person' && need.party.id === me?.personId);
}
