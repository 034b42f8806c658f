import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import type { RoleName } from '../../../session/use-offices.js';
import type { Period } from '../../../kit/period.js';

export type Report = components['schemas']['ReportView'];
export type ReportRow = components['schemas']['ReportRow'];
export type ReportFigures = components['schemas']['ReportFigures'];
export type Grouping = Report['groupBy'];
export type Peers = components['schemas']['PeersView'];
export type Reach = components['schemas']['ReachView'];

/** Who sees the numbers of a union. */
export const reportReaders = ['officer', 'organiser', 'evaluator', 'auditor'] as const satisfies RoleName[];

export interface ReportScope extends Period {
  readonly union: string;
}

export function useReport(scope: ReportScope, groupBy: Grouping) {
  return useQuery({
    queryKey: ['report', scope, groupBy],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports', { params: { query: { ...scope, groupBy } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function usePeers(scope: ReportScope) {
  return useQuery({
    queryKey: ['report', 'peers', scope],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/peers', { params: { query: { ...scope } }, signal })),
  });
}

export interface ReachScope {
  readonly union: string;
  readonly year: number;
  readonly quarter?: number;
}

export function useReach(scope: ReachScope) {
  return useQuery({
    queryKey: ['report', 'reach', scope],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/reach', { params: { query: { ...scope } }, signal })),
  });
}
