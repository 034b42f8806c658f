import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { duesContract as contract } from '@gongxiang/contracts/membership/dues/dues.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type DuesLineChanged, settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type Actor, duesReference, newId, readDuesReference, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  callersOf,
  plantPerson,
  plantUnions,
  residentNumber,
  startMembership,
} from '../membership.fixture.js';
import type { UnionRow } from '../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;
let keeperId: string;
let numbers = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  keeperId = await plantPerson(membership);
  officer = { ...callersOf(trees).officer, personId: await plantPerson(membership) };
  // The clock stands at 20 November 2026: 5.00 a month from September on are 20.00 up to the end of the year.
  const rule = { unionId: trees.left.id, fromMonth: '2026-09', kind: 'flat', amount: toWire(500n) } as const;
  await membership.ask(contract.setRule, rule, officer);
});
afterAll(() => membership.stop());

async function newMember(name = '李建国'): Promise<string> {
  numbers += 1;
  const request = { unionId: trees.left.id, name, residentNumber: residentNumber(numbers) };
  return (await membership.ask(memberContract.create, { ...request, validFrom: '2020-01-05' }, officer)).id;
}

const duesOf = (memberId: string) => membership.ask(contract.get, { memberId }, officer);
const referenceOf = async (memberId: string): Promise<string> => (await duesOf(memberId)).reference;

async function line(reference: string | null, more: Partial<DuesLineChanged> = {}): Promise<DuesLineChanged> {
  const news = {
    lineId: newId(),
    version: 1,
    unionId: trees.left.id,
    reference,
    amount: toWire(1_500n),
    paidOn: '2026-11-19',
    keepsExcess: false,
    changedBy: keeperId,
    ...more,
  };
  await membership.emit(settlementEvents.duesLineChanged, news);
  return news;
}

/** The answers about a line, once there are so many. */
const answers = (lineId: string, count: number) =>
  eventually(async () => {
    const all = await membership.recorded(membershipEvents.duesLineAnswered);
    const found = all.filter((one) => one.lineId === lineId);
    expect(found).toHaveLength(count);
    return found;
  });

const paymentsOf = async (memberId: string) => {
  const { items } = await membership.ask(
    contract.listPayments,
    { union: trees.left.id, limit: 200 },
    officer,
  );
  return items.filter((one) => one.memberId === memberId);
};

