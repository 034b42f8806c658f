import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { BrandFilters } from './brand-filters.js';

type Schemas = components['schemas'];
export type Brand = Schemas['BrandView'];
export type BrandLine = Schemas['BrandLineView'];
export type Edition = Schemas['BrandEditionView'];
export type BrandYear = Schemas['BrandYearView'];
export type SuggestedRule = Schemas['SuggestedRuleView'];
export type AdoptionRequest = Schemas['AdoptionRequestView'];

export interface BrandChanges {
  readonly name?: string;
  readonly story?: string;
  readonly adoption?: Brand['adoption'];
  readonly title?: string;
  readonly tasks?: string[];
}

interface EditionWish {
  readonly organiser: { readonly kind: 'union'; readonly id: string };
  readonly startsAt: string;
  readonly venue: string | null;
  readonly keepDay: boolean;
}

interface AdoptionWish {
  readonly unionId: string;
  readonly note: string | null;
}

export function useBrands(filters: BrandFilters) {
  return usePages<BrandLine>(['brand', 'list', filters], (page, signal) =>
    answerOf(api.GET('/api/v1/brands', { params: { query: { ...page, ...filters } }, signal })),
  );
}

export function useBrand(brandId: string) {
  return useQuery({
    queryKey: ['brand', brandId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/brands/{brandId}', { params: { path: { brandId } }, signal })),
  });
}

export function useEditions(brandId: string) {
  return usePages<Edition>(['brand', brandId, 'editions'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/brands/{brandId}/editions', { params: { path: { brandId }, query: page }, signal }),
    ),
  );
}

export function useBrandStatistics(brandId: string) {
  return useQuery({
    queryKey: ['brand', brandId, 'statistics'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/brands/{brandId}/statistics', { params: { path: { brandId } }, signal })),
  });
}

/** What an edition cost, as far as the reader may see it. Asked only once he wants to know. */
export function useEditionCost(activityId: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['costPool', 'ofActivity', activityId],
    queryFn: async ({ signal }) => {
      const query = { activityId, limit: 1 };
      const page = await answerOf(api.GET('/api/v1/cost-pools', { params: { query }, signal }));
      return page.items[0]?.total ?? null;
    },
    enabled: isAsked,
  });
}

export function useAdoptionRequests(brandId: string) {
  return usePages<AdoptionRequest>(['brand', brandId, 'requests'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/brands/{brandId}/adoption-requests', {
        params: { path: { brandId }, query: page },
        signal,
      }),
    ),
  );
}

const touches = ['brand'];

export function useCreateBrand() {
  return useSubmit({
    touches: ['brand', 'activity'],
    send: (body: Schemas['CreateBrandRequest'], key) =>
      answerOf(api.POST('/api/v1/brands', { params: { header: { 'Idempotency-Key': key } }, body })),
  });
}

export function useEditBrand(brandId: string) {
  return useSubmit({
    touches,
    send: ({ version, ...body }: BrandChanges & { readonly version: number }, key) =>
      answerOf(
        api.PATCH('/api/v1/brands/{brandId}', {
          params: { path: { brandId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function useBrandStep({ id: brandId, version }: Brand) {
  return useDecision({
    touches,
    send: (step: 'publish' | 'retire', key) =>
      answerOf(
        api.POST(`/api/v1/brands/{brandId}/${step}`, {
          params: { path: { brandId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}

export function useAdopt(brandId: string) {
  return useSubmit({
    touches: ['brand', 'activity'],
    send: (body: EditionWish, key) =>
      answerOf(
        api.POST('/api/v1/brands/{brandId}/adopt', {
          params: { path: { brandId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useAskAdoption(brandId: string) {
  return useSubmit({
    touches,
    send: (body: AdoptionWish, key) =>
      answerOf(
        api.POST('/api/v1/brands/{brandId}/adoption-requests', {
          params: { path: { brandId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

/** @returns a decision: without a reason it is approved */
export function useDecideAdoption({ brandId, id: requestId, version }: AdoptionRequest) {
  return useDecision({
    touches,
    send: (reason: string | null, key) => {
      const params = { path: { brandId, requestId }, header: submitHeaders(key, version) };
      return answerOf(
        reason === null
          ? api.POST('/api/v1/brands/{brandId}/adoption-requests/{requestId}/approve', { params })
          : api.POST('/api/v1/brands/{brandId}/adoption-requests/{requestId}/refuse', {
              params,
              body: { reason },
            }),
      );
    },
  });
}
