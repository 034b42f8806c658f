import { describe, expect, it } from '@jest/globals';
import {
  type IntakeEnding,
  type IntakeState,
  intakeStates,
} from '@gongxiang/contracts/membership/joining/intake.contract';
import {
  answerDeadline,
  awaitsOfIntake,
  endingOf,
  intakeLife,
  type IntakeStep,
  isOverdue,
  lapseTime,
  nextState,
} from './intake.model.js';

const steps: readonly IntakeStep[] = ['answer', 'route', 'askAgain', 'close', 'lapse'];

/** In the order of the steps; null if the step is refused. */
const table: readonly (readonly [IntakeState, readonly (IntakeState | null)[]])[] = [
  ['open', ['answered', 'open', null, 'closed', null]],
  ['answered', ['answered', 'answered', 'open', 'closed', 'closed']],
  ['closed', [null, null, null, null, null]],
];

describe('the life of an entry', () => {
  it('is written down for every state', () => {
    expect(table.map(([state]) => state)).toEqual([...intakeStates]);
    expect(Object.keys(intakeLife)).toEqual([...intakeStates]);
  });

  it.each(table)('from %s by answer, route, asking again, close and lapse leads to %j', (state, expected) => {
    const found = steps.map((step) => {
      try {
        return nextState(state, step);
      } catch (error) {
        expect(error).toMatchObject({ code: 'ILLEGAL_TRANSITION', params: { state, step } });
        return null;
      }
    });
    expect(found).toEqual(expected);
  });
});

describe('the deadline', () => {
  const sentAt = new Date('2026-11-20T09:00:00+08:00');

  it('is seven days after it was sent: 20 + 7 = 27 November at the same hour', () => {
    expect(answerDeadline(sentAt)).toEqual(new Date('2026-11-27T09:00:00+08:00'));
  });

  it.each<[string, IntakeState, string, boolean]>([
    ['a millisecond before it', 'open', '2026-11-27T08:59:59.999+08:00', false],
    ['at it', 'open', '2026-11-27T09:00:00+08:00', true],
    ['long after it, answered', 'answered', '2026-12-27T09:00:00+08:00', false],
    ['long after it, closed', 'closed', '2026-12-27T09:00:00+08:00', false],
  ])('%s: %s', (_when, state, now, expected) => {
    expect(isOverdue({ state, dueAt: answerDeadline(sentAt) }, new Date(now))).toBe(expected);
  });
});

it('closes by itself a fortnight after an answer: 20 November + 14 = 4 December at the same hour', () => {
  const answeredAt = new Date('2026-11-20T09:00:00+08:00');
  expect(lapseTime(answeredAt)).toEqual(new Date('2026-12-04T09:00:00+08:00'));
});

describe('closing', () => {
  it.each<[IntakeState, boolean, string]>([
    ['open', true, 'withdrawn'],
    ['answered', true, 'resolved'],
    ['open', false, 'INTAKE_AUTHOR_DECIDES'],
    ['answered', false, 'INTAKE_AUTHOR_DECIDES'],
  ])('what is %s, own: %s: %s', (state, isOwn, expected) => {
    const close = (): IntakeEnding => endingOf({ state, isOwn });
    if (/^[a-z]/.test(expected)) expect(close()).toBe(expected);
    else expect(close).toThrow(expect.objectContaining({ code: expected }));
  });
});

describe('whom an entry waits for', () => {
  const entry = {
    id: 'intake-1',
    kind: 'complaint',
    personId: 'author-1',
    unionId: 'union-1',
    unionName: '滨江工会',
    dueAt: new Date('2026-11-27T00:00:00Z'),
    closesAt: null,
  } as const;
  const answerer = { personIds: ['officer-1'] };
  const closesAt = new Date('2026-12-04T00:00:00Z');

  it('is who answers it while it is open, anew with each union and each deadline', () => {
    const [open] = awaitsOfIntake({ ...entry, state: 'open' }, answerer);
    const at = '2026-11-27T00:00:00.000Z';
    const values = { intake: 'complaint', at };
    expect(open).toMatchObject({
      personIds: ['officer-1'],
      kind: 'intakeReceived',
      values,
      dueAt: entry.dueAt,
    });
    const [routed] = awaitsOfIntake({ ...entry, state: 'open', unionId: 'union-2' }, answerer);
    const [again] = awaitsOfIntake({ ...entry, state: 'open', dueAt: closesAt }, answerer);
    expect(new Set([open?.slot, routed?.slot, again?.slot]).size).toBe(3);
  });

  it('is its author once it is answered, until it closes by itself', () => {
    const [answered] = awaitsOfIntake({ ...entry, state: 'answered', closesAt }, answerer);
    const values = { partyName: '滨江工会', at: '2026-12-04T00:00:00.000Z' };
    expect(answered).toMatchObject({
      personIds: ['author-1'],
      kind: 'intakeAnswered',
      values,
      dueAt: closesAt,
    });
  });

  it('is nobody once it is closed', () => {
    expect(awaitsOfIntake({ ...entry, state: 'closed' }, answerer)).toEqual([]);
  });
});
