import { describe, expect, it } from '@jest/globals';
import { followUpOf, followUpView, isFollowUpDue, isToFollow } from './follow-up.model.js';

const today = '2026-11-27';
const contract = { id: 'in-force', followUp: { months: 3, label: '集体合同期满' } };
const now = new Date('2026-11-27T10:00:00+08:00');

describe('until when a decision holds', () => {
  it.each([
    // Three months before 31 December is the last of September, which has 30 days.
    [3, '2028-12-31', '2028-09-30'],
    [3, '2029-05-31', '2029-02-28'],
    [3, '2028-05-31', '2028-02-29'],
    [1, '2027-01-15', '2026-12-15'],
    [0, '2027-01-15', '2027-01-15'],
    // Shorter than its notice: the next one is due at once.
    [3, '2026-12-31', '2026-09-30'],
  ])('%i months before %s the next one is due: %s', (months, holdsUntil, nextDueOn) => {
    const outcome = { followUp: { months, label: '期满' } };
    expect(followUpOf(outcome, holdsUntil, today)).toEqual({ holdsUntil, nextDueOn });
  });

  it.each([
    [contract, null, 'MATTER_HOLDS_UNTIL_MISSING'],
    [contract, '2026-11-27', 'MATTER_HOLDS_UNTIL_PAST'],
    [contract, '2025-12-31', 'MATTER_HOLDS_UNTIL_PAST'],
    [{ followUp: null }, '2028-12-31', 'MATTER_HOLDS_UNTIL_UNUSED'],
    [{}, '2028-12-31', 'MATTER_HOLDS_UNTIL_UNUSED'],
  ])('of %j until %s is refused: %s', (outcome, holdsUntil, code) => {
    expect(() => followUpOf(outcome, holdsUntil, today)).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ code, pointer: '/holdsUntil' })] }),
    );
  });

  it('is said of no outcome that does not end', () => {
    expect(followUpOf({}, null, today)).toEqual({ holdsUntil: null, nextDueOn: null, followedUpAt: null });
  });
});

describe('what is due again', () => {
  const ending = {
    outcome: 'in-force',
    holdsUntil: '2027-02-27',
    nextDueOn: '2026-11-27',
    followedUpAt: null,
  };
  it.each([
    ['decided', ending, true, true],
    ['closed', ending, true, true],
    ['closed', { ...ending, nextDueOn: '2026-11-28' }, true, false],
    ['closed', { ...ending, followedUpAt: now }, false, false],
    ['closed', { ...ending, holdsUntil: null, nextDueOn: null }, false, false],
    ['proposed', ending, false, false],
    ['inWork', ending, false, false],
  ] as const)('%s, %j: to follow %s, due %s', (state, matter, toFollow, due) => {
    expect(isToFollow({ ...matter, state })).toBe(toFollow);
    expect(isFollowUpDue({ ...matter, state }, now)).toBe(due);
  });

  it('is shown with the words of the service', () => {
    expect(followUpView({ ...ending, state: 'closed' }, [contract], now)).toEqual({
      label: '集体合同期满',
      holdsUntil: '2027-02-27',
      nextDueOn: '2026-11-27',
      due: true,
      followedUpAt: null,
    });
    expect(
      followUpView({ ...ending, state: 'closed', holdsUntil: null, nextDueOn: null }, [], now),
    ).toBeNull();
  });
});
