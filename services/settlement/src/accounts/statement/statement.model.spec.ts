import { describe, expect, it } from '@jest/globals';
import { accountOf, costsLine, loanLine, transferLine } from './statement.fixture.js';
import { arrange } from './statement.model.js';

describe('an arranged statement', () => {
  it('puts the lines of one activity together, and activities in the order of their first line', () => {
    const lines = [
      costsLine({ activityId: 'a', title: 'A' }),
      costsLine({ activityId: 'b', title: 'B' }),
      transferLine(),
      costsLine({ activityId: 'a', title: 'A', kind: 'reversal', share: -4_000n, amount: 4_000n }),
    ];
    const { activities, transfers } = arrange(accountOf(lines));
    expect(activities.map((group) => group.map(({ title, kind }) => `${title} ${kind}`))).toEqual([
      ['A costs', 'A reversal'],
      ['B costs'],
    ]);
    expect(transfers).toHaveLength(1);
  });

  it('adds up what was borne, what was paid, and what was transferred', () => {
    // 40.00 borne; 25.00 borne of 50.00 paid; 15.00 received in transfer.
    const lines = [
      costsLine(),
      costsLine({ activityId: 'b', share: 2_500n, paid: 5_000n, amount: 2_500n }),
      transferLine(),
    ];
    const { activityTotal, transferTotal } = arrange(accountOf(lines));
    expect(activityTotal).toEqual({ share: 6_500n, paid: 5_000n, amount: -1_500n });
    expect(transferTotal).toBe(1_500n);
  });

  it('puts what loans cost or hold under a heading of its own, not among the transfers', () => {
    const lines = [loanLine(), transferLine(), loanLine({ kind: 'damage', amount: -500n })];
    const { loans, loanTotal, transfers } = arrange(accountOf(lines));
    expect(loans.map(({ kind }) => kind)).toEqual(['depositHeld', 'damage']);
    expect([loanTotal, transfers.length]).toEqual([-20_500n, 1]); // −200.00 − 5.00
  });

  it('comes to nothing of a period without lines', () => {
    expect(arrange(accountOf([], { opening: 700n }))).toEqual({
      activities: [],
      loans: [],
      loanTotal: 0n,
      transfers: [],
      transferTotal: 0n,
      activityTotal: { share: 0n, paid: 0n, amount: 0n },
    });
  });

  it('is refused where its lines do not lead to its closing balance', () => {
    expect(() => arrange(accountOf([costsLine()], { closing: 1n }))).toThrow('closing balance');
  });
});
