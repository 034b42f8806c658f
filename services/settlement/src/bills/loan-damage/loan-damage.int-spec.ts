import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { statementContract } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { newId, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';
import { DamageRef } from './loan-damage.entity.js';

let settlement: ServiceFixture;
let owner: UnionState, borrower: UnionState;

beforeAll(async () => {
  settlement = await startSettlement({ replicas: 2 });
  [owner, borrower] = (await knownNetwork(settlement, 2)).unions as [UnionState, UnionState];
});
afterAll(() => settlement.stop());

interface PublishedDamage {
  readonly id: string;
  readonly version: number;
  readonly owedFen: bigint;
  readonly state: string;
}

function publish({ id, version, owedFen, state }: PublishedDamage): Promise<void> {
  return settlement.emit(sharingEvents.loanDamageChanged, {
    id,
    version,
    state,
    loanId: newId(),
    ownerUnionId: owner.id,
    borrowerUnionId: borrower.id,
    title: '无线话筒',
    owed: toWire(owedFen),
    by: newId(),
    reason: state === 'withdrawn' ? '已修好' : null,
  });
}

async function linesOf(union: UnionState) {
  const request = { union: union.id, from: '2026-11-01', to: '2026-12-31' };
  return (await settlement.ask(statementContract.get, request, holder('finance', union))).lines;
}

const amounts = async (union: UnionState): Promise<string[]> =>
  (await linesOf(union)).map(({ amount }) => amount.amount);

describe('a damage that is owed', () => {
  it('E66, E85: stands on both statements, once, to the fen, however often it is told', async () => {
    const id = newId();
    await publish({ id, version: 1, owedFen: 0n, state: 'claimed' });
    await Promise.all([1, 2, 3].map(() => publish({ id, version: 2, owedFen: 12_345n, state: 'accepted' })));
    await eventually(async () => expect(await amounts(owner)).toEqual(['12345']));
    expect(await amounts(borrower)).toEqual(['-12345']);
    expect(await linesOf(owner)).toMatchObject([
      {
        kind: 'damage',
        title: '无线话筒',
        counterparty: { id: borrower.id, name: borrower.name },
        share: null,
      },
    ]);
    expect(await linesOf(borrower)).toMatchObject([{ counterparty: { id: owner.id } }]);
  });

  it('E80, E82: that is let off is taken back by its exact negation, once; what is older changes nothing', async () => {
    const before = await amounts(owner);
    const id = newId();
    await publish({ id, version: 2, owedFen: 7n, state: 'decided' });
    await eventually(async () => expect(await amounts(owner)).toEqual([...before, '7']));
    await publish({ id, version: 3, owedFen: 0n, state: 'withdrawn' });
    await eventually(async () => expect(await amounts(owner)).toEqual([...before, '7', '-7']));
    await publish({ id, version: 3, owedFen: 0n, state: 'withdrawn' });
    await publish({ id, version: 2, owedFen: 7n, state: 'decided' });
    const auditor = holder('auditor', owner);
    const balance = await settlement.ask(
      ledgerContract.listEntries,
      { kind: 'reversal', limit: 50 },
      auditor,
    );
    expect(balance.items.filter(({ sourceId }) => sourceId === id)).toMatchObject([{ reason: '已修好' }]);
    expect(await amounts(owner)).toEqual([...before, '7', '-7']);
  });

  it('that was let off before it was heard of is never posted', async () => {
    const before = await amounts(owner);
    const id = newId();
    await publish({ id, version: 3, owedFen: 0n, state: 'withdrawn' });
    await eventually(() => settlement.dataSource.manager.findOneByOrFail(DamageRef, { id }));
    await publish({ id, version: 2, owedFen: 5n, state: 'accepted' });
    const known = newId();
    await publish({ id: known, version: 2, owedFen: 9n, state: 'accepted' });
    await eventually(async () => expect(await amounts(owner)).toEqual([...before, '9']));
  });

  it('E85: stays posted when all is told again to an emptied copy, the claim first', async () => {
    const before = await amounts(owner);
    const id = newId();
    const accepted = { id, version: 2, owedFen: 11n, state: 'accepted' };
    await publish(accepted);
    await eventually(async () => expect(await amounts(owner)).toEqual([...before, '11']));
    await settlement.dataSource.manager.delete(DamageRef, { id });
    await publish({ id, version: 1, owedFen: 0n, state: 'claimed' });
    await eventually(() => settlement.dataSource.manager.findOneByOrFail(DamageRef, { id }));
    await publish(accepted);
    await eventually(() => settlement.dataSource.manager.findOneByOrFail(DamageRef, { id, version: 2 }));
    expect(await amounts(owner)).toEqual([...before, '11']);
  });

  it('is taken back where it came from, not in the ledger', async () => {
    const [line] = await linesOf(owner);
    const entryId = line?.entryId ?? '';
    await expect(
      settlement.ask(ledgerContract.reverse, { entryId, reason: '重复' }, holder('approver', owner)),
    ).rejects.toMatchObject({ code: 'REVERSE_AT_SOURCE' });
  });
});
