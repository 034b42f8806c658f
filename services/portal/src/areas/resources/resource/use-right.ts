import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Span } from './availability.js';
import type { Resource } from './resource-filters.js';

export type Right = components['schemas']['MyRightView'];
export type Business = Resource['businesses'][number];

interface Wish {
  /** When, or null where that is not said yet. */
  readonly period?: Span | null;
  readonly business?: Business | undefined;
  /** How many, where it is counted. */
  readonly quantity?: number | null;
}

/**
 * Whether a union may borrow a resource, by what right and on which terms, or what would have to happen: as the platform
 * itself judges it, in words of the language that is chosen.
 * @returns undefined as long as it is not known
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
  const query = {
    unionId: unionId ?? '',
    ...times,
    ...(business === undefined ? {} : { business }),
    ...(quantity === null ? {} : { quantity }),
  };
  const { data } = useQuery({
    queryKey: ['resource', resourceId, 'right', query, locale],
    queryFn: ({ signal }) => {
      const params = { path: { resourceId }, query };
      return answerOf(api.GET('/api/v1/resources/{resourceId}/my-right', { params, signal }));
    },
    enabled: Boolean(unionId),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return data;
}
