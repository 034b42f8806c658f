import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Span } from './availability.js';
import type { Resource } from './resource-filters.js';

export type Right = components['schemas']['MyRightView'];
export type Business = Resource['businesses'][number];

const path = '/resources/{resourceId}/my-right';

interface Wish {
  /** The time; null where none is chosen yet. */
  readonly period?: Span | null;
  readonly business?: Business | undefined;
  /** How many of a counted resource. */
  readonly quantity?: number | null;
}

/**
 * Whether a union may borrow a resource, by what right and on which terms, or what would have to happen: the platform's own
 * answer, in the language of the page.
 * @returns undefined until it is known
 */
export function useRight(
  resourceId: string,
  unionId: string | null | undefined,
  { period = null, business, quantity = null }: Wish = {},
): Right | undefined {
  const { locale } = useFormat();
  const times =
    period === null
      ? {}
      : { from: new Date(period.start).toISOString(), to: new Date(period.end).toISOString() };
  const params = {
    resourceId,
    unionId: unionId ?? '',
    ...times,
    ...(business === undefined ? {} : { business }),
    ...(quantity === null ? {} : { quantity }),
  };
  const { data } = useQuery({
    // The answer is text in the language of the page, so that each language has an answer of its own.
    queryKey: ['resource', path, params, locale],
    queryFn: ({ signal }) => request('get', path, params, { signal }),
    enabled: Boolean(unionId),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return data;
}
