import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { duesContract as contract } from '@gongxiang/contracts/membership/dues/dues.contract';
import { groupContract } from '@gongxiang/contracts/membership/members/group.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { type Actor, toWire } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
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
let callers: Record<'member' | 'stranger' | 'officer', Actor>;
let officer: Actor;
let finance: Actor;
let numbers = 0;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  officer = { ...callers.officer, personId: await plantPerson(membership) };
  const { id, path } = trees.left;
  finance = actorWith({ personId: await plantPerson(membership), roles: [['finance', id, path]] });
  // The clock stands at 20 November 2026.
  await rule({ fromMonth: '2026-09', kind: 'rate', percent: '0.5' });
});

afterAll(() => membership.stop());

const rule = (
  part: { fromMonth: string; kind: 'rate' | 'flat' | 'exempt'; percent?: string },
  actor = officer,
) => membership.ask(contract.setRule, { unionId: trees.left.id, ...part }, actor);

async function newMember(): Promise<string> {
  numbers += 1;
  const request = { unionId: trees.left.id, name: '李建国', residentNumber: residentNumber(numbers) };
  return (await membership.ask(memberContract.create, { ...request, validFrom: '2020-01-05' }, officer)).id;
}

const pay = (memberId: string, fen: bigint, actor = finance) =>
  membership.ask(contract.pay, { memberId, amount: toWire(fen), paidOn: '2026-11-19' }, actor);
const duesOf = (memberId: string, actor = officer) => membership.ask(contract.get, { memberId }, actor);
const setWage = (memberId: string, fen: bigint, fromMonth = '2026-09') =>
  membership.ask(contract.setMonthly, { memberId, fromMonth, monthlyBaseWage: toWire(fen) }, finance);

