import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { statementContract } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import { loanMoneyContract } from '@gongxiang/contracts/settlement/bills/loan-money.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type LoanStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { newId, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { confirmAll, holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';
import { LoanRef } from './loan.entity.js';

let settlement: ServiceFixture;
let root: UnionState, owner: UnionState, borrower: UnionState, other: UnionState;

beforeAll(async () => {
  settlement = await startSettlement({ replicas: 2 });
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [owner, borrower, other] = network.unions as [UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

const requestedBy = newId();
const hour = '2026-11-20T10:00:00+08:00';
const steps = {
  approved: { version: 2, state: 'approved', handedOverAt: null, returnedAt: null, closedAt: null },
  handedOver: { version: 3, state: 'handedOver', handedOverAt: hour, returnedAt: null, closedAt: null },
  closed: { version: 5, state: 'returned', handedOverAt: hour, returnedAt: hour, closedAt: hour },
  cancelled: { version: 3, state: 'cancelled', handedOverAt: null, returnedAt: null, closedAt: null },
} as const;

function publish(id: string, step: keyof typeof steps, more: Partial<LoanStateData> = {}): Promise<void> {
  return settlement.emit(sharingEvents.loanChanged, {
    id,
    resourceId: newId(),
    ownerUnionId: owner.id,
    borrowerUnionId: borrower.id,
    requestedBy,
    function: 'service',
    title: '便携音响',
    startsAt: hour,
    endsAt: hour,
    fee: toWire(9_000n),
    deposit: toWire(20_000n),
    feeDue: step === 'closed' ? toWire(6_000n) : null,
    ...steps[step],
    ...more,
  });
}

function publishDamage(
  loanId: string,
  damage: { id: string; version: number; state: string; owedFen: bigint },
) {
  const { owedFen, ...rest } = damage;
  return settlement.emit(sharingEvents.loanDamageChanged, {
    ...rest,
    loanId,
    ownerUnionId: owner.id,
    borrowerUnionId: borrower.id,
    title: '便携音响',
    owed: toWire(owedFen),
    by: newId(),
    reason: null,
  });
}

const money = (loanId: string, actor = holder('finance', borrower)) =>
  settlement.ask(loanMoneyContract.get, { loanId }, actor);
const linesOf = async (loanId: string): Promise<string[]> =>
  (await money(loanId)).lines.map(
    ({ kind, amount, reversed }) => `${kind} ${amount.amount}${reversed ? ' reversed' : ''}`,
  );
const posted = (loanId: string, lines: readonly string[]): Promise<void> =>
  eventually(async () => expect((await linesOf(loanId)).sort()).toEqual([...lines].sort()));
const known = (id: string, version: number): Promise<unknown> =>
  eventually(() => settlement.dataSource.manager.findOneByOrFail(LoanRef, { id, version }));

async function statementOf(union: UnionState, loanId: string) {
  const request = { union: union.id, from: '2026-11-01', to: '2026-12-31' };
  const { lines } = await settlement.ask(statementContract.get, request, holder('finance', union));
  return lines.filter((line) => line.loanId === loanId);
}

const amounts = async (union: UnionState, loanId: string): Promise<[string, string][]> =>
  (await statementOf(union, loanId)).map(({ kind, amount }) => [kind, amount.amount]);
const balances = async () =>
  (await settlement.ask(ledgerContract.trialBalance, {}, holder('auditor', root))).difference.amount;

describe('the money of a loan', () => {
  it('E85: holds the deposit when it is handed over and releases it at its end, once, however often it is told', async () => {
    const id = newId();
    await publish(id, 'approved');
    await known(id, 2);
    expect(await linesOf(id)).toEqual([]);
    await Promise.all([1, 2, 3].map(() => publish(id, 'handedOver')));
    await posted(id, ['depositHeld 20000']);
    expect(await balances()).toBe('0');
    expect(await statementOf(borrower, id)).toMatchObject([
      {
        kind: 'depositHeld',
        title: '便携音响',
        amount: { amount: '-20000' },
        counterparty: { id: owner.id },
        activityId: null,
      },
    ]);
    expect(await amounts(owner, id)).toEqual([['depositHeld', '20000']]);
    await Promise.all([1, 2].map(() => publish(id, 'closed')));
    await posted(id, ['depositHeld 20000', 'depositReleased 20000', 'loanFee 6000']);
    expect(await money(id)).toMatchObject({
      held: toWire(0n),
      released: toWire(20_000n),
      owed: toWire(6_000n),
    });
    // −200.00 + 200.00 − 60.00
    expect(await amounts(borrower, id)).toEqual([
      ['depositHeld', '-20000'],
      ['depositReleased', '20000'],
      ['loanFee', '-6000'],
    ]);
    expect(await balances()).toBe('0');
  });

  it('posts nothing for one that is cancelled, that is free, or that a union lends to itself', async () => {
    const [cancelled, free, own] = [newId(), newId(), newId()];
    await publish(cancelled, 'cancelled');
    await publish(free, 'closed', { deposit: null, fee: null, feeDue: null });
    await publish(own, 'closed', { borrowerUnionId: owner.id });
    await known(cancelled, 3);
    await known(free, 5);
    expect(await linesOf(cancelled)).toEqual([]);
    expect(await linesOf(free)).toEqual([]);
    await expect(money(own, holder('finance', owner))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('E66: keeps of the deposit what is owed for a damage, as far as it goes; the rest is owed', async () => {
    const id = newId();
    const damage = newId();
    await publish(id, 'handedOver');
    await posted(id, ['depositHeld 20000']);
    await publishDamage(id, { id: damage, version: 2, state: 'accepted', owedFen: 35_000n });
    await posted(id, ['depositHeld 20000', 'damage 35000', 'depositKept 20000']);
    await publish(id, 'closed');
    await posted(id, ['depositHeld 20000', 'damage 35000', 'depositKept 20000', 'loanFee 6000']);
    const lines = await amounts(borrower, id);
    // −200.00 − 350.00 + 200.00 − 60.00 = −410.00: the damage and the fee
    expect(lines.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(-41_000);
    // Waived after the loan was closed: the deduction is returned and released.
    await publishDamage(id, { id: damage, version: 3, state: 'withdrawn', owedFen: 0n });
    await posted(id, [
      'depositHeld 20000',
      'damage 35000 reversed',
      'depositKept 20000 reversed',
      'loanFee 6000',
      'depositReleased 20000',
    ]);
    const after = await amounts(owner, id);
    expect(after.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(6_000);
    expect(await balances()).toBe('0');
  });

  it('comes to the same where the damage is heard of before the loan, and the older after the newer', async () => {
    const id = newId();
    await publishDamage(id, { id: newId(), version: 2, state: 'accepted', owedFen: 5_000n });
    await publish(id, 'closed');
    const all = [
      'damage 5000',
      'depositHeld 20000',
      'depositKept 5000',
      'depositReleased 15000',
      'loanFee 6000',
    ];
    await eventually(async () => {
      const { held, owed } = await money(id);
      expect([held.amount, owed.amount]).toEqual(['0', '11000']);
    });
    await publish(id, 'handedOver');
    const marker = newId();
    await publish(marker, 'handedOver');
    await posted(marker, ['depositHeld 20000']);
    const lines = await linesOf(id);
    expect(lines.length === all.length || lines.length === all.length - 1).toBe(true);
    expect(await money(id)).toMatchObject({ held: toWire(0n), owed: toWire(11_000n) });
  });

  it('nets the fee, and never a deposit', async () => {
    const id = newId();
    await publish(id, 'closed');
    await posted(id, ['depositHeld 20000', 'depositReleased 20000', 'loanFee 6000']);
    await confirmAll(settlement);
    const run = await settlement.ask(
      nettingContract.create,
      { mode: 'bilateral', unionId: root.id, periodFrom: '2026-01-01', periodTo: '2027-12-31' },
      holder('finance', root),
    );
    const entries = new Set((await money(id)).lines.map(({ entryId }) => entryId));
    const { items } = await settlement.ask(
      nettingContract.listLines,
      { nettingRunId: run.id, limit: 200 },
      holder('finance', root),
    );
    const ofLoan = items.filter(({ entryId }) => entries.has(entryId));
    expect(ofLoan.map(({ amount }) => amount.amount)).toEqual(['6000']);
  });

  it('is for those who see the ledger of a side, and for whoever asked for the loan', async () => {
    const id = newId();
    await publish(id, 'handedOver');
    await posted(id, ['depositHeld 20000']);
    for (const actor of [
      holder('officer', owner),
      holder('auditor', root),
      actorWith({ personId: requestedBy }),
    ])
      await expect(money(id, actor)).resolves.toMatchObject({ held: toWire(20_000n) });
    for (const actor of [actorWith({}), holder('finance', other), holder('organiser', owner)])
      await expect(money(id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [line] = (await money(id)).lines;
    await expect(
      settlement.ask(
        ledgerContract.reverse,
        { entryId: line?.entryId ?? '', reason: '重复' },
        holder('approver', owner),
      ),
    ).rejects.toMatchObject({ code: 'REVERSE_AT_SOURCE' });
  });
});
