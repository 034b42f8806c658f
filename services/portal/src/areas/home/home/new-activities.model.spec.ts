import { expect, it } from '@jest/globals';
import { type Activity, candidatesOf, ownFirst } from './new-activities.model.js';

const now = new Date('2026-11-20T12:00:00Z');
const activity = {
  id: 'ofOthers',
  unionId: 'others',
  coHosts: [],
  signUpOpensAt: '2026-11-01T00:00:00Z',
  signUpClosesAt: '2026-11-30T00:00:00Z',
  startsAt: '2026-12-01T00:00:00Z',
} as unknown as Activity;

it('shows what can be signed up for now, that of my union and what it co-hosts first', () => {
  const activities = [
    activity,
    { ...activity, id: 'notYet', signUpOpensAt: '2026-11-20T12:00:01Z' },
    { ...activity, id: 'closed', signUpClosesAt: '2026-11-20T12:00:00Z' },
    { ...activity, id: 'begun', startsAt: '2026-11-20T12:00:00Z' },
    { ...activity, id: 'coHosted', coHosts: [{ kind: 'union', id: 'mine', name: 'Mine' }] } as Activity,
    { ...activity, id: 'own', unionId: 'mine' },
  ];
  expect(ownFirst(activities, 'mine', now).map(({ id }) => id)).toEqual(['coHosted', 'own', 'ofOthers']);
  expect(ownFirst(activities, null, now).map(({ id }) => id)).toEqual(['ofOthers', 'coHosted', 'own']);
});

it('leaves out those in which the reader is already, and no more than a page has room for', () => {
  const many = Array.from({ length: 20 }, (_, index) => ({ ...activity, id: `${index}` }));
  const found = candidatesOf(many, new Set(['0', '2'])).map(({ id }) => id);
  // 20 − 2 are left, of which the first 12.
  expect(found).toEqual(['1', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13']);
});
