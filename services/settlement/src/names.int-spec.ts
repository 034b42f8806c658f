import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { confirmationContract } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import {
  nettingContract,
  type NettingRunView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { type AccountView, ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownActivity, knownNetwork, submittedPool } from './network.fixture.js';
import { MemberRef } from './reference/reference.entity.js';
import { startSettlement } from './settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

/** Tells the service what a person is called, as membership would, and waits until it knows. */
async function named({ personId }: Actor, maskedName: string, version = 1): Promise<void> {
  const term = { state: 'active', validFrom: '2020-01-01', validTo: null } as const;
  const member = { personId, version, maskedName, unionId: a.id, ...term };
  await settlement.emit(membershipEvents.memberChanged, member);
  await eventually(async () =>
    expect(await settlement.dataSource.manager.findOneBy(MemberRef, { personId })).toMatchObject({
      maskedName,
    }),
  );
}

const partyViews = (unions: readonly UnionState[]): object[] =>
  unions.map(({ id, name }) => ({ kind: 'union', id, name }));

describe('a cost pool', () => {
  it('names its union, its parties, and who submitted and approved it', async () => {
    const [submitter, approver] = [holder('finance', a), holder('approver', a)];
    const activityId = await knownActivity(settlement, { parties: [a, b, c], rule: { kind: 'equal' } });
    const { id: costPoolId } = await submittedPool(settlement, activityId, [{ payer: a, fen: 300n }], a);
    const back = { costPoolId, reason: '缺发票' };
    await settlement.ask(costPoolContract.return, back, approver);
    const submitted = await settlement.ask(costPoolContract.submit, { costPoolId }, submitter);
    const parties = partyViews([a, b, c]);
    // Who submitted it is not known here yet: then it has no name, and nothing else is lost.
    expect(submitted).toMatchObject({
      unionName: a.name,
      parties,
      submittedByName: null,
      approvedByName: null,
    });
    await named(submitter, '张*');
    await named(approver, '李*');
    const approved = await settlement.ask(costPoolContract.approve, { costPoolId }, approver);
    expect(approved).toMatchObject({ submittedByName: '张*', approvedByName: '李*' });
    // A newer telling of the name counts.
    await named(submitter, '章*', 2);
    const { items } = await settlement.ask(costPoolContract.list, { activityId }, approver);
    expect(items).toMatchObject([{ unionName: a.name, submittedByName: '章*', approvedByName: '李*' }]);
  });

  it('costs its list one query for all the people', async () => {
    const list = () => settlement.ask(costPoolContract.list, { limit: 200 }, holder('finance', root));
    for (const parties of [[a], [b]] as const)
      await approvedPool(settlement, {
        parties,
        rule: { kind: 'equal' },
        bills: [{ payer: parties[0], fen: 9n }],
      });
    const queries = await recordQueries(settlement.dataSource, async () => {
      expect((await list()).items.length).toBeGreaterThan(2);
    });
    expect(queries.filter(({ sql }) => sql.includes('member_ref'))).toHaveLength(1);
  });
});

describe('a netting run', () => {
  const create = (author: Actor): Promise<NettingRunView> =>
    settlement.ask(
      nettingContract.create,
      {
        mode: 'hub',
        hub: { kind: 'union', id: root.id },
        unionId: root.id,
        periodFrom: '2026-11-01',
        periodTo: '2026-11-30',
      },
      author,
    );

  it('names its union, its hub, and who proposed and confirmed it', async () => {
    const [author, approver] = [holder('finance', root), holder('approver', root)];
    await named(author, '王*');
    const run = await create(author);
    const [hub] = partyViews([root]);
    expect(run).toMatchObject({ unionName: root.name, hub, createdByName: '王*', confirmedByName: null });
    const confirmed = await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, approver);
    expect(confirmed).toMatchObject({ confirmedBy: approver.personId, confirmedByName: null });
    await named(approver, '赵*');
    const { items } = await settlement.ask(nettingContract.list, {}, author);
    expect(items[0]).toMatchObject({ hub, createdByName: '王*', confirmedByName: '赵*' });
  });
});

describe('an account', () => {
  const accounts = async (actor: Actor): Promise<AccountView[]> =>
    (await settlement.ask(ledgerContract.listAccounts, { limit: 200 }, actor)).items;

  it('is shown with its party and its balance, as in the list, to those of its union and above', async () => {
    const mine = await accounts(holder('finance', b));
    expect(mine.length).toBeGreaterThan(0);
    for (const account of mine) {
      for (const reader of [holder('auditor', b), holder('finance', root)])
        expect(await settlement.ask(ledgerContract.getAccount, { accountId: account.id }, reader)).toEqual(
          account,
        );
      expect(account.party).toEqual({ kind: 'union', id: b.id, name: b.name });
    }
  });

  it('is not there for anybody else, and one that never was is not either', async () => {
    const [account] = await accounts(holder('finance', b));
    const get = (accountId: string, actor: Actor | null) =>
      settlement.ask(ledgerContract.getAccount, { accountId }, actor);
    const accountId = account?.id ?? '';
    await expect(get(accountId, holder('finance', c))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(accountId, holder('organiser', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(newId(), holder('finance', root))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(accountId, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});

describe('what was asked of the parties of approved costs', () => {
  it('costs its list one query for all the people who have answered', async () => {
    await approvedPool(settlement, {
      parties: [a, b],
      rule: { kind: 'equal' },
      bills: [{ payer: a, fen: 6_000n }],
    });
    const queries = await recordQueries(settlement.dataSource, () =>
      settlement.ask(confirmationContract.list, { limit: 200 }, holder('finance', root)),
    );
    // Due work runs beside it: what only views read is counted.
    expect(queries.filter(({ sql }) => sql.includes('member_ref'))).toHaveLength(1);
  });
});
