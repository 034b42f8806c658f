import { describe, expect, it } from '@jest/globals';
import type { components } from '../../../api/schema.js';
import {
  type Ahead,
  byTime,
  ofDrawEntries,
  ofEfficacySurveys,
  ofMyLoans,
  ofQueuePlaces,
  ofRegistrations,
} from './ahead.model.js';

type Views = components['schemas'];

const now = new Date('2026-11-20T12:00:00Z');
const registration = {
  id: 'r',
  activityId: 'a',
  activityTitle: 'Badminton',
  startsAt: '2026-11-21T01:00:00Z',
  endsAt: '2026-11-21T09:00:00Z',
  state: 'confirmed',
  heads: 2,
  waitlistPlace: null,
} as Views['MyRegistrationView'];
const loan = {
  id: 'l',
  resourceTitle: 'Hall',
  state: 'requested',
  decideBy: '2026-11-23T00:00:00Z',
  startsAt: '2026-12-01T00:00:00Z',
  endsAt: '2026-12-02T00:00:00Z',
  overdue: false,
} as Views['LoanView'];

describe('registrations', () => {
  it.each([
    [{}, { key: 'confirmed', count: 2 }],
    [{ state: 'held' }, { key: 'held', count: 2 }],
    [
      { state: 'waitlisted', waitlistPlace: 3 },
      { key: 'waitlisted', place: 3 },
    ],
    [{ state: 'cancelled' }, undefined],
    [{ state: 'expired' }, undefined],
    [{ endsAt: '2026-11-20T11:00:00Z' }, undefined], // over
    [{ startsAt: '2026-11-20T11:00:00Z' }, { key: 'confirmed', count: 2 }], // in progress: they may stand at the door
  ])('%j: %j', (changed, note) => {
    const view = { ...registration, ...changed } as Views['MyRegistrationView'];
    expect(ofRegistrations([view], now)[0]?.note).toEqual(note);
  });
});

it('an entry is ahead until it is drawn', () => {
  const entry = { drawId: 'd', activityId: 'a', state: 'entered', drawState: 'open', heads: 1 };
  const views = [
    { ...entry, closesAt: '2026-11-25T00:00:00Z' },
    { ...entry, drawId: 'drawn', drawState: 'drawn' },
    { ...entry, drawId: 'left', state: 'withdrawn' },
  ] as Views['MyDrawEntryView'][];
  expect(ofDrawEntries(views)).toMatchObject([
    { id: 'd', to: '/activities/a', at: { kind: 'drawn', time: '2026-11-25T00:00:00Z' } },
  ]);
});

describe('places in queues', () => {
  const place = {
    activityId: 'q',
    activityState: 'published',
    state: 'waiting',
    turnAt: null,
    opensAt: '2026-11-22T00:00:00Z',
    signUpClosesAt: '2026-11-24T00:00:00Z',
  } as Views['MyQueuePlaceView'];

  it.each([
    [{}, 'inQueue', { kind: 'opens', time: place.opensAt }],
    [{ turnAt: '2026-11-22T00:03:00Z' }, 'inQueue', { kind: 'turn', time: '2026-11-22T00:03:00Z' }],
    [{ state: 'turn', turnAt: place.opensAt }, 'turn', { kind: 'closes', time: place.signUpClosesAt }],
  ] as const)('%j: %s', (changed, key, at) => {
    expect(ofQueuePlaces([{ ...place, ...changed }], [], now)).toMatchObject([{ note: { key }, at }]);
  });

  it('by which there is a seat are left out', () => {
    const seat = { ...registration, activityId: 'q' };
    expect(ofQueuePlaces([place], [seat], now)).toEqual([]);
    expect(ofQueuePlaces([place], [{ ...seat, state: 'cancelled' }], now)).toHaveLength(1);
  });
});

describe('loans', () => {
  it.each([
    ['requested', { kind: 'decideBy', time: loan.decideBy }],
    ['approved', { kind: 'starts', time: loan.startsAt }],
    ['handedOver', { kind: 'returnBy', time: loan.endsAt }],
  ] as const)('%s: what comes next by when', (state, at) => {
    expect(ofMyLoans([{ ...loan, state }])[0]?.at).toEqual(at);
  });

  it('that are over are left out', () => {
    const states = ['refused', 'returned', 'cancelled'] as const;
    expect(ofMyLoans(states.map((state) => ({ ...loan, state })))).toEqual([]);
  });
});

it('a season that is answered is left out', () => {
  const invitation = {
    id: 'i:provider',
    kind: 'provider',
    name: 'Autumn',
    party: { name: 'Books' },
    closesAt: '2026-12-01T00:00:00Z',
  };
  const views = [
    { ...invitation, efficacySurveyId: 's', answered: true },
    { ...invitation, efficacySurveyId: 't', answered: false },
  ] as Views['MyEfficacyInvitationView'][];
  expect(ofEfficacySurveys(views).map(({ to, note }) => [to, note])).toEqual([
    ['/efficacy-surveys/t/answer?as=i%3Aprovider', { key: 'season.provider', party: 'Books' }],
  ]);
});

it('what is earliest comes first, what has no time last', () => {
  const at = (time: string | null): Ahead => ({
    id: time ?? 'never',
    to: '/',
    title: 'Hall',
    note: { key: 'approved' },
    at: time === null ? null : { kind: 'starts', time },
    isOverdue: false,
  });
  const items = [at(null), at('2026-12-02T00:00:00Z'), at('2026-12-01T00:00:00Z')];
  expect(byTime(items).map(({ id }) => id)).toEqual([
    '2026-12-01T00:00:00Z',
    '2026-12-02T00:00:00Z',
    'never',
  ]);
});
