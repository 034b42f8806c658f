import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type ActivityPhase,
  activityPhases,
} from '@gongxiang/contracts/sharing/activities/activity-phase.contract';
import { activityStates } from '@gongxiang/contracts/sharing/sharing-events';
import fc from 'fast-check';
import { activityTransitions } from './activity.model.js';
import { activityLife, archivesAt, isOver, type PhaseSource, phaseOf } from './activity-phase.js';

const at = (time: string): Date => new Date(`2099-11-${time}:00+08:00`);

const published: PhaseSource = {
  state: 'published',
  coHosts: [],
  openInvitations: 0,
  agreementId: null,
  agreementRequired: false,
  agreedHosts: 0,
  signUpOpensAt: at('10T08:00'),
  signUpClosesAt: at('20T18:00'),
  startsAt: at('21T09:00'),
  endsAt: at('21T16:00'),
  settledAt: null,
  archivedAt: null,
};
const draft: PhaseSource = { ...published, state: 'draft' };
const guest = { kind: 'union', id: 'g', name: '乙工会', unionId: 'g' } as const;
const joined = { ...draft, coHosts: [guest], agreementRequired: true };
const agreed = { ...joined, agreementId: 'v1', agreedHosts: 2 }; // the organiser and one co-host

const noon = at('15T12:00');

describe('where an activity stands', () => {
  it.each<[string, PhaseSource, Date, ActivityPhase]>([
    ['just drafted', draft, noon, 'draft'],
    ['drafted, and its day has passed', draft, at('22T09:00'), 'draft'],
    ['with an invitation out', { ...draft, openInvitations: 1 }, noon, 'proposed'],
    ['with a host who has joined', joined, noon, 'proposed'],
    ['agreed', agreed, noon, 'agreed'],
    ['agreed, and another is invited', { ...agreed, openInvitations: 1 }, noon, 'proposed'],
    ['agreed, and another has joined', { ...agreed, coHosts: [guest, guest] }, noon, 'proposed'],
    ['agreed by its organiser alone', { ...draft, agreementId: 'v1', agreedHosts: 1 }, noon, 'agreed'],
    ['before sign-up', published, at('10T07:59'), 'published'],
    ['when sign-up opens', published, at('10T08:00'), 'signUpOpen'],
    ['when sign-up closes', published, at('20T18:00'), 'signUpClosed'],
    ['when it starts', published, at('21T09:00'), 'running'],
    ['when it ends', published, at('21T16:00'), 'ended'],
    [
      'with sign-up to the end, once begun',
      { ...published, signUpClosesAt: at('21T16:00') },
      at('21T10:00'),
      'running',
    ],
    ['being closed', { ...published, state: 'closing' }, noon, 'closing'],
    ['closed', { ...published, state: 'closed' }, noon, 'closed'],
    ['settled', { ...published, state: 'closed', settledAt: noon }, noon, 'settled'],
    ['cancelled', { ...published, state: 'cancelled' }, noon, 'cancelled'],
    ['closed and put away', { ...published, state: 'closed', archivedAt: noon }, noon, 'archived'],
    ['cancelled and put away', { ...published, state: 'cancelled', archivedAt: noon }, noon, 'archived'],
  ])('%s', (_name, row, now, phase) => {
    expect(phaseOf(row, now, false)).toBe(phase);
  });

  it('is full only while sign-up is open', () => {
    const full = ['09T00:00', '15T12:00', '20T20:00', '21T10:00', '22T00:00'].map((time) =>
      phaseOf(published, at(time), true),
    );
    expect(full).toEqual(['published', 'full', 'signUpClosed', 'running', 'ended']);
  });
});

describe('the table of a life', () => {
  it('keeps to the states: each step is one of theirs, stays in one, or puts away and gets out', () => {
    const wrong = activityPhases.flatMap((to) =>
      activityLife[to].from.filter((from) => {
        const [before, after] = [activityLife[from].state, activityLife[to].state];
        if (before === null || after === null) return !isOver({ state: before ?? after ?? 'draft' });
        return before !== after && !activityTransitions[before].includes(after);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has every step that the states have', () => {
    const steps = activityPhases.flatMap((to) =>
      activityLife[to].from.map((from) => `${activityLife[from].state} → ${activityLife[to].state}`),
    );
    const missing = activityStates.flatMap((from) =>
      activityTransitions[from].map((to) => `${from} → ${to}`).filter((step) => !steps.includes(step)),
    );
    expect(missing).toEqual([]);
  });

  it('leads from a draft to every phase', () => {
    const reached = new Set<ActivityPhase>(['draft']);
    for (let step = 0; step < activityPhases.length; step += 1)
      activityPhases
        .filter((to) => activityLife[to].from.some((from) => reached.has(from)))
        .forEach((to) => reached.add(to));
    expect([...reached].sort()).toEqual([...activityPhases].sort());
  });

  it('has every step that time takes, whatever the times and however seats come and go', () => {
    const hour = fc.integer({ min: 0, max: 1_000 });
    const times = fc.tuple(hour, hour, hour, hour).filter(
      ([opens, closes, starts, ends]) => opens < closes && closes <= ends && starts < ends, // as `checkTimes` requires
    );
    fc.assert(
      fc.property(times, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (hours, fullness) => {
        const [signUpOpensAt, signUpClosesAt, startsAt, endsAt] = hours.map(
          (one) => new Date(one * 3_600_000),
        );
        const row = { ...published, signUpOpensAt, signUpClosesAt, startsAt, endsAt } as PhaseSource;
        const moments = [-1, ...hours, ...hours.map((one) => one + 0.5)].sort((left, right) => left - right);
        const phases = moments.map((one, index) =>
          phaseOf(row, new Date(one * 3_600_000), fullness[index] ?? false),
        );
        const steps = phases.slice(1).map((to, index) => [phases[index], to] as const);
        return steps.every(([from, to]) => from === to || activityLife[to].from.some((one) => one === from));
      }),
    );
  });

  it('stands in the README as it is here', () => {
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8').replace(/\s+/g, ' ');
    const life = / - `(\w+)` - from (.*?) - by (.*?) - seats (.*?) - money (.*?)(?= - `| $)/g;
    const cells = [...readme.matchAll(life)].map(([, ...found]) => found);
    const table = activityPhases.map((phase) => {
      const { from, by, seats, money } = activityLife[phase];
      return [phase, from.join(', '), by, seats, money];
    });
    expect(cells).toEqual(table);
  });
});

describe('what is over', () => {
  it.each([
    ['closed on the day', '21T18:00', '2101-11-21T10:00:00.000Z'], // two years after 18:00 at +8
    ['closed a week later', '28T10:00', '2101-11-28T02:00:00.000Z'], // two years after the close
    ['cancelled beforehand', '01T10:00', '2101-11-21T08:00:00.000Z'], // two years after the end, 16:00 at +8
  ])('is put away by itself two years later: %s', (_name, overSince, expected) => {
    expect(archivesAt(published, at(overSince)).toISOString()).toBe(expected);
  });
});
