import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { duesContract } from '@gongxiang/contracts/membership/dues/dues.contract';
import { lapseContract as contract } from '@gongxiang/contracts/membership/members/lapse.contract';
import { memberContract, type MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, dayMs, newId, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  callersOf,
  noticesTo,
  plantPerson,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import { wordsTo } from '../../access/text-message/text-message.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let callers: ReturnType<typeof callersOf>;
let numbers = 0;

// The clock stands at 20 November 2026; the rule is from January on.
beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  callers.officer = { ...callers.officer, personId: await plantPerson(membership) };
  const rule = {
    unionId: trees.left.id,
    fromMonth: '2026-01',
    kind: 'flat',
    amount: toWire(1_000n),
  } as const;
  await membership.ask(duesContract.setRule, rule, callers.officer);
});

afterAll(() => membership.stop());

function admit(phone?: string): Promise<MemberView> {
  numbers += 1;
  const entry = { unionId: trees.left.id, name: '周久安', residentNumber: residentNumber(numbers) };
  const request = { ...entry, validFrom: '2020-01-05', ...(phone !== undefined && { phone }) };
  return membership.ask(memberContract.create, request, callers.officer);
}

async function attend(personId: string, on: string): Promise<void> {
  const activityId = newId();
  const fact = { activityId, personId, unionId: trees.left.id, heads: 1, walkIn: false };
  await membership.emit(sharingEvents.attendanceRecorded, {
    activityId,
    pageNumber: 1,
    facts: [{ ...fact, checkedInAt: `${on}T02:00:00.000Z` }],
  });
  await eventually(async () => {
    const rows: unknown[] = await membership.dataSource.query(
      'SELECT 1 FROM census_attendance WHERE activity_id = $1',
      [activityId],
    );
    if (rows.length === 0) throw new Error('not heard yet');
  });
}

const listed = async (memberId: string, actor = callers.officer) => {
  const { items } = await membership.ask(contract.list, { union: trees.left.id, limit: 200 }, actor);
  return items.find((one) => one.memberId === memberId);
};
const warn = (memberId: string, actor: Actor = callers.officer) =>
  membership.ask(contract.warn, { memberId }, actor);
const pay = (memberId: string, fen: bigint, paidOn: string) =>
  membership.ask(duesContract.pay, { memberId, amount: toWire(fen), paidOn }, callers.officer);
const lapse = (memberId: string, part: object = {}) =>
  membership.ask(
    memberContract.end,
    { memberId, reason: 'lapsed', decision: '2026年第7号', ...part },
    callers.officer,
  );
const refused = (code: string, pointer?: string) => ({
  code,
  ...(pointer !== undefined && { errors: [expect.objectContaining({ pointer })] }),
});

describe('who has paid no dues and taken no part for six months', () => {
  it('is listed with when they last did, and nobody else is', async () => {
    const [absent, came, paid] = [await admit(), await admit(), await admit()];
    await attend(absent.personId, '2026-04-30');
    await attend(came.personId, '2026-05-01');
    await pay(paid.id, 10_000n, '2026-10-31');
    expect(await listed(absent.id)).toMatchObject({
      memberName: '周久安',
      // January to October
      monthsUnpaid: 10,
      lastPaidOn: null,
      lastPartOn: '2026-04-30',
      isDue: true,
      warning: null,
    });
    expect([await listed(came.id), await listed(paid.id)]).toEqual([undefined, undefined]);
    await expect(warn(came.id)).rejects.toMatchObject(refused('LAPSE_NOT_DUE'));
  });

  it('is not cleared by a payment that was taken back', async () => {
    const { id } = await admit();
    const { id: paymentId } = await pay(id, 1_000n, '2026-11-01');
    expect(await listed(id)).toBeUndefined();
    await membership.ask(duesContract.reverse, { paymentId, reason: '金额录错' }, callers.officer);
    expect(await listed(id)).toMatchObject({ monthsUnpaid: 10, lastPaidOn: null });
  });

  it('is listed and warned by officers of their union alone', async () => {
    const { id, personId } = await admit();
    await expect(listed(id, callers.stranger)).rejects.toMatchObject(refused('NOT_PERMITTED'));
    await expect(warn(id, callers.stranger)).rejects.toMatchObject(refused('NOT_FOUND'));
    await expect(warn(id, actorWith({ personId }))).rejects.toMatchObject(refused('NOT_PERMITTED'));
    const { id: warningId } = await warn(id);
    const get = (actor: Actor) => membership.ask(contract.get, { warningId }, actor);
    await expect(get(callers.stranger)).rejects.toMatchObject(refused('NOT_FOUND'));
    expect(await get(actorWith({ personId }))).toMatchObject({ id: warningId, state: 'open' });
  });
});

