import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useMe } from '../../../session/use-session.js';
import type { Span } from './availability.js';
import type { Grant, Resource, ResourceFilters } from './resource-filters.js';

type Schemas = components['schemas'];
const touches = ['resource'];
const listMax = 200;

export function fetchResources(filters: ResourceFilters): FetchPage<Resource> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/resources', { params: { query: { ...filters, ...page } }, signal }));
}

export function resourceQuery(resourceId: string) {
  return {
    queryKey: ['resource', resourceId],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      answerOf(api.GET('/api/v1/resources/{resourceId}', { params: { path: { resourceId } }, signal })),
  };
}

export function useResource(resourceId: string | undefined) {
  return useQuery({ ...resourceQuery(resourceId ?? ''), enabled: resourceId !== undefined });
}

/** The parts of a whole, such as the two halves of a hall. */
export function useParts({ id, partOfId }: Resource) {
  return useQuery({
    queryKey: ['resource', id, 'parts'],
    queryFn: async ({ signal }) => {
      const { items } = await fetchResources({ partOf: id })({ limit: listMax }, signal);
      return items;
    },
    enabled: partOfId === null,
  });
}

export function useAvailability(resourceId: string, window: Span | null) {
  return useQuery({
    queryKey: ['resource', resourceId, 'availability', window],
    queryFn: ({ signal }) => {
      const from = new Date(window?.start ?? 0).toISOString();
      const to = new Date(window?.end ?? 0).toISOString();
      const params = { path: { resourceId }, query: { from, to } };
      return answerOf(api.GET('/api/v1/resources/{resourceId}/availability', { params, signal }));
    },
    enabled: window !== null,
  });
}

/** All rights of use of a resource that are worth telling: at most 200 are in force at a time. */
export function useGrants(resourceId: string | undefined) {
  return useQuery({
    queryKey: ['resource', resourceId, 'grants'],
    queryFn: async ({ signal }): Promise<readonly Grant[]> => {
      const params = { path: { resourceId: resourceId ?? '' }, query: { limit: listMax } };
      return (await answerOf(api.GET('/api/v1/resources/{resourceId}/grants', { params, signal }))).items;
    },
    enabled: resourceId !== undefined,
    staleTime: 60_000,
  });
}

/** The times out of service that are not over, for whoever keeps the resource. */
export function useBlocks(resourceId: string) {
  return usePages(['resource', resourceId, 'blocks'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/resources/{resourceId}/blocks', {
        params: { path: { resourceId }, query: page },
        signal,
      }),
    ),
  );
}

/** May the person act for the owner? It decides what is shown; the platform decides what is allowed. */
export function useKeeps(resource: Resource | undefined): boolean {
  const { data: me } = useMe();
  const reaches = useReaches(resource?.ownerUnionId);
  return reaches || (resource?.owner.kind === 'person' && resource.owner.id === me?.personId);
}

export function useCreateResource() {
  return useSubmit({
    send: (body: Schemas['CreateResourceRequest'], key) =>
      answerOf(api.POST('/api/v1/resources', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

export interface ResourceEdit {
  readonly version: number;
  readonly body: Schemas['EditResourceBody'];
}

export function useEditResource(resourceId: string) {
  return useSubmit({
    send: ({ version, body }: ResourceEdit, key) =>
      answerOf(
        api.PATCH('/api/v1/resources/{resourceId}', {
          params: { path: { resourceId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches,
  });
}

export function useGrant(resourceId: string) {
  return useSubmit({
    send: (body: Schemas['CreateGrantBody'], key) =>
      answerOf(
        api.POST('/api/v1/resources/{resourceId}/grants', {
          params: { path: { resourceId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    touches,
  });
}

export function useBlock(resourceId: string) {
  return useSubmit({
    send: (body: Schemas['CreateResourceBlockBody'], key) =>
      answerOf(
        api.POST('/api/v1/resources/{resourceId}/blocks', {
          params: { path: { resourceId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    touches,
  });
}

export function useUnblock(resourceId: string) {
  return useSubmit({
    send: (blockId: string, key) =>
      answerOf(
        api.DELETE('/api/v1/resources/{resourceId}/blocks/{blockId}', {
          params: { path: { resourceId, blockId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches,
  });
}
