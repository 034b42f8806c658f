import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Programme = Schemas['SubsidyProgrammeView'];
export type ProgrammeState = Programme['state'];
export type Application = Schemas['SubsidyApplicationView'];
export type Objection = Schemas['SubsidyObjectionView'];
export type Notice = Schemas['SubsidyNoticeView'];
export type Subsidy = Schemas['SubsidyView'];
export type SubsidySummary = Schemas['SubsidySummaryView'];
export type SubsidyState = SubsidySummary['state'];
export type Move = Subsidy['moves'][number];
export type ProgrammeTerms = Schemas['ChangeSubsidyProgrammeBody'];
export type ApplicationTerms = Schemas['ChangeSubsidyApplicationBody'];
export type Decision = Schemas['DecideSubsidyApplicationBody'];

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

/** The filters of a list. */
export interface ProgrammeFilters {
  readonly state?: ProgrammeState;
  readonly q?: string;
}

export interface ApplicationFilters {
  readonly programmeId?: string;
  readonly q?: string;
}

export interface SubsidyFilters {
  readonly state?: SubsidyState;
  readonly q?: string;
}
