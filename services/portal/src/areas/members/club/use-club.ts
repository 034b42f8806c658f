import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Club = Schemas['ClubView'];
export type ClubMember = Schemas['ClubMemberView'];

/** Who may come to an activity may hang on it. */
const touches = ['club', 'activity'];

export function useClub(clubId: string) {
  return useQuery({
    queryKey: ['club', clubId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/clubs/{clubId}', { params: { path: { clubId } }, signal })),
  });
}

export function fetchClubMembers(clubId: string, left: boolean): FetchPage<ClubMember> {
  return (page, signal) => {
    const query = { ...page, ...(left ? { left } : {}) };
    return answerOf(
      api.GET('/api/v1/clubs/{clubId}/members', { params: { path: { clubId }, query }, signal }),
    );
  };
}

export function useClubMembers(clubId: string, left: boolean) {
  return usePages<ClubMember>(['club', clubId, 'members', left], fetchClubMembers(clubId, left));
}

/** @returns a mutation that takes whom an officer adds; null for oneself */
export function useJoinClub(clubId: string) {
  return useSubmit({
    send: (personId: string | null, key) =>
      answerOf(
        api.POST('/api/v1/clubs/{clubId}/members', {
          params: { path: { clubId }, header: { 'Idempotency-Key': key } },
          body: personId === null ? {} : { personId },
        }),
      ),
    touches,
  });
}

interface EndedTerm extends Pick<ClubMember, 'personId' | 'version'> {
  readonly reason: string | null;
}

export function useEndClubMembership(clubId: string) {
  return useDecision({
    send: ({ personId, version, reason }: EndedTerm, key) =>
      answerOf(
        api.POST('/api/v1/clubs/{clubId}/members/{personId}/end', {
          params: { path: { clubId, personId }, header: submitHeaders(key, version) },
          body: reason === null ? {} : { reason },
        }),
      ),
    touches,
  });
}
