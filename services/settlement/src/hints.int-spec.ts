import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import {
  nettingContract,
  type NettingRunView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { eventually, type HeardHint, hearHints, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownActivity, knownNetwork, submittedPool } from './network.fixture.js';
import { RoleHints } from './reference/role-hints.js';
import { knownRole, startSettlement } from './settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState;
let received: readonly HeardHint[];
/** The people who are to hear: each of a role at a union, none of them who acts in the tests. */
let people: Record<'rootFinance' | 'aApprover' | 'aOrganiser' | 'bFinance' | 'farApprover', string>;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  const [first, second, far] = network.unions as [UnionState, UnionState, UnionState];
  [a, b] = [first, second];
  people = {
    rootFinance: await knownRole(settlement, 'finance', root.id),
    aApprover: await knownRole(settlement, 'approver', a.id),
    aOrganiser: await knownRole(settlement, 'organiser', a.id),
    bFinance: await knownRole(settlement, 'finance', b.id),
    farApprover: await knownRole(settlement, 'approver', far.id),
  };
  // A second role at a second union makes nobody hear twice.
  await knownRole(settlement, 'officer', b.id, people.rootFinance);
});
afterAll(() => settlement.stop());

beforeEach(async () => {
  received = await hearHints(settlement.nats);
});

/** Who of these heard of a thing, with the versions that they heard of. */
function hearersOf(
  resource: string,
  id: string,
  among: Readonly<Record<string, string>> = people,
): Record<string, number[]> {
  const of = received.filter((hint) => hint.resource === resource && hint.id === id);
  const versions = Object.entries(among).map(([name, personId]): [string, number[]] => [
    name,
    of.filter((hint) => hint.personId === personId).map(({ version }) => version),
  ]);
  return Object.fromEntries(versions.filter(([, versionsSeen]) => versionsSeen.length > 0));
}

/** A hint that comes after all that went before: what has not been heard by then was never sent. */
async function allHeard(): Promise<void> {
  const id = newId();
  await sendHint(id);
  await eventually(() => expect(hearersOf('last', id)).not.toEqual({}));
}

/** @param fails whether the transaction is rolled back */
async function sendHint(id: string, fails = false): Promise<void> {
  const hints = settlement.app.get(RoleHints, { strict: false });
  await settlement.app.get(Transactions, { strict: false }).system('', async (tx) => {
    const audience = { rule: { roles: ['approver'] }, paths: [a.path] } as const;
    await hints.send(tx, { resource: 'last', id, version: 1 }, audience);
    if (fails) throw new Error('too late');
  });
}

const bills = (): [{ payer: UnionState; fen: bigint }] => [{ payer: a, fen: 12_000n }];

describe('a hint at a cost pool', () => {
  it('reaches who approves it when it is submitted, and who submitted it when it is returned', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule: { kind: 'equal' } });
    const { id: costPoolId, version } = await submittedPool(settlement, activityId, bills(), a);
    const submitter = holder('finance', a);
    const back = { costPoolId, reason: '缺发票' };
    await settlement.ask(costPoolContract.return, back, holder('approver', a));
    await settlement.ask(costPoolContract.submit, { costPoolId }, submitter);
    await settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', a));
    await allHeard();
    // Opened, a bill added, shares computed, submitted, returned, submitted, approved: each once.
    const steps = [1, 2, 3, 4, 5, 6, 7];
    expect(version).toBe(4);
    expect(hearersOf('costPool', costPoolId)).toEqual({
      rootFinance: steps,
      aApprover: steps,
      aOrganiser: steps,
      bFinance: steps,
    });
    expect(hearersOf('costPool', costPoolId, { submitter: submitter.personId })).toEqual({ submitter: [7] });
  });

  it('is sent neither by a refused submission nor again by a repeated one', async () => {
    const activityId = await knownActivity(settlement, { parties: [a], rule: { kind: 'equal' } });
    const { id: costPoolId } = await submittedPool(settlement, activityId, bills(), a);
    const [approver, idempotencyKey] = [holder('approver', a), newId()];
    const back = { costPoolId, reason: '缺发票' };
    await settlement.ask(costPoolContract.return, back, approver, { idempotencyKey });
    await settlement.ask(costPoolContract.return, back, approver, { idempotencyKey });
    const refused = settlement.ask(costPoolContract.return, back, approver);
    await expect(refused).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await allHeard();
    expect(hearersOf('costPool', costPoolId)['aApprover']).toEqual([1, 2, 3, 4, 5]);
  });

  it('is not sent by a transaction that is rolled back', async () => {
    const id = newId();
    await expect(sendHint(id, true)).rejects.toThrow('too late');
    await allHeard();
    expect(hearersOf('last', id)).toEqual({});
  });
});

describe('a hint at a netting run and its payments', () => {
  const create = (author: Actor): Promise<NettingRunView> =>
    settlement.ask(
      nettingContract.create,
      { mode: 'bilateral', periodFrom: '2026-11-01', periodTo: '2026-11-30', unionId: root.id },
      author,
    );

  it('reaches who proposed it, those who see it, and both sides of each payment, once for each step', async () => {
    await approvedPool(settlement, { parties: [a, b], rule: { kind: 'equal' }, bills: bills() });
    const author = holder('finance', root);
    const run = await eventually(() => create(author));
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    const [payment] = (await settlement.ask(paymentContract.list, { nettingRunId: run.id }, author)).items;
    const paymentId = payment?.id ?? '';
    const sent = { paymentId, bankReference: '2026-1' };
    await settlement.ask(paymentContract.confirmSent, sent, holder('finance', b));
    await settlement.ask(paymentContract.confirmReceived, { paymentId }, holder('finance', a));
    await allHeard();
    // The proposal concerns its own union; at the confirmation it becomes payments, which also concern both sides.
    expect(hearersOf('nettingRun', run.id, { ...people, author: author.personId })).toEqual({
      rootFinance: [1, 2],
      author: [1, 2],
      aApprover: [2],
      bFinance: [2],
    });
    expect(hearersOf('payment', paymentId)).toEqual({
      rootFinance: [2, 3],
      aApprover: [2, 3],
      bFinance: [2, 3],
    });
  });
});
