import { describe, expect, it } from '@jest/globals';
import { sum } from '@gongxiang/domain';
import fc from 'fast-check';
import { type Debt, netDebts, type NettingMode } from './netting.model.js';
import { partText, traceTransfer, type TransferPart } from './transfer-trace.model.js';

/** The two bills of the README: B owes A 40.00, C owes A 40.00, C owes B 25.00. */
const debts = [
  { number: 1, from: 'B', to: 'A', amount: 4_000n },
  { number: 2, from: 'C', to: 'A', amount: 4_000n },
  { number: 3, from: 'C', to: 'B', amount: 2_500n },
];
const names = { payer: 'B', payee: 'A', nameOf: (party: string) => party };

function traced(mode: NettingMode, hub: string | null, pick: { from: string; to: string }): TransferPart[] {
  const { transfers } = netDebts({ mode, hub, debts });
  const number = transfers.findIndex(({ from, to }) => from === pick.from && to === pick.to) + 1;
  return traceTransfer({ mode, debts, transfers, number });
}

const effects = (part: TransferPart | undefined) => part?.debts.map(({ number, effect }) => [number, effect]);

describe('the bills behind a transfer', () => {
  it('E73: are between the two in a bilateral run', () => {
    const [part, other] = traced('bilateral', null, { from: 'B', to: 'A' });
    expect(effects(part)).toEqual([[1, 4_000n]]);
    expect([part?.total, other]).toEqual([4_000n, undefined]);
    expect(partText(part as TransferPart, names, 'zh-CN')).toBe(
      'B欠A¥40.00，A欠B¥0.00，共1笔；相抵后B付给A¥40.00',
    );
  });

  it('E73: make the balances of both sides in a run of the fewest', () => {
    const [payer, payee] = traced('fewest', null, { from: 'B', to: 'A' });
    // B: −40.00 + 25.00 = −15.00, settled by the one transfer of 15.00.
    expect(effects(payer)).toEqual([
      [1, -4_000n],
      [3, 2_500n],
    ]);
    expect(payer).toMatchObject({ party: 'B', total: -1_500n, transfers: [{ effect: -1_500n }] });
    // A: 40.00 + 40.00 = 80.00, settled by 15.00 of B and 65.00 of C.
    expect(payee?.transfers.map(({ from, effect }) => [from, effect])).toEqual([
      ['B', 1_500n],
      ['C', 6_500n],
    ]);
    expect(partText(payee as TransferPart, names, 'en')).toBe(
      'A is owed ¥80.00 and owes ¥0.00 (debts: 2); it is left to receive ¥80.00 (transfers: 2)',
    );
    expect(partText(payer as TransferPart, names, 'zh-CN')).toBe(
      'B应收¥25.00，应付¥40.00，共2笔；净应付¥15.00，由1笔划拨付清',
    );
  });

  it('pass through a hub that has none of its own', () => {
    const [, hub] = traced('hub', 'H', { from: 'C', to: 'H' });
    expect(hub).toMatchObject({ party: 'H', debts: [], total: 0n });
    expect(hub?.transfers.map(({ effect }) => effect).sort()).toEqual([-8_000n, 1_500n, 6_500n].sort());
    expect(partText(hub as TransferPart, names, 'en')).toBe(
      'H comes out even in this run; what it receives it pays on (transfers: 3)',
    );
  });

  it('are none where there is no such transfer', () => {
    expect(traceTransfer({ mode: 'fewest', debts, transfers: [], number: 1 })).toEqual([]);
  });

  it('E73: listed lines = total = transfers, for any debts, any mode and any transfer', () => {
    const party = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    const debt = fc
      .record({ from: party, to: party, amount: fc.bigInt({ min: 1n, max: 10n ** 12n }) })
      .filter(({ from, to }) => from !== to);
    const shape = fc.record({
      mode: fc.constantFrom('bilateral' as const, 'hub' as const, 'fewest' as const),
      some: fc.array(debt, { minLength: 1, maxLength: 30 }),
    });
    fc.assert(
      fc.property(shape, ({ mode, some }) => {
        const { transfers } = netDebts({ mode, hub: mode === 'hub' ? 'H' : null, debts: some });
        const numbered = some.map((one: Debt, index) => ({ ...one, number: index + 1 }));
        for (const [index, { amount }] of transfers.entries()) {
          const parts = traceTransfer({ mode, debts: numbered, transfers, number: index + 1 });
          expect(parts).toHaveLength(mode === 'bilateral' ? 1 : 2);
          for (const { debts: own, total, transfers: settling } of parts) {
            expect(sum(own.map(({ effect }) => effect))).toBe(total);
            expect(sum(settling.map(({ effect }) => effect))).toBe(total);
            expect(settling.map(({ number }) => number)).toContain(index + 1);
          }
          if (mode === 'bilateral') expect(parts[0]?.total).toBe(amount);
        }
      }),
    );
  });
});
