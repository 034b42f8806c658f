import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { components } from '../../../api/schema.js';
import { readOf } from '../../../api/use-read.js';
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
    ...readOf('report', '/reports', { ...scope, groupBy }),
    placeholderData: keepPreviousData,
  });
}

export interface ReachScope {
  readonly union: string;
  readonly year: number;
  readonly quarter?: number;
}
