import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { shareExplanationContract } from '@gongxiang/contracts/settlement/bills/share-explanation.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, keyOf, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState, source: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 5);
  root = network.root;
  [a, b, c, source] = network.unions as [UnionState, UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

function explain(costPoolId: string, union: UnionState, actor: Actor = holder('auditor', a)) {
  return settlement.ask(shareExplanationContract.get, { costPoolId, party: keyOf(union) }, actor);
}

describe('why this fen', () => {
  it('E73, E75: leads from rule and facts through the entry to the run and its payment', async () => {
    // 100.00: the source gives 50.00; A 30 % of 50.00 = 15.00 as the host; 35.00 by 4 : 3 heads: 20.00 and 15.00.
    const pool = await approvedPool(settlement, {
      parties: [a, b, c],
      rule: {
        kind: 'subsidyFirst',
        source: keyOf(source),
        percent: '50',
        rest: { kind: 'hostShare', party: keyOf(a), percent: '30', rest: { kind: 'headcount' } },
      },
      heads: [5, 4, 3],
      bills: [{ payer: a, fen: 10_000n }],
    });
    const before = await explain(pool.id, b);
    expect(before).toMatchObject({
      party: { name: b.name },
      amount: toWire(2_000n),
      paid: toWire(0n),
      total: toWire(10_000n),
      subsidy: toWire(5_000n),
      reproduced: true,
      oddFen: false,
      entryId: pool.entryId,
      agreementHash: 'h',
      factsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(
      before.nodes.map(({ pointer, kind, reached, mine, others, weight }) => [
        pointer,
        kind,
        reached?.amount,
        mine?.amount,
        others.amount,
        weight,
      ]),
    ).toEqual([
      ['/rule', 'subsidyFirst', '10000', undefined, '5000', null],
      ['/rule/rest', 'hostShare', '5000', undefined, '1500', null],
      ['/rule/rest/rest', 'headcount', '3500', '2000', '1500', '4'],
    ]);
    expect(before.facts.map(({ party, headcount }) => [party.name, headcount])).toEqual([
      [a.name, 5],
      [b.name, 4],
      [c.name, 3],
    ]);
    expect(before.trace.join()).toContain(source.name);
    expect(before.trace.join()).not.toContain(source.id);
    expect(before.postings).toMatchObject([
      { debitParty: { id: b.id }, creditParty: { id: a.id }, amount: toWire(2_000n), nettingRunId: null },
    ]);
    const period = { periodFrom: '2026-11-01', periodTo: '2026-12-31', unionId: root.id };
    const run = await settlement.ask(
      nettingContract.create,
      { mode: 'bilateral', ...period },
      holder('finance', root),
    );
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    const after = await explain(pool.id, b);
    expect(after.postings).toMatchObject([{ nettingRunId: run.id, nettingMode: 'bilateral' }]);
    expect(after.payments).toMatchObject([
      {
        payer: { id: b.id },
        payee: { id: a.id },
        amount: toWire(2_000n),
        state: 'open',
        nettingRunId: run.id,
      },
    ]);
  });

  it('is told of the source of a subsidy as well, and of nobody who is no party', async () => {
    const pool = await approvedPool(settlement, {
      parties: [a, b],
      rule: { kind: 'subsidyFirst', source: keyOf(source), upTo: toWire(40n), rest: { kind: 'equal' } },
      bills: [{ payer: a, fen: 101n }],
    });
    // 101 − 40 = 61: 30.5 each; the odd fen goes by rotation.
    const explanation = await explain(pool.id, source);
    expect(explanation).toMatchObject({ amount: toWire(40n), trace: [expect.any(String)] });
    expect(
      explanation.nodes.map(({ pointer, mine, others }) => [pointer, mine?.amount, others.amount]),
    ).toEqual([
      ['/rule', '40', '0'],
      ['/rule/rest', undefined, '61'],
    ]);
    const shares = await Promise.all([a, b].map((union) => explain(pool.id, union)));
    const lucky = shares.find(({ oddFen }) => oddFen);
    expect(lucky?.amount).toEqual(toWire(31n));
    expect(lucky?.tieOrder[0]?.id).toBe(lucky?.party.id);
    await expect(explain(pool.id, c)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('E82: says that it was taken back', async () => {
    const pool = await approvedPool(settlement, {
      parties: [a, b],
      rule: { kind: 'equal' },
      bills: [{ payer: a, fen: 10n }],
    });
    const entryId = pool.entryId ?? '';
    const reversal = await settlement.ask(
      ledgerContract.reverse,
      { entryId, reason: '重复入账' },
      holder('approver', a),
    );
    expect((await explain(pool.id, b)).reversedBy).toBe(reversal.id);
  });

  it('is nothing for those whose pool it is not', async () => {
    const pool = await approvedPool(settlement, {
      parties: [a, b],
      rule: { kind: 'equal' },
      bills: [{ payer: a, fen: 10n }],
    });
    await expect(explain(pool.id, a, holder('finance', c))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(explain(newId(), a, holder('finance', root))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
