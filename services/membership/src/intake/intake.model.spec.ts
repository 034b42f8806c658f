import { describe, expect, it } from '@jest/globals';
import { type IntakeState, intakeStates } from '@gongxiang/contracts';
import {
  answerDeadline,
  intakeLife,
  type IntakeStep,
  isOverdue,
  nextState,
  requireCloseReason,
} from './intake.model.js';

const steps: readonly IntakeStep[] = ['answer', 'route', 'close'];

/** In the order of the steps; null where the step is refused. */
const table: readonly (readonly [IntakeState, readonly (IntakeState | null)[]])[] = [
  ['open', ['answered', 'open', 'closed']],
  ['answered', ['answered', 'answered', 'closed']],
  ['closed', [null, null, null]],
];

describe('the life of an entry', () => {
  it('is written down for every state', () => {
    expect(table.map(([state]) => state)).toEqual([...intakeStates]);
    expect(Object.keys(intakeLife)).toEqual([...intakeStates]);
  });

  it.each(table)('from %s by answer, route and close leads to %j', (state, expected) => {
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

describe('closing', () => {
  it.each<[IntakeState, boolean, string | null, boolean]>([
    ['open', false, null, false],
    ['open', false, '重复', true],
    ['open', true, null, true],
    ['answered', false, null, true],
  ])('what is %s, own: %s, with the reason %s is allowed: %s', (state, isOwn, reason, isAllowed) => {
    const close = (): void => requireCloseReason({ state, isOwn }, reason);
    if (isAllowed) expect(close).not.toThrow();
    else expect(close).toThrow(expect.objectContaining({ code: 'REASON_REQUIRED' }));
  });
});
