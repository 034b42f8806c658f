import type { components } from '../../../api/schema.js';

type Views = components['schemas'];
export type Circle = Views['CircleView'];
export type CircleLine = Views['CircleLine'];
export type CirclePerson = Views['CirclePersonLine'];
export type CircleJoining = CircleLine['joining'];
type CircleAct = Circle['acts'][number]['act'];
type CircleMemberAct = CirclePerson['acts'][number]['act'];

export const circleJoinings = ['open', 'byRequest'] as const satisfies readonly CircleJoining[];
export const circleNameMax = 40;
export const circleAboutMax = 1_000;

/** Which circles are listed. */
export const circleViews = ['mine', 'moderated'] as const;
export type CircleListView = (typeof circleViews)[number];

/** The filters of the list; they stand in the address. */
export interface CircleFilters {
  readonly view?: CircleListView;
  readonly q?: string;
}

export function circleFiltersOf(search: URLSearchParams): CircleFilters {
  const view = circleViews.find((one) => one === search.get('view'));
  const q = search.get('q') ?? '';
  return { ...(view === undefined ? {} : { view }), ...(q === '' ? {} : { q }) };
}

/** What the platform is asked for. */
export function circleQueryOf({ view, q }: CircleFilters): {
  readonly mine?: boolean;
  readonly moderated?: boolean;
  readonly q?: string;
} {
  return { ...(view === undefined ? {} : { [view]: true }), ...(q === undefined ? {} : { q }) };
}

export function may({ acts }: Pick<Circle, 'acts'>, act: CircleAct): boolean {
  return acts.some((one) => one.act === act);
}

export function mayAbout({ acts }: Pick<CirclePerson, 'acts'>, act: CircleMemberAct): boolean {
  return acts.some((one) => one.act === act);
}

/** Beside the officers of the union. */
export const moderatorsMax = 5;

export function namedLike({ name }: Pick<CirclePerson, 'name'>, part: string): boolean {
  return name.toLowerCase().includes(part.trim().toLowerCase());
}

/** How many things wait for a moderator. */
export function waitingIn({ requestCount, reportCount }: Circle): number {
  return (requestCount ?? 0) + (reportCount ?? 0);
}
