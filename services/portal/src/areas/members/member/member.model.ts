import type { components } from '../../../api/schema.js';

export type Member = components['schemas']['MemberView'];
export type EmploymentKind = NonNullable<Member['employmentKind']>;
export type MemberState = Member['state'];

export const memberStates = ['imported', 'active', 'ended'] as const;

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
  readonly state?: MemberState;
}

export function filtersOf(search: URLSearchParams): MemberFilters {
  const union = search.get('union');
  const q = search.get('q')?.trim();
  const state = memberStates.find((one) => one === search.get('state'));
  return {
    ...(union ? { union } : {}),
    ...(q ? { q } : {}),
    ...(state === undefined ? {} : { state }),
  };
}

/** The filters that may stand in the address, which histories and screens show: a name, but no personal number. */
export function searchOf({ q, ...rest }: MemberFilters): Record<string, string> {
  return { ...rest, ...(q === undefined || isPersonalNumber(q) ? {} : { q }) };
}

export function isPersonalNumber(q: string): boolean {
  return /\d{6}/.test(q.replaceAll(/[\s-]/g, ''));
}
