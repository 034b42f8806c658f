import { describe, expect, it } from '@jest/globals';
import { loanStates } from '@gongxiang/contracts/sharing/lending/loan.contract';
import {
  decisionDeadline,
  dueSoonAt,
  extendedPeriod,
  feeDue,
  reservedEnd,
  isOverdue,
  loanLife,
  loanPeriod,
  type LoanStep,
  nextState,
  openStates,
  replyTimes,
  nextOverdueNotice,
} from './loan.model.js';

const at = (time: string): Date => new Date(`2026-11-20T${time}:00+08:00`);
const steps: readonly LoanStep[] = ['approve', 'refuse', 'handOver', 'giveBack', 'cancel'];

describe('the life of a loan', () => {
  it.each([
    ['requested', 'approve', 'approved'],
    ['requested', 'refuse', 'refused'],
    ['requested', 'cancel', 'cancelled'],
    ['approved', 'handOver', 'handedOver'],
    ['approved', 'cancel', 'cancelled'],
    ['handedOver', 'giveBack', 'returned'],
  ] as const)('%s → %s → %s', (state, step, next) => {
    expect(nextState(state, step)).toBe(next);
  });

  it('knows no other step: of 6 states × 5 steps, 6 are legal and 24 are refused', () => {
    const refused = loanStates.flatMap((state) =>
      steps.filter((step) => {
        if (loanLife[state][step] !== undefined) return false;
        expect(() => nextState(state, step)).toThrow(
          expect.objectContaining({ code: 'ILLEGAL_TRANSITION', params: { state, step } }),
        );
        return true;
      }),
    );
    expect(refused).toHaveLength(24);
  });

  it('ends in the states that hold no time', () => {
    const ends = loanStates.filter((state) => Object.keys(loanLife[state]).length === 0);
    expect(ends).toEqual(['refused', 'returned', 'cancelled']);
    expect(loanStates.filter((state) => !openStates.includes(state))).toEqual(ends);
  });
});

describe('the period of a loan', () => {
  it.each([
    ['09:00', '10:00', null],
    ['08:59', '10:00', 'LOAN_IN_PAST'],
    ['10:00', '10:00', 'PERIOD_EMPTY'],
    ['11:00', '10:00', 'PERIOD_EMPTY'],
  ])('from %s to %s, asked for at 09:00: %s', (from, to, code) => {
    const ask = () => loanPeriod(at(from).toISOString(), at(to).toISOString(), at('09:00'));
    if (code === null) expect(ask).not.toThrow();
    else expect(ask).toThrow(code);
  });

  it('lasts a leap year at most', () => {
    // 2027-01-01 + 366 days = 2028-01-02
    const ask = (end: string) => () => loanPeriod('2027-01-01T00:00:00Z', end, at('09:00'));
    expect(ask('2028-01-02T00:00:00Z')).not.toThrow();
    expect(ask('2028-01-02T00:00:01Z')).toThrow('LOAN_TOO_LONG');
  });

  it('lies within what anybody plans', () => {
    const ask = () => loanPeriod('9999-12-31T00:00:00Z', '9999-12-31T23:59:59Z', at('09:00'));
    expect(ask).toThrow('LOAN_TOO_FAR');
  });

  it.each([
    ['approved', '13:00', null],
    ['handedOver', '13:00', null],
    ['requested', '13:00', 'ILLEGAL_TRANSITION'],
    ['returned', '13:00', 'ILLEGAL_TRANSITION'],
    ['approved', '12:00', 'EXTENSION_NOT_LATER'],
    ['approved', '11:00', 'EXTENSION_NOT_LATER'],
  ] as const)('E53: %s until 12:00 may become until %s: %s', (state, end, code) => {
    const extend = () =>
      extendedPeriod({ state, startsAt: at('10:00'), endsAt: at('12:00') }, at(end).toISOString());
    if (code === null) expect(extend()).toEqual({ start: at('10:00'), end: at(end) });
    else expect(extend).toThrow(code);
  });
});

