import type { Borrower, Grantee, PartyFacts } from './grantee.model.js';
import type { Right } from './right.model.js';
import type { Price } from './terms.model.js';

/** A day of December 2026, from midnight UTC. */
const day = (number: number): Date => new Date(Date.UTC(2026, 11, number));
export const period = (from: number, to: number) => ({ start: day(from), end: day(to) });

export const borrower: Borrower = {
  unionId: 'small shop',
  path: '1.4.2.',
  sizeClass: 'small',
  longitude: 114.3,
  latitude: 30.6,
};

export const everyone: Grantee = {
  kind: 'everyone',
  unionId: null,
  sizeClass: null,
  partyKind: null,
  partyId: null,
  withinKm: null,
  onlySizes: [],
  exceptUnionIds: [],
};

export const noFacts: PartyFacts = {
  granteePath: null,
  unionIds: [],
  exceptPaths: [],
  centre: null,
  parkPath: null,
};

export const free: Price = { kind: 'free', text: null, feeFen: null, per: null, depositFen: null };

/** For everybody, from the 1st to the 20th, decided by the custodian, free. */
export function right(changes: Partial<Right> = {}): Right {
  return {
    id: 'a',
    version: 1,
    grantee: everyone,
    facts: noFacts,
    term: period(1, 20),
    businesses: [],
    times: { weekdays: [], from: null, until: null },
    quota: { hoursPerMonth: null, loansPerMonth: null, piecesPerMonth: null },
    approval: 'custodian',
    decideWithinHours: 72,
    onSilence: 'refuse',
    charge: free,
    price: 'free',
    ...changes,
  };
}
