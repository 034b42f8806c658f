import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import type { FetchPage } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { EmploymentKind, Member, MemberFilters } from './member.model.js';

const touches = ['member'];

export function fetchMembers(filters: MemberFilters): FetchPage<Member> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/members', { params: { query: { ...filters, ...page } }, signal }));
}

export function useMember(memberId: string) {
  return useQuery({
    queryKey: ['member', memberId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/members/{memberId}', { params: { path: { memberId } }, signal })),
  });
}

export function useCreateMember() {
  return useSubmit({
    send: (body: components['schemas']['CreateMemberRequest'], key) =>
      answerOf(api.POST('/api/v1/members', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

export function useChangeMember(memberId: string) {
  return useSubmit({
    send: (change: { readonly employmentKind: EmploymentKind | null; readonly version: number }, key) =>
      answerOf(
        api.PATCH('/api/v1/members/{memberId}', {
          params: { path: { memberId }, header: submitHeaders(key, change.version) },
          body: { employmentKind: change.employmentKind },
        }),
      ),
    touches,
  });
}

export function useEndMembership({ id: memberId, version }: Member) {
  return useDecision({
    send: (validTo: string | null, key) =>
      answerOf(
        api.POST('/api/v1/members/{memberId}/end', {
          params: { path: { memberId }, header: submitHeaders(key, version) },
          body: { validTo },
        }),
      ),
    touches,
  });
}

export type IssuedCode = components['schemas']['EntryCodeView'];

export function useIssueEntryCode(memberId: string) {
  return useSubmit({
    send: (purpose: IssuedCode['purpose'], key) =>
      answerOf(
        api.POST('/api/v1/members/{memberId}/entry-codes', {
          params: { path: { memberId }, header: { 'Idempotency-Key': key } },
          body: { purpose },
        }),
      ),
    touches: ['pendingChange'],
  });
}