describe('time', () => {
  it('E52: a request is held for as long as the right says, and not beyond its own start', () => {
    expect(decisionDeadline(at('09:00'), new Date('2026-12-24T00:00:00Z'), 72)).toEqual(
      new Date('2026-11-23T09:00:00+08:00'), // 20th + 3 days
    );
    expect(decisionDeadline(at('09:00'), at('15:00'), 72)).toEqual(at('15:00'));
    expect(decisionDeadline(at('09:00'), at('15:00'), 2)).toEqual(at('11:00'));
  });

  it.each([
    ['handedOver', '11:59', false],
    ['handedOver', '12:00', true], // half-open: the end is excluded
    ['approved', '13:00', false],
    ['returned', '13:00', false],
  ] as const)('E63: %s until 12:00 is overdue at %s: %s', (state, now, overdue) => {
    expect(isOverdue({ state, endsAt: at('12:00') }, at(now))).toBe(overdue);
  });

  it('E53: a loan takes its time until its end, or until that of an extension that is asked for', () => {
    expect(reservedEnd({ endsAt: at('12:00'), heldUntil: null })).toEqual(at('12:00'));
    expect(reservedEnd({ endsAt: at('12:00'), heldUntil: at('14:00') })).toEqual(at('14:00'));
  });

  it.each([
    ['2026-11-22T12:00:00+08:00', '2026-11-21T12:00:00+08:00'], // a day before
    ['2026-11-21T09:00:00+08:00', null], // a day before is now
    ['2026-11-20T12:00:00+08:00', null],
  ])('its end at %s is told of at %s, asked at 09:00', (endsAt, expected) => {
    const received = dueSoonAt(new Date(endsAt), at('09:00'));
    expect(received).toEqual(expected === null ? null : new Date(expected));
  });

  it.each([
    ['2026-11-20T12:00:00+08:00', '2026-11-21'], // at its end: again after a day
    ['2026-11-21T11:59:59+08:00', '2026-11-21'],
    ['2026-11-21T12:00:00+08:00', '2026-11-23'], // after one day: again after three
    ['2026-11-23T12:00:00+08:00', '2026-11-27'], // after three: again after seven
    ['2026-11-27T12:00:00+08:00', '2026-12-04'], // and each further week
    ['2026-12-10T12:00:00+08:00', '2026-12-11'], // 20 days: the third week ends after 21
  ])('E63: overdue since the 20th, told at %s, both hear again on %s', (now, day) => {
    expect(nextOverdueNotice(at('12:00'), new Date(now))).toEqual(new Date(`${day}T12:00:00+08:00`));
  });
});

describe('what is owed for the use of a loan', () => {
  const used = (returned: string, more: Partial<Parameters<typeof feeDue>[0]> = {}) => ({
    feeEachFen: 500n,
    feePer: 'hour' as const,
    handedOverAt: at('10:00'),
    returnedAt: at(returned),
    closedAt: at('23:00'),
    ...more,
  });
  it.each([
    ['each hour that it was out', used('12:00'), 1_000n], // 2 × 5.00
    ['each hour that was begun', used('12:01'), 1_500n], // 3 × 5.00
    ['one hour at least', used('10:00'), 500n],
    ['a day for a part of one', used('12:00', { feePer: 'day' }), 500n],
    ['the loan, however long', used('22:00', { feePer: 'loan' }), 500n],
    ['nothing before it is closed', used('12:00', { closedAt: null }), null],
    ['nothing where it never was handed over', used('12:00', { handedOverAt: null }), null],
    ['nothing where no fee was agreed', used('12:00', { feeEachFen: null, feePer: null }), null],
  ])('is %s', (_name, loan, expected) => {
    expect(feeDue(loan)).toBe(expected);
  });
});

describe('when an owner was asked and answered', () => {
  const [morning, noon, evening] = [at('08:00'), at('12:00'), at('20:00')];
  const asked = { state: 'requested' as const, requestedAt: morning, decidedAt: null };
  const agreed = { state: 'approved' as const, requestedAt: morning, decidedAt: noon };
  const plain = { state: 'approved' as const, requestedAt: null, decidedAt: null };
  const none = { reasonCode: null };

  it.each([
    ['an approval answers', asked, { state: 'approved' as const, ...none }, [morning, evening]],
    [
      'a refusal answers',
      asked,
      { state: 'refused' as const, reasonCode: 'DECIDED' as const },
      [morning, evening],
    ],
    [
      'silence answers, by its deadline',
      asked,
      { state: 'refused' as const, reasonCode: 'DECISION_DEADLINE' as const },
      [morning, evening],
    ],
    [
      'a right that ended does not',
      asked,
      { state: 'refused' as const, reasonCode: 'RIGHT_REVOKED' as const },
      [morning, null],
    ],
    ['nor does whoever gives up', asked, { state: 'cancelled' as const, ...none }, [morning, null]],
    ['what comes later changes nothing', agreed, { state: 'handedOver' as const, ...none }, [morning, noon]],
    ['whoever is asked anew answers anew', agreed, { state: 'requested' as const, ...none }, [evening, null]],
    [
      'whoever was never asked is timed later',
      plain,
      { state: 'requested' as const, ...none },
      [evening, null],
    ],
    [
      'where nobody need be asked nothing is timed',
      plain,
      { state: 'handedOver' as const, ...none },
      [null, null],
    ],
  ])('%s', (_what, before, after, [requestedAt, decidedAt]) => {
    expect(replyTimes(before, after, evening)).toEqual({ requestedAt, decidedAt });
  });
});