describe('dues by a line of the bank', () => {
  it('have a reference of the member and the year', async () => {
    const [one, other] = [await newMember(), await newMember()];
    const [first, second] = [await referenceOf(one), await referenceOf(other)];
    expect(readDuesReference(first)).toMatchObject({ year: 2026 });
    expect(first).not.toBe(second);
    const { items } = await membership.ask(contract.list, { union: trees.left.id, limit: 200 }, officer);
    expect(items.find(({ memberId }) => memberId === one)?.reference).toBe(first);
  });

  it('are booked once, with a receipt, however often the line is told', async () => {
    const memberId = await newMember();
    const reference = await referenceOf(memberId);
    const news = await line(reference);
    await membership.emit(settlementEvents.duesLineChanged, news);
    const [answer] = await answers(news.lineId, 1);
    const [payment, ...more] = await paymentsOf(memberId);
    expect(more).toEqual([]);
    expect(payment).toMatchObject({
      amount: toWire(1_500n),
      paidOn: '2026-11-19',
      note: reference,
      byBank: true,
      reverses: null,
    });
    const receipt = `2026-${String(payment?.receiptNumber).padStart(6, '0')}`;
    expect(answer).toMatchObject({ version: 1, answer: 1, reason: null, receipt });
    expect(await duesOf(memberId)).toMatchObject({ paid: toWire(1_500n), arrears: toWire(0n) });
  });

  it('are taken back with the line, and an older word says nothing', async () => {
    const memberId = await newMember();
    const news = await line(await referenceOf(memberId));
    await answers(news.lineId, 1);
    const released = { ...news, version: 2, reference: null };
    await membership.emit(settlementEvents.duesLineChanged, released);
    await eventually(async () => expect(await duesOf(memberId)).toMatchObject({ paid: toWire(0n) }));
    const [taken, made] = await paymentsOf(memberId);
    expect(taken).toMatchObject({ amount: toWire(-1_500n), reverses: made?.id, byBank: true });
    await membership.emit(settlementEvents.duesLineChanged, { ...news, version: 1 }, newId());
    await membership.emit(settlementEvents.duesLineChanged, released, newId());
    const { lineId } = await line(await referenceOf(memberId));
    await answers(lineId, 1);
    expect(await paymentsOf(memberId)).toHaveLength(3);
    await answers(news.lineId, 1);
  });

  it('come back where nobody of the union has the reference', async () => {
    const elsewhere = await referenceOf(await newMember());
    const unknown = duesReference({ year: 2026, number: 99_999_999 });
    for (const news of [
      await line(unknown),
      await line(elsewhere, { unionId: trees.right.id }),
      await line('HF260000123470'),
    ])
      expect(await answers(news.lineId, 1)).toMatchObject([{ reason: 'unknown', receipt: null }]);
  });

  it('come back where they are more than the year has, until an officer keeps them', async () => {
    const memberId = await newMember();
    const reference = await referenceOf(memberId);
    // Two at once, of 15.00 each: only one of them is due.
    const both = [await line(reference), await line(reference)];
    const said = (await Promise.all(both.map(({ lineId }) => answers(lineId, 1)))).flat();
    expect(said.map(({ reason }) => reason).toSorted()).toEqual(['overpaid', null].toSorted());
    const returned = both.find(({ lineId }) =>
      said.some((one) => one.lineId === lineId && one.reason === 'overpaid'),
    );
    if (returned === undefined) throw new Error('one of them came back');
    await membership.emit(settlementEvents.duesLineChanged, { ...returned, version: 2, keepsExcess: true });
    expect((await answers(returned.lineId, 2)).at(-1)).toMatchObject({ version: 2, answer: 1, reason: null });
    expect(await duesOf(memberId)).toMatchObject({ paid: toWire(3_000n), arrears: toWire(-1_500n) });
  });

  it('come back where the membership had ended, unless they were still owed', async () => {
    const memberId = await newMember();
    const reference = await referenceOf(memberId);
    await membership.dataSource.query(
      `UPDATE union_membership SET state = 'ended', ended_reason = 'left', valid_to = '2026-11-01' WHERE id = $1`,
      [memberId],
    );
    // September and October are owed: 10.00
    const tooMuch = await line(reference);
    expect(await answers(tooMuch.lineId, 1)).toMatchObject([{ reason: 'ended' }]);
    const owed = await line(reference, { amount: toWire(1_000n) });
    expect(await answers(owed.lineId, 1)).toMatchObject([{ reason: null }]);
  });

  it('are no longer booked where an officer takes the receipt back', async () => {
    const memberId = await newMember();
    const news = await line(await referenceOf(memberId));
    await answers(news.lineId, 1);
    const [payment] = await paymentsOf(memberId);
    await membership.ask(contract.reverse, { paymentId: payment?.id ?? '', reason: '退还' }, officer);
    expect((await answers(news.lineId, 2)).at(-1)).toMatchObject({
      version: 1,
      answer: 2,
      reason: 'takenBack',
      receipt: null,
    });
    // The line is released afterwards: what is taken back already stays so.
    await membership.emit(settlementEvents.duesLineChanged, { ...news, version: 2, reference: null });
    const { lineId } = await line(await referenceOf(memberId));
    await answers(lineId, 1);
    expect((await paymentsOf(memberId)).map(({ amount }) => amount.amount)).toEqual([
      '1500',
      '-1500',
      '1500',
    ]);
  });
});

describe('who may have paid', () => {
  it('is found by the name as a bank line has it, masked, among present members alone', async () => {
    const [memberId, gone] = [await newMember('司徒小鹏'), await newMember('司徒小鹏')];
    await membership.dataSource.query(
      `UPDATE union_membership SET state = 'ended', ended_reason = 'left', valid_to = '2026-11-01' WHERE id = $1`,
      [gone],
    );
    const found = async (payer: string) =>
      (await membership.ask(contract.list, { union: trees.left.id, payer }, officer)).items.map(
        (one) => one.memberId,
      );
    expect(await found('司***')).toEqual([memberId]);
    expect(await found('司徒小鹏')).toEqual([memberId]);
    expect(await found('司**')).toEqual([]);
    const stranger = actorWith({ unionId: trees.left.id, unionPath: trees.left.path });
    await expect(
      membership.ask(contract.list, { union: trees.left.id, payer: '司***' }, stranger),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});
