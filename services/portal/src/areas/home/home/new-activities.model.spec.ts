import { expect, it } from '@jest/globals';
import { type Activity, ownFirst } from './new-activities.model.js';

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
