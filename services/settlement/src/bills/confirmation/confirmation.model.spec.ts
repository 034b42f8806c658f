import { describe, expect, it } from '@jest/globals';
import { confirmationStates } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import {
  confirmBy,
  confirmedKindOf,
  type ConfirmationStep,
  nextConfirmation,
  remindAt,
  silenceTerms,
  stakesOf,
} from './confirmation.model.js';

const at = (text: string): Date => new Date(`${text}Z`);

describe('what a party is asked', () => {
  it.each<[ConfirmationStep, string, string, string, string]>([
    // step, from waiting, confirmed, disputed, lapsed
    ['confirm', 'confirmed', 'no', 'no', 'no'],
    ['dispute', 'disputed', 'disputed', 'no', 'no'],
    ['settle', 'no', 'no', 'confirmed', 'no'],
    ['lapse', 'lapsed', 'lapsed', 'lapsed', 'no'],
  ])('%s leads from each state where the table says', (step, ...expected) => {
    const reached = confirmationStates.map((state) => {
      try {
        return nextConfirmation(state, step);
      } catch (error) {
        expect(error).toMatchObject({ code: 'CONFIRMATION_ANSWERED' });
        return 'no';
      }
    });
    expect(reached).toEqual(expected);
  });

  it('is about what it owes and is owed, each party once', () => {
    // b owes a 0.40 and 0.10 of two funds; c owes a 0.40 and b 0.25.
    const debts = [
      { from: 'b', to: 'a', amountFen: 40n },
      { from: 'b', to: 'a', amountFen: 10n },
      { from: 'c', to: 'a', amountFen: 40n },
      { from: 'c', to: 'b', amountFen: 25n },
    ];
    expect(stakesOf(debts)).toEqual([
      { party: 'b', owesFen: 50n, owedFen: 25n },
      { party: 'a', owesFen: 0n, owedFen: 90n },
      { party: 'c', owesFen: 65n, owedFen: 0n },
    ]);
  });

  it.each([
    ['costs', 'costs'],
    ['damage', 'damage'],
    ['loanFee', 'loanFee'],
    ['netting', null],
    ['payment', null],
    ['reversal', null],
    ['depositHeld', null],
  ])('of an entry of the kind %s: %s', (kind, asked) => {
    expect(confirmedKindOf(kind)).toBe(asked);
  });
});

describe('the time to answer', () => {
  it.each([
    // What the agreement says, else fourteen days and silence agrees.
    [{ days: 7, silence: 'disputes' } as const, { days: 7, silence: 'disputes' }],
    [null, { days: 14, silence: 'agrees' }],
    [undefined, { days: 14, silence: 'agrees' }],
  ])('is %o: %o', (agreed, expected) => {
    expect(silenceTerms(agreed)).toEqual(expected);
  });

  it.each([
    // 7 days: two days before the end; 4 days: both the same; 1 day: at half-time.
    [7, '2026-11-08T09:00:00', '2026-11-06T09:00:00'],
    [4, '2026-11-05T09:00:00', '2026-11-03T09:00:00'],
    [1, '2026-11-02T09:00:00', '2026-11-01T21:00:00'],
  ])('of %i days ends at %s, with a reminder at %s', (days, end, reminder) => {
    const askedAt = at('2026-11-01T09:00:00');
    const deadline = confirmBy(askedAt, { days, silence: 'agrees' });
    expect([deadline, remindAt(askedAt, deadline)]).toEqual([at(end), at(reminder)]);
  });
});
