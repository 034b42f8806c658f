import type { components } from '../../../../api/schema.js';

export type Breach = components['schemas']['DataBreachView'];
export type OwnBreach = components['schemas']['OwnDataBreachView'];
export type Kind = Breach['kinds'][number];

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
/** Names of authorities and offices, and numbers of papers. */
export const nameMax = 100;

/** Under which heading an officer finds a kind of data. */
export const kindGroups = ['identity', 'account', 'activities', 'lending', 'services', 'money'] as const;
export type KindGroup = (typeof kindGroups)[number];

/** What the platform keeps, each kind under its heading, in the order in which it is asked for. */
const groupOf: Readonly<Record<Kind, KindGroup>> = {
  record: 'identity',
  memberships: 'identity',
  employments: 'identity',
  groups: 'identity',
  clubs: 'identity',
  offices: 'identity',
  dues: 'identity',
  cards: 'identity',
  corrections: 'identity',
  transfers: 'identity',
  signIn: 'account',
  notices: 'account',
  calendar: 'account',
  consents: 'account',
  looks: 'account',
  exports: 'account',
  erasures: 'account',
  registrations: 'activities',
  draws: 'activities',
  coupons: 'activities',
  attendance: 'activities',
  noShows: 'activities',
  letters: 'activities',
  questions: 'activities',
  album: 'activities',
  activities: 'activities',
  loans: 'lending',
  resources: 'lending',
  needs: 'lending',
  intake: 'services',
  matters: 'services',
  bulletins: 'services',
  records: 'services',
  works: 'services',
  vacancies: 'services',
  circles: 'services',
  bills: 'money',
  accounts: 'money',
  objections: 'money',
  surveys: 'money',
  appeals: 'money',
};

export function kindsOf(group: KindGroup): Kind[] {
  return (Object.keys(groupOf) as Kind[]).filter((kind) => groupOf[kind] === group);
}
