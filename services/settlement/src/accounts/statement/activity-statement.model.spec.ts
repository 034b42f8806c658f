import { describe, expect, it } from '@jest/globals';
import { type ActivityPool, countedPools, partsOf, totalsOf } from './activity-statement.model.js';

const [a, b] = ['union:a', 'union:b'];
const bill = (payer: string, amount: bigint): ActivityPool['bills'][number] => ({
  payer,
  title: '器材',
  incomeKind: 'dues',
  expenseCode: '1.2',
  invoiceNumber: String(amount),
  amount,
});
const pool = (change: Partial<ActivityPool>): ActivityPool => ({
  id: 'pool',
  state: 'open',
  createdAt: new Date(0),
  approvedAt: null,
  isComputed: true,
  subsidy: null,
  source: null,
  bills: [bill(a, 100n)],
  shares: [
    { party: a, amount: 50n },
    { party: b, amount: 50n },
  ],
  ...change,
});

describe('the statement of an activity', () => {
  it('counts no pool that is not split yet: who has paid is not owed all of it', () => {
    const uncomputed = pool({ isComputed: false, shares: [], bills: [bill(a, 123_450n)] });
    const pools = [pool({}), uncomputed, pool({ state: 'reversed' })];
    expect(countedPools({ pools })).toEqual([pool({})]);
    expect(partsOf(uncomputed)).toEqual([]);
    const account = { activityId: '', title: '', union: a, heads: 0, pools, debts: [], readAt: new Date(0) };
    expect(totalsOf(account)).toEqual({ total: 100n, subsidy: 0n, unpaid: 0n });
  });

  it('has a part for the source of the subsidy and for whoever paid without a share', () => {
    const parts = partsOf(pool({ source: 'union:c', subsidy: 10n, bills: [bill('organisation:d', 110n)] }));
    expect(parts.map(({ party, share, paid, net }) => [party, share, paid, net])).toEqual([
      [a, 50n, 0n, -50n],
      [b, 50n, 0n, -50n],
      ['union:c', 10n, 0n, -10n],
      ['organisation:d', 0n, 110n, 110n],
    ]);
  });
});