describe('dues', () => {
  it('are not known until the base wage was entered, and then are due for every month of the rule', async () => {
    const memberId = await newMember();
    expect(await duesOf(memberId)).toMatchObject({ monthly: null, due: toWire(0n), monthsUnknown: 3 });
    // 5,678.90 → 5,670.00 · 0.5 % = 28.35, for September, October and November
    const view = await setWage(memberId, 567_890n);
    expect(view).toMatchObject({ monthly: toWire(2_835n), due: toWire(8_505n), arrears: toWire(8_505n) });
    await pay(memberId, 5_670n);
    expect(await duesOf(memberId)).toMatchObject({ paid: toWire(5_670n), arrears: toWire(2_835n) });
  });

  it('keep the wage nowhere', async () => {
    const memberId = await newMember();
    await setWage(memberId, 987_654n);
    const tables: { name: string }[] = await membership.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()`,
    );
    for (const { name } of tables) {
      const found: unknown[] = await membership.dataSource.query(
        `SELECT 1 FROM "${name}" t WHERE t::text LIKE '%987654%' LIMIT 1`,
      );
      expect([name, found.length]).toEqual([name, 0]);
    }
  });

  it('cost no right by themselves, and a retained member owes none', async () => {
    const memberId = await newMember();
    await setWage(memberId, 567_890n);
    expect(await membership.ask(memberContract.get, { memberId }, officer)).toMatchObject({
      state: 'imported',
    });
    await membership.dataSource.query(
      `UPDATE union_membership SET standing = 'retained', retained_reason = 'retired', retained_from = '2026-11-01' WHERE id = $1`,
      [memberId],
    );
    // September and October
    expect(await duesOf(memberId)).toMatchObject({ monthly: toWire(0n), due: toWire(5_670n) });
  });

  it('by a rule of the union above hold where the union has none', async () => {
    const above = actorWith({
      personId: officer.personId,
      roles: [['officer', trees.root.id, trees.root.path]],
    });
    const flat = {
      unionId: trees.root.id,
      fromMonth: '2026-11',
      kind: 'flat',
      amount: toWire(500n),
    } as const;
    await membership.ask(contract.setRule, flat, above);
    numbers += 1;
    const request = { unionId: trees.right.id, name: '李建国', residentNumber: residentNumber(numbers) };
    const { id } = await membership.ask(memberContract.create, request, above);
    expect(await duesOf(id, above)).toMatchObject({ monthly: toWire(500n), due: toWire(500n) });
    const set = membership.ask(
      contract.setMonthly,
      { memberId: id, fromMonth: '2026-11', monthlyBaseWage: toWire(1n) },
      above,
    );
    await expect(set).rejects.toMatchObject({ code: 'DUES_NOT_BY_WAGE' });
  });
});

describe('receipts', () => {
  const receipts = async (): Promise<number[]> => {
    const { items } = await membership.ask(
      contract.listPayments,
      { union: trees.left.id, limit: 200 },
      finance,
    );
    return items.map(({ receiptNumber }) => receiptNumber).toSorted((a, b) => a - b);
  };
  const upTo = (count: number): number[] => Array.from({ length: count }, (_none, index) => index + 1);

  it('are numbered without gaps, also where many are recorded at once and some are refused', async () => {
    const members = await Promise.all([newMember(), newMember()]);
    const before = (await receipts()).length;
    const [first = '', second = ''] = members;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_none, index) =>
        pay(index % 2 === 0 ? first : second, index % 5 === 0 ? 0n : 100n),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBe(4);
    expect(await receipts()).toEqual(upTo(before + 16));
  });

  it('are given to all payments of a list, or to none', async () => {
    const members = [await newMember(), await newMember()];
    const before = (await receipts()).length;
    const payments = members.map((memberId) => ({ memberId, amount: toWire(2_835n) }));
    const list = { unionId: trees.left.id, paidOn: '2026-11-20', payments };
    const wrong = { ...list, payments: [...payments, { memberId: officer.personId, amount: toWire(1n) }] };
    await expect(membership.ask(contract.payAll, wrong, finance)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      errors: [{ pointer: '/payments/2/memberId' }],
    });
    const { payments: made } = await membership.ask(contract.payAll, list, finance);
    expect(made.map(({ receiptNumber }) => receiptNumber)).toEqual([before + 1, before + 2]);
    expect(await receipts()).toEqual(upTo(before + 2));
  });

  it('of a wrong payment are taken back once, by a receipt of their own', async () => {
    const memberId = await newMember();
    const { id: paymentId } = await pay(memberId, 9_900n);
    const reverse = () => membership.ask(contract.reverse, { paymentId, reason: '金额录错' }, finance);
    expect(await reverse()).toMatchObject({ amount: toWire(-9_900n), reverses: paymentId, note: '金额录错' });
    expect(await duesOf(memberId)).toMatchObject({ paid: toWire(0n) });
    await expect(reverse()).rejects.toMatchObject({ code: 'DUES_PAYMENT_REVERSED' });
    await expect(
      membership.dataSource.query(`DELETE FROM dues_payment WHERE id = $1`, [paymentId]),
    ).rejects.toThrow(/permission|append-only/);
  });

  it('are not given for the future, nor for nothing', async () => {
    const memberId = await newMember();
    const ahead = { memberId, amount: toWire(1n), paidOn: '2026-11-21' };
    await expect(membership.ask(contract.pay, ahead, finance)).rejects.toMatchObject({
      code: 'DUES_PAID_AHEAD',
    });
    await expect(pay(memberId, -5n)).rejects.toMatchObject({ code: 'DUES_AMOUNT' });
  });
});

describe('who has to do with dues', () => {
  it('are the member, and officers, finance and auditors of the union; others find nothing', async () => {
    const memberId = await newMember();
    const { personId } = await membership.ask(memberContract.get, { memberId }, officer);
    const self = actorWith({ personId, unionId: trees.left.id, unionPath: trees.left.path });
    for (const actor of [self, officer, finance])
      expect((await duesOf(memberId, actor)).memberId).toBe(memberId);
    expect((await membership.ask(contract.mine, {}, self)).memberId).toBe(memberId);
    for (const actor of [callers.member, callers.stranger])
      await expect(duesOf(memberId, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(pay(memberId, 1n, self)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const actor of [callers.member, callers.stranger]) {
      await expect(rule({ fromMonth: '2026-12', kind: 'exempt' }, actor)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
      await expect(membership.ask(contract.list, { union: trees.left.id }, actor)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    }
  });

  it('see whose dues they enter by the full name, as officers; finance sees it masked', async () => {
    await newMember();
    const namesFor = async (actor: Actor): Promise<string[]> => {
      const { items } = await membership.ask(contract.list, { union: trees.left.id }, actor);
      return [...new Set(items.map(({ memberName }) => memberName))];
    };
    expect(await namesFor(officer)).toEqual(['李建国']);
    expect(await namesFor(finance)).toEqual(['李**']);
  });

  it('see a rule that was set once more in its new form', async () => {
    await rule({ fromMonth: '2027-01', kind: 'rate', percent: '0.4' });
    await rule({ fromMonth: '2027-01', kind: 'exempt' });
    const { items } = await membership.ask(contract.listRules, { union: trees.left.id }, callers.member);
    expect(items.map(({ fromMonth, kind }) => [fromMonth, kind])).toEqual([
      ['2027-01', 'exempt'],
      ['2026-09', 'rate'],
    ]);
    await expect(rule({ fromMonth: '2027-02', kind: 'rate' })).rejects.toMatchObject({
      code: 'DUES_RULE_INCOMPLETE',
    });
  });
});

describe('what the members of a union owe', () => {
  const left = () => trees.left.id;
  const sums = (year?: number, actor: Actor = finance) =>
    membership.ask(contract.sums, { union: left(), ...(year === undefined ? {} : { year }) }, actor);

  it('is summed up, in all or of a year; what is paid ahead is not set off against what others owe', async () => {
    const before = await sums();
    const thisYear = await sums(2026);
    const [owing, ahead] = [await newMember(), await newMember()];
    await setWage(owing, 567_890n);
    await setWage(ahead, 567_890n);
    await pay(owing, 5_670n);
    await pay(ahead, 10_000n);
    const after = await sums();
    const grown = (name: 'due' | 'paid' | 'open') => BigInt(after[name].amount) - BigInt(before[name].amount);
    expect([grown('due'), grown('paid'), grown('open')]).toEqual([17_010n, 15_670n, 2_835n]);
    expect(after.owing - before.owing).toBe(1);
    const yearAfter = await sums(2026);
    expect(BigInt(yearAfter.paid.amount) - BigInt(thisYear.paid.amount)).toBe(15_670n);
    expect(await sums(2025)).toMatchObject({ due: toWire(0n), paid: toWire(0n), open: after.open });
  });

  it('is listed for those alone who owe something, page by page', async () => {
    const all = await membership.ask(contract.list, { union: left(), limit: 200 }, finance);
    const expected = all.items
      .filter(({ arrears }) => BigInt(arrears.amount) > 0n)
      .map(({ memberId }) => memberId);
    expect(expected.length).toBeGreaterThan(1);
    expect(expected.length).toBeLessThan(all.items.length);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = { union: left(), unpaid: true, limit: 1, ...(cursor === undefined ? {} : { cursor }) };
      const { items, nextCursor } = await membership.ask(contract.list, page, finance);
      found.push(...items.map(({ memberId }) => memberId));
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(found).toEqual(expected);
  });

  it('is listed and summed up for a group: of those who are in it now', async () => {
    const members = [await newMember(), await newMember(), await newMember()];
    const [owes, gone] = members as [string, string, string];
    const people = new Map<string, string>();
    for (const memberId of members) {
      people.set(memberId, (await duesOf(memberId)).personId);
      await setWage(memberId, 567_890n);
      await pay(memberId, 5_670n);
    }
    const made = await membership.ask(groupContract.create, { unionId: left(), name: '缴费小组' }, officer);
    const add = (memberId: string) =>
      membership.ask(
        groupContract.addMember,
        { groupId: made.id, personId: people.get(memberId) ?? '' },
        officer,
      );
    const group = made.id;
    await add(owes);
    const { id: groupMemberId } = await add(gone);
    await membership.ask(groupContract.endMember, { groupId: group, groupMemberId }, officer, { ifMatch: 1 });
    const listed = async (part: object) =>
      (await membership.ask(contract.list, { union: left(), group, ...part }, finance)).items.map(
        ({ memberId }) => memberId,
      );
    expect([await listed({}), await listed({ unpaid: true })]).toEqual([[owes], [owes]]);
    const sumsOf = (part: object) =>
      membership.ask(contract.sums, { union: left(), group, ...part }, finance);
    const expected = {
      due: toWire(8_505n),
      paid: toWire(5_670n),
      open: toWire(2_835n),
      owing: 1,
      unknown: 0,
    };
    expect(await sumsOf({})).toEqual(expected);
    expect(await sumsOf({ year: 2025 })).toMatchObject({ due: toWire(0n), paid: toWire(0n) });
    await pay(owes, 2_835n);
    expect(await listed({ unpaid: true })).toEqual([]);
  });

  it('is summed up for nobody else', async () => {
    await expect(sums(undefined, callers.member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(sums(undefined, callers.stranger)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});
