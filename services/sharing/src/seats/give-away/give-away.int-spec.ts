import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { listFileContract } from '@gongxiang/contracts/sharing/papers/list-file.contract';
import { couponContract, type CouponState } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import { drawContract } from '@gongxiang/contracts/sharing/seats/draw.contract';
import { giveAwayContract } from '@gongxiang/contracts/sharing/seats/give-away.contract';
import { redeemingContract } from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { briefFilesOf, FileStore } from '@gongxiang/messaging/files';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PartyRef } from '../../reference/reference.entity.js';
import type { KnownUnion } from '../registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { GiveAwayStage } from './give-away.fixture.js';
import { noticesTo } from '../../reference/notice/notice.fixture.js';

let sharing: ServiceFixture;
let stage: GiveAwayStage;
let union: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new GiveAwayStage(sharing);
  union = await stage.union();
});

afterAll(() => sharing.stop());

const first = <T>(items: readonly T[]): T => {
  const [one] = items;
  if (one === undefined) throw new Error('there is none');
  return one;
};

/** An activity with seats, and people who have not signed up yet. */
async function scene(seats: number, people: number): Promise<{ activityId: string; members: Actor[] }> {
  const activityId = await stage.activity(union);
  await stage.pool(activityId, union, seats);
  return { activityId, members: await stage.members(union, people) };
}

