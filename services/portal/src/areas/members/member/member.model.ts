import type { components } from '../../../api/schema.js';

export type Member = components['schemas']['MemberView'];
export type EmploymentKind = NonNullable<Member['employmentKind']>;
export type MemberState = Member['state'];
export type MembershipStanding = Member['standing'];
export type EndReason = NonNullable<Member['endedReason']>;

export const memberStates = ['imported', 'active', 'ended'] as const;
export const standings = ['full', 'retained'] as const satisfies readonly MembershipStanding[];
/** What an officer may give as the reason of an end; the others follow from what else was done. */
export const recordedEndReasons = [
  'left',
  'deceased',
  'expelled',
  'lapsed',
  'other',
] as const satisfies readonly EndReason[];
export type RecordedEndReason = (typeof recordedEndReasons)[number];

export type RetainedReason = NonNullable<Member['retainedReason']>;
export const retainedReasons = [
  'retired',
  'unemployed',
  'militaryService',
] as const satisfies readonly RetainedReason[];
export const endReasons = [
  ...recordedEndReasons,
  'transferred',
  'merged',
  'importUndone',
] as const satisfies readonly EndReason[];

export const employmentKinds: readonly EmploymentKind[] = [
  'regular',
  'dispatched',
  'newForm',
  'partTime',
  'retired',
] as const;

export interface MemberFilters {
  readonly union?: string;
  readonly q?: string;
  /** Where nothing is said, those that have not ended. */
  readonly state?: MemberState | 'all';
  readonly standing?: MembershipStanding;
  readonly endedReason?: EndReason;
}

export function filtersOf(search: URLSearchParams): MemberFilters {
  const union = search.get('union');
  const q = search.get('q')?.trim();
  const state = (['all', ...memberStates] as const).find((one) => one === search.get('state'));
  const standing = standings.find((one) => one === search.get('standing'));
  const endedReason = endReasons.find((one) => one === search.get('endedReason'));
  return {
    ...(union ? { union } : {}),
    ...(q ? { q } : {}),
    ...(state === undefined ? {} : { state }),
    ...(standing === undefined ? {} : { standing }),
    ...(endedReason === undefined ? {} : { endedReason }),
  };
}

/** What is asked for: whoever is looked for by name is found also where they have left. */
export function requestOf({ state, ...filters }: MemberFilters) {
  const { q, endedReason } = filters;
  const isPlain = state === undefined && q === undefined && endedReason === undefined;
  return {
    ...filters,
    ...(isPlain && ({ open: true } as const)),
    ...(state !== undefined && state !== 'all' && { state }),
  };
}

/** The filters that may stand in the address, which histories and screens show: a name, but no personal number. */
export function searchOf({ q, ...rest }: MemberFilters): Record<string, string> {
  return { ...rest, ...(q === undefined || isPersonalNumber(q) ? {} : { q }) };
}

export function isPersonalNumber(q: string): boolean {
  return /\d{6}/.test(q.replaceAll(/[\s-]/g, ''));
}
