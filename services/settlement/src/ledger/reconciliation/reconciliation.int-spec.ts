import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { ledgerPeriodContract } from '@gongxiang/contracts/settlement/ledger/ledger-period.contract';
import {
  ledgerProofContract,
  type ReconciliationView,
  reconciliationChecks,
} from '@gongxiang/contracts/settlement/ledger/ledger-proof.contract';
import { eventually, ownerOf, type ServiceFixture } from '@gongxiang/testing';
import type { DataSource } from 'typeorm';
import { approvedPool, holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let owner: DataSource;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;

beforeAll(async () => {
  settlement = await startSettlement({ replicas: 2 });
  owner = await ownerOf(settlement);
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
  settlement.clock.set('2026-10-12T09:00:00+08:00');
  const rule = {
    kind: 'subsidyFirst',
    source: `union:${root.id}`,
    percent: '50',
    upTo: null,
    rest: { kind: 'equal' },
  };
  await approvedPool(settlement, { parties: [a, b, c], rule, bills: [{ payer: a, fen: 1_000n }] });
  await settleAll();
  settlement.clock.set('2026-11-20T09:00:00+08:00');
  await approvedPool(settlement, {
    parties: [b, c],
    rule: { kind: 'equal' },
    bills: [{ payer: b, fen: 7n }],
  });
  await settlement.ask(ledgerPeriodContract.close, { month: '2026-10' }, holder('approver', root));
});
afterAll(async () => {
  await owner.destroy();
  await settlement.stop();
});

/** A run whose payments have all arrived. */
async function settleAll(): Promise<void> {
  const scope = {
    mode: 'fewest' as const,
    periodFrom: '2026-10-01',
    periodTo: '2026-10-31',
    unionId: root.id,
  };
  const run = await settlement.ask(nettingContract.create, scope, holder('finance', root));
  await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
  const asked = { nettingRunId: run.id };
  const { items } = await settlement.ask(paymentContract.list, asked, holder('finance', root));
  for (const { id: paymentId } of items) {
    const sent = { paymentId, bankReference: '20261012-1' };
    await settlement.ask(paymentContract.confirmSent, sent, holder('finance', root));
    await settlement.ask(paymentContract.confirmReceived, { paymentId }, holder('finance', root));
  }
}

const get = (reconciliationId: string) =>
  settlement.ask(ledgerProofContract.getReconciliation, { reconciliationId }, holder('auditor', root));

async function reconciled(): Promise<ReconciliationView> {
  const { id } = await settlement.ask(ledgerProofContract.reconcile, {}, holder('auditor', root));
  return eventually(async () => {
    const view = await get(id);
    expect(view.state).toBe('done');
    return view;
  });
}

/** As the owner, past the triggers. */
const tamper = (table: string, change: string): Promise<unknown> =>
  owner.query(
    `ALTER TABLE ${table} DISABLE TRIGGER USER; ${change}; ALTER TABLE ${table} ENABLE TRIGGER USER`,
  );

describe('a reconciliation', () => {
  it('finds months, runs, pools and balances to be what the postings say', async () => {
    const view = await reconciled();
    expect(view).toMatchObject({
      differences: [],
      differenceCount: 0,
      nightly: false,
      checksDone: reconciliationChecks.length,
      checksTotal: reconciliationChecks.length,
    });
    expect(view.compared).toBeGreaterThan(15);
  });

  it.each([
    ['snapshots', 'account_snapshot', 'SET debits_fen = debits_fen + $ WHERE debits_fen > 0'],
    ['pools', 'cost_share', 'SET amount_fen = amount_fen + $'],
    ['clearing', 'posting', `SET amount_fen = amount_fen + $ WHERE income_kind = 'mixed'`],
  ])('finds what differs in %s, to the fen', async (check, table, change) => {
    const one = `(ctid = (SELECT ctid FROM ${table} ORDER BY ctid LIMIT 1) OR true)`;
    const by = (fen: number): string =>
      `UPDATE ${table} ${change.replace('$', String(fen))}${change.includes('WHERE') ? ' AND ' : ' WHERE '}${one}`;
    await tamper(table, by(1));
    const { differences, differenceCount } = await reconciled();
    expect(differenceCount).toBeGreaterThan(0);
    expect(differences.map((difference) => difference.check)).toContain(check);
    await tamper(table, by(-1));
    expect((await reconciled()).differences).toEqual([]);
  });

  it('comes by itself at night, and again the next', async () => {
    const due = await owner.query(`SELECT key FROM due WHERE kind = 'reconcile-nightly'`);
    expect(due).toHaveLength(1);
    await owner.query(`UPDATE due SET due_at = $1 WHERE kind = 'reconcile-nightly'`, [
      settlement.clock.now(),
    ]);
    const nightly = await eventually(async () => {
      const { items } = await settlement.ask(
        ledgerProofContract.listReconciliations,
        {},
        holder('auditor', root),
      );
      expect(items[0]).toMatchObject({ nightly: true, state: 'done', differenceCount: 0 });
      return items[0];
    });
    expect(nightly?.requestedBy).toBeNull();
    const [next] = (await owner.query(`SELECT due_at FROM due WHERE kind = 'reconcile-nightly'`)) as [
      { due_at: Date },
    ];
    expect(next.due_at.toISOString()).toBe('2026-11-20T18:30:00.000Z');
  });

  it('is asked for by an auditor of the root alone', async () => {
    const ask = (actor: ReturnType<typeof holder>) =>
      settlement.ask(ledgerProofContract.reconcile, {}, actor);
    await expect(ask(holder('finance', root))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(ask(holder('auditor', a))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
