import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';

type Schemas = components['schemas'];
export type Programme = Schemas['SubsidyProgrammeView'];
export type ProgrammeState = Programme['state'];
export type Application = Schemas['SubsidyApplicationView'];
export type ApplicationState = Application['state'];
export type Objection = Schemas['SubsidyObjectionView'];
export type Notice = Schemas['SubsidyNoticeView'];
export type Subsidy = Schemas['SubsidyView'];
export type SubsidySummary = Schemas['SubsidySummaryView'];
export type SubsidyState = SubsidySummary['state'];
export type Move = Subsidy['moves'][number];

export const programmeStates = [
  'draft',
  'open',
  'deciding',
  'notice',
  'closed',
  'cancelled',
] as const satisfies readonly ProgrammeState[];
export const subsidyStates = [
  'offered',
  'accepted',
  'active',
  'reported',
  'accounted',
  'closed',
  'declined',
] as const satisfies readonly SubsidyState[];

/** What of a list is to be seen. */
export interface ProgrammeFilters {
  readonly state?: ProgrammeState;
  readonly q?: string;
}

export function fetchProgrammes(filters: ProgrammeFilters): FetchPage<Programme> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/subsidy-programmes', { params: { query: { ...filters, ...page } }, signal }));
}

export function useProgrammes(filters: ProgrammeFilters) {
  return usePages(['subsidyProgramme', 'list', filters], fetchProgrammes(filters));
}

export function useProgramme(programmeId: string) {
  return useQuery({
    queryKey: ['subsidyProgramme', programmeId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/subsidy-programmes/{programmeId}', { params: { path: { programmeId } }, signal }),
      ),
  });
}

export interface ApplicationFilters {
  readonly programmeId?: string;
  readonly q?: string;
}

export function fetchApplications(filters: ApplicationFilters): FetchPage<Application> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/subsidy-applications', { params: { query: { ...filters, ...page } }, signal }));
}

export function useApplications(filters: ApplicationFilters) {
  return usePages(['subsidyApplication', 'list', filters], fetchApplications(filters));
}

export function useApplication(applicationId: string) {
  return useQuery({
    queryKey: ['subsidyApplication', applicationId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/subsidy-applications/{applicationId}', {
          params: { path: { applicationId } },
          signal,
        }),
      ),
  });
}

export function useNotice(programmeId: string) {
  return useQuery({
    queryKey: ['subsidyProgramme', programmeId, 'notice'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/subsidy-programmes/{programmeId}/notice', {
          params: { path: { programmeId } },
          signal,
        }),
      ),
  });
}

export function useObjections(programmeId: string) {
  return usePages<Objection>(['subsidyProgramme', programmeId, 'objections'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/subsidy-programmes/{programmeId}/objections', {
        params: { path: { programmeId }, query: page },
        signal,
      }),
    ),
  );
}

export interface SubsidyFilters {
  readonly state?: SubsidyState;
  readonly q?: string;
}

export function fetchSubsidies(filters: SubsidyFilters): FetchPage<SubsidySummary> {
  return (page, signal) => {
    const query = { ...page, ...filters };
    return answerOf(api.GET('/api/v1/subsidies', { params: { query }, signal }));
  };
}

export function useSubsidies(filters: SubsidyFilters) {
  return usePages(['subsidy', 'list', filters], fetchSubsidies(filters));
}

export function useSubsidy(subsidyId: string) {
  return useQuery({
    queryKey: ['subsidy', subsidyId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/subsidies/{subsidyId}', { params: { path: { subsidyId } }, signal })),
  });
}
