import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { ledgerLimitContract } from '@gongxiang/contracts/settlement/ledger/ledger-limit.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, toWire } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownActivity, knownNetwork, submittedPool } from '../network.fixture.js';
import { startSettlement } from '../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState;

beforeAll(async () => {
  settlement = await startSettlement({ replicas: 2 });
  const network = await knownNetwork(settlement, 2);
  root = network.root;
  [a, b] = network.unions as [UnionState, UnionState];
});
afterAll(() => settlement.stop());

const rule = { kind: 'equal' };
const half = (fen: bigint) => ({ parties: [a, b], rule, bills: [{ payer: a, fen: fen * 2n }] });

async function submitted(fen: bigint): Promise<string> {
  const activityId = await knownActivity(settlement, { parties: [a, b], rule });
  const { id } = await submittedPool(settlement, activityId, half(fen).bills, a);
  return id;
}

const approve = (costPoolId: string, actor: Actor = holder('approver', a)) =>
  settlement.ask(costPoolContract.approve, { costPoolId }, actor);
const limit = (union: UnionState, fen: bigint | null, actor: Actor = holder('officer', root)) =>
  settlement.ask(
    ledgerLimitContract.setAmountLimit,
    { unionId: union.id, limit: fen === null ? null : toWire(fen), reason: '年度内控要求' },
    actor,
  );

async function accountOf(union: UnionState): Promise<string> {
  const { items } = await settlement.ask(
    ledgerContract.listAccounts,
    { union: union.id, purpose: 'current' },
    holder('finance', union),
  );
  return items[0]?.id ?? '';
}

const bound = (accountId: string, fen: bigint | null, actor: Actor = holder('officer', root)) =>
  settlement.ask(
    ledgerLimitContract.setOverdraftRule,
    { accountId, limit: fen === null ? null : toWire(fen), reason: '欠款未清' },
    actor,
  );

describe('how much an approver may pass', () => {
  it('sends an entry above it to the union above, whose approver may pass it', async () => {
    await limit(a, 500n);
    const [small, large] = [await submitted(500n), await submitted(501n)];
    await approve(small);
    await expect(approve(large)).rejects.toMatchObject({ code: 'AMOUNT_LIMIT' });
    expect((await approve(large, holder('approver', root))).state).toBe('approved');
  });

  it('holds for taking an entry back as well', async () => {
    await limit(a, null);
    const { entryId } = await approvedPool(settlement, half(900n));
    await limit(a, 899n);
    const reverse = (actor: Actor) =>
      settlement.ask(ledgerContract.reverse, { entryId: entryId ?? '', reason: '重复' }, actor);
    await expect(reverse(holder('approver', a))).rejects.toMatchObject({ code: 'AMOUNT_LIMIT' });
    await reverse(holder('approver', root));
    await limit(a, null);
  });

  it.each<readonly [string, () => UnionState, () => Actor, string]>([
    ['the officer of the union itself', () => a, () => holder('officer', a), 'NOT_PERMITTED'],
    ['the officer of another union', () => a, () => holder('officer', b), 'NOT_FOUND'],
    ['the finance of the union above', () => a, () => holder('finance', root), 'NOT_PERMITTED'],
    ['anybody, for the root', () => root, () => holder('officer', root), 'LIMIT_OF_ROOT'],
  ])('is not set by %s', async (_who, union, actor, code) => {
    await expect(limit(union(), 1n, actor())).rejects.toMatchObject({ code });
  });

  it('keeps who set it, and why', async () => {
    await expect(limit(a, -1n)).rejects.toMatchObject({ code: 'LIMIT_NEGATIVE' });
    const { items } = await settlement.ask(
      ledgerLimitContract.listAmountLimits,
      { union: a.id },
      holder('auditor', root),
    );
    expect(items.map((one) => one.limit?.amount ?? null)).toEqual([null, '899', null, '500']);
    expect(items[0]).toMatchObject({ unionName: '工会A', reason: '年度内控要求' });
  });
});

describe('how far an account may go below zero', () => {
  it('refuses the entry that would take it further, and posts nothing of it', async () => {
    const accountId = await accountOf(b);
    const { balance } = await settlement.ask(ledgerContract.getAccount, { accountId }, holder('finance', b));
    const owed = -BigInt(balance.amount);
    await bound(accountId, owed + 100n);
    const [first, second] = [await submitted(100n), await submitted(1n)];
    await approve(first);
    await expect(approve(second)).rejects.toMatchObject({
      code: 'OVERDRAFT_LIMIT',
      params: { party: '工会B', limitFen: String(owed + 100n), overdrawnFen: String(owed + 101n) },
    });
    await bound(accountId, null);
    await approve(second);
  });

  it('lets one of several at once take what is left', async () => {
    const accountId = await accountOf(b);
    const { balance } = await settlement.ask(ledgerContract.getAccount, { accountId }, holder('finance', b));
    await bound(accountId, -BigInt(balance.amount) + 100n);
    const pools = await Promise.all(Array.from({ length: 6 }, () => submitted(100n)));
    const results = await Promise.allSettled(pools.map((id) => approve(id)));
    const codes = results.map((one) =>
      one.status === 'fulfilled' ? 'approved' : (one.reason as { code: string }).code,
    );
    expect(codes.sort()).toEqual([
      'OVERDRAFT_LIMIT',
      'OVERDRAFT_LIMIT',
      'OVERDRAFT_LIMIT',
      'OVERDRAFT_LIMIT',
      'OVERDRAFT_LIMIT',
      'approved',
    ]);
    await bound(accountId, null);
  });

  it('does not stop what puts right what was wrong', async () => {
    const { entryId } = await approvedPool(settlement, half(400n));
    const accountId = await accountOf(a);
    await bound(accountId, 0n);
    const reversal = await settlement.ask(
      ledgerContract.reverse,
      { entryId: entryId ?? '', reason: '重复' },
      holder('approver', a),
    );
    expect(reversal.kind).toBe('reversal');
    await bound(accountId, null);
  });

  it.each<readonly [string, () => Actor, string]>([
    ['the officer of the union itself', () => holder('officer', b), 'NOT_PERMITTED'],
    ['the officer of another union', () => holder('officer', a), 'NOT_FOUND'],
  ])('is not set by %s', async (_who, actor, code) => {
    await expect(bound(await accountOf(b), 1n, actor())).rejects.toMatchObject({ code });
  });
});
