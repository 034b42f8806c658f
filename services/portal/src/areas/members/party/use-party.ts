import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import type { FetchPage } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { Club, Enterprise, Organisation, PartyFilters } from './party.model.js';

type Schemas = components['schemas'];
export type IdentifierKind = Schemas['CheckIdentifierRequest']['kind'];
const touches = ['enterprise', 'organisation', 'club', 'party', 'union', 'pendingChange'];

export function fetchEnterprises({ q, size }: PartyFilters): FetchPage<Enterprise> {
  return (page, signal) => {
    const query = { ...page, ...(q === '' ? {} : { q }), ...(size === undefined ? {} : { sizeClass: size }) };
    return answerOf(api.GET('/api/v1/enterprises', { params: { query }, signal }));
  };
}

export function fetchOrganisations({ q }: PartyFilters): FetchPage<Organisation> {
  return (page, signal) =>
    answerOf(
      api.GET('/api/v1/organisations', {
        params: { query: { ...page, ...(q === '' ? {} : { q }) } },
        signal,
      }),
    );
}

export function fetchClubs({ q }: PartyFilters): FetchPage<Club> {
  return (page, signal) =>
    answerOf(
      api.GET('/api/v1/clubs', { params: { query: { ...page, ...(q === '' ? {} : { q }) } }, signal }),
    );
}

export function enterpriseQuery(enterpriseId: string) {
  return {
    queryKey: ['enterprise', enterpriseId],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      answerOf(api.GET('/api/v1/enterprises/{enterpriseId}', { params: { path: { enterpriseId } }, signal })),
  };
}

export function useCreateEnterprise() {
  return useSubmit({
    send: (body: Schemas['CreateEnterpriseRequest'], key) =>
      answerOf(api.POST('/api/v1/enterprises', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

interface EnterpriseChange {
  readonly version: number;
  readonly body: Schemas['UpdateEnterpriseBody'];
}

export function useEditEnterprise(enterpriseId: string) {
  return useSubmit({
    send: ({ version, body }: EnterpriseChange, key) =>
      answerOf(
        api.PATCH('/api/v1/enterprises/{enterpriseId}', {
          params: { path: { enterpriseId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

export function useCreateOrganisation() {
  return useSubmit({
    send: (body: Schemas['CreateOrganisationRequest'], key) =>
      answerOf(api.POST('/api/v1/organisations', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

export function useCreateClub() {
  return useSubmit({
    send: (body: Schemas['CreateClubRequest'], key) =>
      answerOf(api.POST('/api/v1/clubs', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

/** What the platform says of a code or number as it is typed; nothing is kept of it. */
export function useIdentifierCheck(kind: IdentifierKind, value: string) {
  return useQuery({
    queryKey: ['identifier', kind, value],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/api/v1/identifiers/check', { body: { kind, value }, signal })),
    enabled: value !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function useSizeClass(figures: Schemas['SizeClassRequest'] | null) {
  return useQuery({
    queryKey: ['sizeClass', figures],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/api/v1/size-class', { body: figures ?? { sector: 'other' }, signal })),
    enabled: figures !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
