import type { components } from '../../../../api/schema.js';

export type Breach = components['schemas']['DataBreachView'];
export type OwnBreach = components['schemas']['OwnDataBreachView'];
type Kind = Breach['kinds'][number];

export const states = [
  'waiting',
  'notifying',
  'notified',
  'filed',
  'refused',
  'withdrawn',
] as const satisfies readonly Breach['state'][];
export const audiences = ['everybody', 'union', 'named'] as const satisfies readonly Breach['audience'][];
export const namedMax = 10_000;
export const textMax = 1_000;

/** What the platform keeps, in the order of “what is kept of me”. */
export const kinds = [
  'record',
  'memberships',
  'employments',
  'groups',
  'clubs',
  'offices',
  'dues',
  'cards',
  'intake',
  'matters',
  'bulletins',
  'records',
  'works',
  'vacancies',
  'circles',
  'consents',
  'corrections',
  'transfers',
  'erasures',
  'exports',
  'looks',
  'signIn',
  'registrations',
  'draws',
  'coupons',
  'attendance',
  'noShows',
  'letters',
  'questions',
  'album',
  'loans',
  'resources',
  'needs',
  'activities',
  'notices',
  'calendar',
  'bills',
  'accounts',
  'objections',
  'surveys',
  'appeals',
] as const satisfies readonly Kind[];
