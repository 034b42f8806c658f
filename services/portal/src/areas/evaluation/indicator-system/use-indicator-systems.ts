import { useQuery } from '@tanstack/react-query';
import type { components } from '../../../api/schema.js';
import { readOf, useRead } from '../../../api/use-read.js';

export type IndicatorSystem = components['schemas']['IndicatorSystemView'];
export type SystemState = IndicatorSystem['state'];

/** The systems by which one may ask, weigh and rank, newest first. */
export function usePublishedSystems() {
  return useQuery({
    ...readOf(
      'indicatorSystem',
      '/indicator-systems',
      { state: 'published', limit: 200 },
      { staleTime: 60_000 },
    ),
    select: ({ items }) => items,
  });
}

export function useIndicatorSystem(systemId: string | undefined) {
  return useRead(
    'indicatorSystem',
    '/indicator-systems/{systemId}',
    systemId === undefined ? undefined : { systemId },
  );
}