describe('what an activity gives away', () => {
  it('is said by its officers, and seen by everybody who sees the activity', async () => {
    const { activityId, members } = await scene(2, 1);
    const see = (who: Actor | null) => sharing.ask(giveAwayContract.get, { activityId }, who);
    const member = first(members);
    expect(await see(member)).toEqual({ activityId, version: 0, terms: null });
    const said = await stage.set(activityId, union, {
      faceValue: { amount: '4000', currency: 'CNY' },
      claimHours: 48,
    });
    expect(said).toMatchObject({ version: 1, terms: { merchantName: '星光影城', claimHours: 48 } });
    expect(said.terms?.faceValue).toEqual({ amount: '4000', currency: 'CNY' });
    expect(await see(member)).toEqual(said);
    await expect(see(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    const draft = await stage.activity(union, { state: 'draft', publishedAt: null });
    await expect(sharing.ask(giveAwayContract.get, { activityId: draft }, member)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is at an organisation of the network, or at a merchant with a name: one of both', async () => {
    const { activityId } = await scene(2, 0);
    const [merchantId, closed] = [newId(), newId()];
    const organisation = { kind: 'organisation' as const, version: 1, unionId: union.id };
    await sharing.dataSource.manager.insert(PartyRef, [
      { ...organisation, id: merchantId, name: '百姓书店', active: true },
      { ...organisation, id: closed, name: '旧书店', active: false },
    ]);
    const refused = async (changes: object): Promise<unknown> =>
      stage.set(activityId, union, changes).catch((error: unknown) => error);
    const errors = [{ pointer: '/merchantName' }];
    expect(await refused({ merchantName: null })).toMatchObject({ code: 'GIVE_AWAY_MERCHANT', errors });
    expect(await refused({ merchantId })).toMatchObject({ code: 'GIVE_AWAY_MERCHANT', errors });
    for (const unknown of [closed, newId()])
      expect(await refused({ merchantId: unknown, merchantName: null })).toMatchObject({
        code: 'MERCHANT_UNKNOWN',
        errors: [{ pointer: '/merchantId' }],
      });
    const { terms } = await stage.set(activityId, union, { merchantId, merchantName: null });
    expect(terms).toMatchObject({ merchantId, merchantName: '百姓书店' });
  });

  it('has a window with an end to come, a worth above zero, and the version that was seen', async () => {
    const { activityId } = await scene(2, 0);
    const refused = async (changes: object, ifMatch = 0): Promise<unknown> =>
      stage.set(activityId, union, changes, ifMatch).catch((error: unknown) => error);
    const [now, past] = [stage.inHours(0), stage.inHours(-1)];
    expect(await refused({ redeemUntil: now })).toMatchObject({ code: 'PERIOD_EMPTY' });
    expect(await refused({ redeemFrom: stage.inHours(-2), redeemUntil: past })).toMatchObject({
      code: 'REDEEMING_ENDED',
      errors: [{ pointer: '/redeemUntil' }],
    });
    for (const amount of ['0', '-1'])
      expect(await refused({ faceValue: { amount, currency: 'CNY' } })).toMatchObject({
        code: 'AMOUNT_NOT_POSITIVE',
      });
    expect(await refused({}, 1)).toMatchObject({ code: 'VERSION_STALE' });
    await stage.set(activityId, union);
    expect(await refused({})).toMatchObject({ code: 'VERSION_STALE' });
    expect(await stage.set(activityId, union, { title: '图书券' }, 1)).toMatchObject({ version: 2 });
    const cancelled = await stage.activity(union, { state: 'cancelled', cancelReason: '停办' });
    await expect(stage.set(cancelled, union)).rejects.toMatchObject({ code: 'ACTIVITY_CANCELLED' });
  });

  it('E118: is kept by nobody but the organiser’s officers, nor are its coupons and counters seen', async () => {
    const { activityId, members } = await scene(2, 1);
    await stage.set(activityId, union);
    const other = (await stage.union()).officer;
    const terms = { title: '书', merchantName: '店', howTo: '去', redeemFrom: stage.inHours(0) };
    const request = { activityId, ...terms, redeemUntil: stage.inHours(9) };
    for (const who of [first(members), other])
      for (const attempt of [
        () => sharing.ask(giveAwayContract.set, request, who, { ifMatch: 1 }),
        () => sharing.ask(giveAwayContract.remove, { activityId }, who),
        () => sharing.ask(couponContract.list, { activityId }, who),
        () => sharing.ask(couponContract.undo, { activityId, couponId: newId(), reason: '误扫' }, who),
        () => sharing.ask(redeemingContract.createPoint, { activityId, name: '柜台' }, who),
        () => sharing.ask(redeemingContract.listPoints, { activityId }, who),
        () => sharing.ask(redeemingContract.revokePoint, { activityId, pointId: newId() }, who),
      ])
        await expect(attempt()).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('is taken back as long as nothing is redeemed: coupons are void, counters lead nowhere', async () => {
    const { activityId, members } = await scene(2, 1);
    const person = first(members);
    await stage.register(activityId, person);
    await stage.set(activityId, union);
    const counter = await stage.counter(activityId, union);
    const [coupon] = await stage.mine(activityId, person, 1);
    const answer = await stage.redeem(counter, coupon?.code ?? null);
    const remove = () => sharing.ask(giveAwayContract.remove, { activityId }, union.officer);
    await expect(remove()).rejects.toMatchObject({ code: 'GIVE_AWAY_REDEEMED', params: { redeemed: 1 } });
    await stage.undo(counter, answer);
    await remove();
    await expect(remove()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await stage.coupons(activityId, union)).totals).toEqual({ issued: 0, redeemed: 0, void: 1 });
    expect((await sharing.ask(couponContract.listMine, {}, person)).items).toEqual([]);
    await expect(stage.redeem(counter, coupon?.code ?? null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('coupons', () => {
  it('are made for each head with a seat, once, whenever the give-away comes', async () => {
    const { activityId, members } = await scene(4, 3);
    const [early, late, waiting] = members as [Actor, Actor, Actor];
    await stage.register(activityId, early, 1);
    await stage.set(activityId, union);
    await stage.register(activityId, late, 1);
    await stage.register(activityId, waiting);
    const mine = await stage.mine(activityId, early, 2);
    expect(mine.map(({ number }) => number).sort()).toEqual([1, 2]);
    expect(new Set(mine.map(({ code }) => code)).size).toBe(2);
    await stage.mine(activityId, late, 2);
    await stage.mine(activityId, waiting, 0);
    // Processing it once more after a change of the terms issues nothing twice.
    await stage.set(activityId, union, { title: '图书券' }, 1);
    await stage.cancel(await stage.register(activityId, waiting), waiting);
    await settled(activityId);
    const { items, totals } = await stage.coupons(activityId, union);
    expect(totals).toEqual({ issued: 4, redeemed: 0, void: 0 });
    expect(items.map(({ maskedName, state }) => [maskedName, state])).toEqual(
      Array.from({ length: 4 }, () => ['张*', 'issued']),
    );
    expect(items.filter(({ personId }) => personId === early.personId)).toHaveLength(2);
    expect(JSON.stringify(items)).not.toContain(mine[0]?.code);
  });

  it('follow a party that shrinks, grows, leaves and comes back: the new seat has a new code', async () => {
    const { activityId, members } = await scene(5, 1);
    const person = first(members);
    await stage.set(activityId, union);
    const registration = await stage.register(activityId, person, 2);
    const before = await stage.mine(activityId, person, 3);
    await stage.cancel(registration, person, ['同行2']);
    expect((await stage.mine(activityId, person, 2)).map(({ number }) => number).sort()).toEqual([1, 2]);
    await stage.cancel(registration, person);
    await stage.mine(activityId, person, 0);
    await stage.register(activityId, person);
    const [again] = await stage.mine(activityId, person, 1);
    const told = (await noticesTo(sharing, person)).filter(({ kind }) => kind === 'couponIssued');
    expect(told).toMatchObject([{ about: { activityId }, values: { at: expect.any(String) } }]);
    expect(before.map(({ code }) => code)).not.toContain(again?.code);
    const voided = await stage.coupons(activityId, union, { state: 'void' });
    expect([voided.items.length, voided.totals]).toEqual([3, { issued: 1, redeemed: 0, void: 3 }]);
    expect((await sharing.ask(couponContract.listMine, {}, person)).items.map(({ code }) => code)).toEqual([
      again?.code,
      null,
      null,
      null,
    ]);
  });

  it('leave as a file, as the page shows them and without their codes', async () => {
    const { activityId, members } = await scene(1, 1);
    await stage.set(activityId, union);
    const counter = await stage.counter(activityId, union, '=柜台');
    await stage.register(activityId, first(members));
    const [coupon] = await stage.mine(activityId, first(members), 1);
    const code = coupon?.code ?? '-';
    const textOf = async (couponState: CouponState): Promise<string> => {
      const request = { activityId, list: 'coupons', format: 'csv', couponState } as const;
      const { key } = await sharing.ask(listFileContract.render, request, union.officer);
      const content = await new FileStore(sharing.store, briefFilesOf('sharing')).get(
        key,
        union.officer.personId,
      );
      return Buffer.concat((await content.toArray()) as Buffer[]).toString('utf8');
    };
    expect(await textOf('issued')).toMatch(/张\*,1,未核销/);
    await stage.redeem(counter, code);
    // A cell that begins like a formula is text (E114).
    expect(await textOf('redeemed')).toMatch(/张\*,1,已核销,[^,]+,[^,]+,"?'=柜台/);
    expect((await textOf('issued')).trim().split('\n')).toHaveLength(1);
    expect(await textOf('redeemed')).not.toContain(code);
  });

  it('are void when the activity is cancelled', async () => {
    const { activityId, members } = await scene(2, 1);
    await stage.set(activityId, union);
    await stage.register(activityId, first(members));
    await stage.mine(activityId, first(members), 1);
    const request = { activityId, reason: '场地停电' };
    await sharing.ask(activityContract.cancel, request, union.officer, { ifMatch: 1 });
    await stage.mine(activityId, first(members), 1, 'void');
  });

  it('are kept sealed, and their codes stand nowhere in the clear', async () => {
    const { activityId, members } = await scene(1, 1);
    await stage.set(activityId, union);
    const counter = await stage.counter(activityId, union);
    await stage.register(activityId, first(members));
    const [coupon] = await stage.mine(activityId, first(members), 1);
    await stage.redeem(counter, coupon?.code ?? null);
    const stored: { text: string }[] = await sharing.dataSource.query(
      `SELECT c::text AS text FROM coupon c UNION ALL SELECT p::text FROM redeeming_point p
       UNION ALL SELECT d::text FROM redemption d UNION ALL SELECT i::text FROM idempotency i
       UNION ALL SELECT a::text FROM audit_record a UNION ALL SELECT o::text FROM outbox o`,
    );
    for (const secret of [coupon?.code ?? '', counter.token]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(stored.filter(({ text }) => text.includes(secret))).toEqual([]);
    }
    // The search must find what is stored of it.
    expect(stored.filter(({ text }) => text.includes(coupon?.id ?? '-')).length).toBeGreaterThan(1);
  });
});

describe('a claim window', () => {
  it('E24: has whoever is drawn claim the seat, and gives what is not claimed on along the drawn order', async () => {
    const { activityId, members } = await scene(1, 3);
    await stage.set(activityId, union, { claimHours: 2 });
    const draw = await stage.opened(activityId, union);
    for (const person of members) await stage.enter(draw, person);
    await stage.drawn(draw, union.officer);
    const standing = async (): Promise<Map<string, { id: string; state: string }>> => {
      const rows: { person_id: string; id: string; state: string }[] = await sharing.dataSource.query(
        'SELECT person_id, id, state FROM registration WHERE activity_id = $1 ORDER BY rank',
        [activityId],
      );
      return new Map(rows.map(({ person_id, ...row }) => [person_id, row]));
    };
    const [winner, next] = [...(await standing()).keys()];
    expect([...(await standing()).values()].map(({ state }) => state)).toEqual([
      'held',
      'waitlisted',
      'waitlisted',
    ]);
    expect((await stage.coupons(activityId, union)).totals.issued).toBe(0);
    sharing.clock.advance(2 * 3_600_000);
    await eventually(async () => {
      expect((await standing()).get(winner ?? '')?.state).toBe('expired');
      expect((await standing()).get(next ?? '')?.state).toBe('held');
    });
    const claimer = members.find(({ personId }) => personId === next) ?? null;
    const registrationId = (await standing()).get(next ?? '')?.id ?? '';
    await stage.accept({ id: registrationId } as never, claimer as Actor);
    await stage.mine(activityId, claimer as Actor, 1);
    // The proof says who was drawn, whatever they did with the seat.
    const proof = await sharing.ask(drawContract.proof, { drawId: draw.id }, union.officer);
    expect(proof.result.trim().split('\n')).toHaveLength(3);
  });

  it('leaves the seat of somebody’s own sign-up as it is: confirmed at once', async () => {
    const { activityId, members } = await scene(1, 1);
    await stage.set(activityId, union, { claimHours: 2 });
    expect((await stage.register(activityId, first(members))).state).toBe('confirmed');
  });
});

describe('a reminder two days before the end', () => {
  it('reaches those who have not redeemed, once', async () => {
    const activityId = await stage.activity(union, { startsAt: new Date(stage.inHours(24)) });
    await stage.pool(activityId, union, 3);
    const [done, idle] = (await stage.members(union, 2)) as [Actor, Actor];
    await stage.set(activityId, union, { redeemUntil: stage.inHours(96) });
    const counter = await stage.counter(activityId, union);
    for (const person of [done, idle]) await stage.register(activityId, person);
    const [coupon] = await stage.mine(activityId, done, 1);
    await stage.mine(activityId, idle, 1);
    await stage.redeem(counter, coupon?.code ?? null);
    const redemption = async (person: Actor) =>
      (await noticesTo(sharing, person)).filter(({ kind }) => kind === 'couponUnredeemed');
    // At 48 hours before the end, or the morning after if that is at night.
    sharing.clock.advance(59 * 3_600_000);
    await eventually(async () => expect(await redemption(idle)).toHaveLength(1));
    const [notice] = await redemption(idle);
    expect(notice).toMatchObject({
      why: 'registered',
      about: { activityId },
      values: { at: expect.any(String) },
    });
    expect(await redemption(done)).toEqual([]);
  });
});

describe('a member who leaves', () => {
  it('loses the seat whose coupon is not redeemed, and keeps the other', async () => {
    const { activityId, members } = await scene(2, 2);
    const [done, idle] = members as [Actor, Actor];
    await stage.set(activityId, union);
    const counter = await stage.counter(activityId, union);
    for (const person of [done, idle]) await stage.register(activityId, person);
    const [coupon] = await stage.mine(activityId, done, 1);
    await stage.mine(activityId, idle, 1);
    await stage.redeem(counter, coupon?.code ?? null);
    for (const { personId } of [done, idle])
      await sharing.emit(membershipEvents.memberChanged, {
        personId,
        version: 2,
        maskedName: '张*',
        unionId: union.id,
        state: 'ended',
        validFrom: '2020-01-01',
        validTo: '2026-01-01',
      });
    await stage.mine(activityId, idle, 1, 'void');
    expect((await stage.coupons(activityId, union)).totals).toEqual({ issued: 0, redeemed: 1, void: 1 });
    const stranger = actorWith();
    expect((await sharing.ask(couponContract.listMine, {}, stranger)).items).toEqual([]);
  });
});

/** Waits until there is no more due work for the coupons of an activity. */
function settled(activityId: string): Promise<void> {
  return eventually(async () => {
    const rows: unknown[] = await sharing.dataSource.query(
      `SELECT 1 FROM due WHERE kind = 'activity-coupons' AND key LIKE $1`,
      [`${activityId}%`],
    );
    expect(rows).toEqual([]);
  });
}