describe('a lapse', () => {
  it('ends no membership without a warning, before its time, or for a day before it', async () => {
    const { id } = await admit();
    await expect(lapse(id)).rejects.toMatchObject(refused('LAPSE_NOT_WARNED', '/reason'));
    const warned = await warn(id);
    expect(warned).toMatchObject({
      state: 'open',
      endableFrom: '2026-12-20',
      monthsUnpaid: 10,
      mended: false,
    });
    await expect(warn(id)).rejects.toMatchObject(refused('LAPSE_WARNED_ALREADY'));
    await expect(lapse(id)).rejects.toMatchObject(refused('LAPSE_TOO_EARLY', '/reason'));
    membership.clock.advance(30 * dayMs);
    await expect(lapse(id, { validTo: '2026-12-19' })).rejects.toMatchObject(
      refused('LAPSE_TOO_EARLY', '/validTo'),
    );
    expect(await lapse(id)).toMatchObject({ state: 'ended', endedReason: 'lapsed', validTo: '2026-12-20' });
    membership.clock.advance(-30 * dayMs);
    // January to November: as of the decision.
    expect(await membership.ask(contract.get, { warningId: warned.id }, callers.officer)).toMatchObject({
      state: 'ended',
      monthsUnpaid: 11,
      decision: '2026年第7号',
      unionAboveName: trees.root.name,
    });
  });

  it('does not come of a warning after which the member paid or came', async () => {
    const [paid, came] = [await admit(), await admit()];
    await warn(paid.id);
    await warn(came.id);
    await pay(paid.id, 1_000n, '2026-11-20');
    await attend(came.personId, '2026-11-20');
    expect([(await listed(paid.id))?.warning, (await listed(came.id))?.warning]).toMatchObject([
      { mended: true },
      { mended: true },
    ]);
    membership.clock.advance(30 * dayMs);
    for (const { id } of [paid, came])
      await expect(lapse(id)).rejects.toMatchObject(refused('LAPSE_MENDED', '/reason'));
    membership.clock.advance(-30 * dayMs);
  });
});

describe('whoever is warned', () => {
  it('hears it, in the inbox or by a text that names nothing, and of a withdrawal', async () => {
    const phone = '13611112222';
    const { id, personId } = await admit(phone);
    const warned = await warn(id);
    const [notice] = await noticesTo(membership, personId, 'lapseWarned');
    expect(notice).toMatchObject({ title: trees.left.name, values: { count: '10', day: '2026-12-20' } });
    const texts = await wordsTo(membership, phone);
    expect(texts.map(({ kind }) => kind)).toEqual(['lapseWarned']);
    expect(JSON.stringify(texts)).not.toContain(trees.left.name);
    const seen = { ifMatch: warned.version };
    const withdraw = () => membership.ask(contract.withdraw, { warningId: warned.id }, callers.officer, seen);
    expect(await withdraw()).toMatchObject({ state: 'withdrawn' });
    expect(await noticesTo(membership, personId, 'lapseWithdrawn')).toHaveLength(1);
    await expect(lapse(id)).rejects.toMatchObject(refused('LAPSE_NOT_WARNED', '/reason'));
  });

  it('has nothing to answer once their membership has ended for another reason', async () => {
    const { id, personId } = await admit();
    await warn(id);
    const self = actorWith({ personId });
    const mine = () => membership.ask(contract.mine, {}, self);
    expect(await mine()).toMatchObject({ warning: { state: 'open' } });
    await membership.ask(memberContract.end, { memberId: id, reason: 'other' }, callers.officer);
    expect(await mine()).toEqual({ warning: null });
    await expect(membership.ask(contract.answer, { words: '我病了' }, self)).rejects.toMatchObject(
      refused('LAPSE_WARNING_OVER'),
    );
  });

  it('answers once, sealed, and the officers of the union hear of it', async () => {
    const { id, personId } = await admit();
    const themselves = actorWith({ personId });
    const mine = () => membership.ask(contract.mine, {}, themselves);
    const answer = (words: string) => membership.ask(contract.answer, { words }, themselves);
    expect(await mine()).toEqual({ warning: null });
    await expect(answer('住院')).rejects.toMatchObject(refused('LAPSE_WARNING_OVER'));
    await warn(id);
    expect(await answer(' 去年底住院 ')).toMatchObject({ answer: '去年底住院' });
    await expect(answer('还有')).rejects.toMatchObject(refused('LAPSE_ANSWERED'));
    expect((await mine()).warning).toMatchObject({ state: 'open', answer: '去年底住院' });
    expect((await listed(id))?.warning).toMatchObject({ answer: '去年底住院' });
    const rows: { row: string }[] = await membership.dataSource.query(
      `SELECT t::text AS row FROM lapse_warning t UNION ALL SELECT to_jsonb(a)::text FROM audit_record a UNION ALL SELECT to_jsonb(i)::text FROM idempotency i`,
    );
    expect(rows.filter(({ row }) => row.includes('住院'))).toEqual([]);
  });
});
