import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { UnreachableError } from '../../../api/problem.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Disclosure = Schemas['DisclosureView'];
export type DisclosureSummary = Schemas['DisclosureSummaryView'];
export type DisclosureContent = Schemas['DisclosureContentView'];

export function fetchDisclosures(year: number | undefined): FetchPage<DisclosureSummary> {
  return (page, signal) => {
    const query = { ...page, ...(year === undefined ? {} : { year }) };
    return answerOf(api.GET('/api/v1/disclosures', { params: { query }, signal }));
  };
}

export function useDisclosures(year: number | undefined) {
  return usePages(['disclosure', 'list', year], fetchDisclosures(year));
}

/** Years that are over and that one's unions have not disclosed. */
export function useReminders() {
  return usePages(['disclosure', 'reminders'], (page, signal) =>
    answerOf(api.GET('/api/v1/disclosures/reminders', { params: { query: page }, signal })),
  );
}

export function useDisclosure(disclosureId: string) {
  return useQuery({
    queryKey: ['disclosure', disclosureId],
    queryFn: async ({ signal }): Promise<Disclosure> => {
      const path = { disclosureId };
      const answer = await answerOf(
        api.GET('/api/v1/disclosures/{disclosureId}', { params: { path }, signal }),
      );
      // Without a format it is JSON; the other is a paper.
      if (typeof answer === 'string') throw new UnreachableError('a file instead of a disclosure');
      return answer;
    },
  });
}

/** What would be published now. */
export function useDisclosurePreview(unionId: string, year: number) {
  return useQuery({
    queryKey: ['disclosure', 'preview', unionId, year],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/api/v1/disclosures/preview', { body: { unionId, year }, signal })),
    gcTime: 0,
  });
}

export function usePublish() {
  return useSubmit({
    send: (body: Schemas['PublishDisclosureRequest'], key) =>
      answerOf(api.POST('/api/v1/disclosures', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches: ['disclosure'],
  });
}
