import {
  couponContract,
  type CouponView,
  type MyCouponView,
} from '@gongxiang/contracts/sharing/seats/coupon.contract';
import { redeemingContract } from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, newId } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KnownUnion } from '../registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { GiveAwayStage, type TestCounter } from './give-away.fixture.js';

let sharing: ServiceFixture;
let stage: GiveAwayStage;
let union: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  stage = new GiveAwayStage(sharing);
  union = await stage.union();
});

afterAll(() => sharing.stop());

interface Scene {
  readonly activityId: string;
  readonly person: Actor;
  readonly coupons: readonly MyCouponView[];
  readonly code: string;
  readonly one: TestCounter;
  readonly two: TestCounter;
}

/** A person with coupons for themselves and their companions, and two counters. */
async function scene(companions = 0, changes: Parameters<GiveAwayStage['set']>[2] = {}): Promise<Scene> {
  const activityId = await stage.activity(union);
  await stage.pool(activityId, union, 9);
  const [person] = (await stage.members(union, 1)) as [Actor];
  await stage.set(activityId, union, changes);
  await stage.register(activityId, person, companions);
  const coupons = await stage.mine(activityId, person, 1 + companions);
  const one = await stage.counter(activityId, union);
  const two = await stage.counter(activityId, union, '二号柜台');
  return { activityId, person, coupons, code: coupons[0]?.code ?? '', one, two };
}

describe('a counter', () => {
  it('redeems a coupon, and says of it no more than a masked name', async () => {
    const { activityId, code, one, person } = await scene();
    const answer = await stage.redeem(one, code.toLowerCase().replace(/(.{4})/g, '$1-'));
    const now = sharing.clock.now();
    expect(answer).toEqual({
      result: 'redeemed',
      redemptionId: answer.redemptionId,
      maskedName: '张*',
      number: 1,
      redeemedAt: now.toISOString(),
      pointName: '一号柜台',
      undoneAt: null,
      undoUntil: new Date(now.getTime() + 600_000).toISOString(),
    });
    const seen = await sharing.ask(redeemingContract.open, { redeemToken: one.token }, null);
    expect(seen).toMatchObject({ pointName: '一号柜台', redeemed: 1, recent: [answer] });
    expect(JSON.stringify(seen)).not.toContain(person.personId);
    const [mine] = await stage.mine(activityId, person, 1, 'redeemed');
    expect(mine).toMatchObject({ code: null, pointName: '一号柜台', redeemedAt: now.toISOString() });
    const { items } = await stage.coupons(activityId, union, { state: 'redeemed' });
    expect(items).toMatchObject([{ maskedName: '张*', pointName: '一号柜台', number: 1 }]);
  });

  it('E29: redeems exactly one of fifty scans of one coupon at once, at two counters of two replicas', async () => {
    const { activityId, code, one, two } = await scene();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => stage.redeem(index % 2 === 0 ? one : two, code)),
    );
    expect(answers.filter(({ result }) => result === 'redeemed')).toHaveLength(1);
    expect(answers.filter(({ result }) => result === 'already')).toHaveLength(49);
    const [redeemed] = answers.filter(({ result }) => result === 'redeemed');
    expect(new Set(answers.map(({ pointName }) => pointName))).toEqual(new Set([redeemed?.pointName]));
    expect((await stage.coupons(activityId, union)).totals).toEqual({ issued: 0, redeemed: 1, void: 0 });
  });

  it('E30: answers a scan that is sent again the same, also at the same moment', async () => {
    const { code, one, two } = await scene();
    const operationId = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => stage.redeem(one, code, operationId)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.result).toBe('redeemed');
    sharing.clock.advance(60_000);
    expect(await stage.redeem(one, code, operationId)).toEqual(answers[0]);
    // The operation id belongs to the device: another counter's scan is a different one.
    expect(await stage.redeem(two, code, operationId)).toMatchObject({
      result: 'already',
      pointName: '一号柜台',
      redemptionId: null,
      undoUntil: null,
    });
  });

  it('redeems each head of a party by itself', async () => {
    const { coupons, one } = await scene(2);
    for (const { code, number } of coupons)
      expect(await stage.redeem(one, code)).toMatchObject({ result: 'redeemed', number });
  });

  it('knows no coupon of another activity, and nothing else that is scanned', async () => {
    const [here, elsewhere] = [await scene(), await scene()];
    for (const code of [elsewhere.code, 'https://union.example/', '0'.repeat(26), '一二三'])
      expect(await stage.redeem(here.one, code)).toMatchObject({ result: 'unknown', maskedName: null });
  });

  it('redeems neither before the time nor after it, nor what was given back', async () => {
    const later = await scene(0, { redeemFrom: stage.inHours(1) });
    expect(await stage.redeem(later.one, later.code)).toMatchObject({ result: 'notYet' });
    const ended = await scene(0, { redeemUntil: stage.inHours(1) });
    const cancelled = await scene();
    const request = { activityId: cancelled.activityId };
    const [own] = (await sharing.ask(registrationContract.mine, request, cancelled.person)).items;
    await stage.cancel({ id: own?.id, personId: cancelled.person.personId } as never, cancelled.person);
    // The seat decides at the time of the scan, whether or not the coupon is marked already.
    expect(await stage.redeem(cancelled.one, cancelled.code)).toMatchObject({ result: 'void' });
    sharing.clock.advance(3_600_000);
    expect(await stage.redeem(later.one, later.code)).toMatchObject({ result: 'redeemed' });
    expect(await stage.redeem(ended.one, ended.code)).toMatchObject({ result: 'over' });
  });

  it('leads nowhere once it is revoked, and what it has redeemed stays', async () => {
    const { activityId, code, one, two } = await scene();
    await stage.redeem(one, code);
    const request = { activityId, pointId: one.id };
    const revoke = () => sharing.ask(redeemingContract.revokePoint, request, union.officer);
    expect(await revoke()).toMatchObject({ redeemed: 1, revokedAt: expect.any(String) });
    await expect(revoke()).rejects.toMatchObject({ code: 'REDEEMING_POINT_REVOKED' });
    for (const token of [one.token, 'x'.repeat(43)]) {
      const nowhere = sharing.ask(redeemingContract.open, { redeemToken: token }, null);
      await expect(nowhere).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(stage.redeem({ ...one, token }, code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await stage.redeem(two, code)).toMatchObject({ result: 'already', pointName: '一号柜台' });
    const { items } = await sharing.ask(redeemingContract.listPoints, { activityId }, union.officer);
    expect(items.map(({ name, redeemed }) => [name, redeemed])).toEqual([
      ['二号柜台', 0],
      ['一号柜台', 1],
    ]);
  });

  it('has an address that is shown once, and fifty of them are enough', async () => {
    const { activityId } = await scene();
    const request = { activityId, name: '三号柜台' };
    const call = { idempotencyKey: newId() };
    const first = await sharing.send(redeemingContract.createPoint, request, union.officer, call);
    const again = await sharing.send(redeemingContract.createPoint, request, union.officer, call);
    expect(first.body.address).toMatch(/^\/redeem\/[A-Za-z0-9_-]{43}$/);
    expect(again).toEqual({ ...first, replayed: true, body: { ...first.body, address: null } });
    const rest = await Promise.allSettled(
      Array.from({ length: 49 }, (_, index) => stage.counter(activityId, union, `${index}`)),
    );
    const refused = rest.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(2);
    expect(refused[0]?.reason).toMatchObject({ code: 'REDEEMING_POINTS_TOO_MANY', params: { max: 50 } });
  });
});

describe('taking back', () => {
  const couponOf = async ({ activityId }: Scene): Promise<CouponView> => {
    const [coupon] = (await stage.coupons(activityId, union)).items;
    if (coupon === undefined) throw new Error('there is no coupon');
    return coupon;
  };

  it('is done by the same counter within ten minutes, and the coupon is good again', async () => {
    const { activityId, code, one, two, person } = await scene();
    const answer = await stage.redeem(one, code);
    await expect(stage.undo(two, answer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const undone = await stage.undo(one, answer);
    expect(undone).toMatchObject({ undoneAt: sharing.clock.now().toISOString(), undoUntil: null });
    expect(await stage.undo(one, answer)).toEqual(undone);
    const [mine] = await stage.mine(activityId, person, 1);
    expect(mine?.code).toBe(code);
    expect(await stage.redeem(two, code)).toMatchObject({ result: 'redeemed', pointName: '二号柜台' });
  });

  it('is an officer’s afterwards, for a reason that stands in the trail', async () => {
    const all = await scene();
    const { activityId, code, one } = all;
    const answer = await stage.redeem(one, code);
    sharing.clock.advance(600_000);
    await expect(stage.undo(one, answer)).rejects.toMatchObject({
      code: 'UNDO_TOO_LATE',
      params: { minutes: 10 },
    });
    const { id: couponId } = await couponOf(all);
    const request = { activityId, couponId, reason: '收银台误扫' };
    const undo = () => sharing.ask(couponContract.undo, request, union.officer);
    expect(await undo()).toMatchObject({ state: 'issued', redeemedAt: null, pointName: null });
    await expect(undo()).rejects.toMatchObject({ code: 'COUPON_NOT_REDEEMED' });
    const trail: { after: object }[] = await sharing.dataSource.query(
      `SELECT after FROM audit_record WHERE noun = 'coupon' AND subject_id = $1 ORDER BY id`,
      [couponId],
    );
    expect(trail.map(({ after }) => after)).toMatchObject([
      { state: 'redeemed', pointId: one.id },
      { state: 'issued', reason: '收银台误扫' },
    ]);
    expect(await stage.redeem(one, code)).toMatchObject({ result: 'redeemed' });
  });
});

describe('a seat whose coupon is redeemed', () => {
  it('is not given back, nor taken away when a pool is lowered; a companion’s without one is', async () => {
    const { activityId, coupons, one, person } = await scene(2);
    const second = coupons.find(({ number }) => number === 2);
    await stage.redeem(one, second?.code ?? null);
    const [own] = (await sharing.ask(registrationContract.mine, { activityId }, person)).items;
    const registration = { id: own?.id, personId: person.personId } as never;
    await expect(stage.cancel(registration, person)).rejects.toMatchObject({ code: 'COUPON_REDEEMED' });
    await expect(stage.cancel(registration, person, ['同行1'])).rejects.toMatchObject({
      code: 'COUPON_REDEEMED',
    });
    expect((await stage.cancel(registration, person, ['同行2'])).heads).toBe(2);
    const [late] = (await stage.members(union, 1)) as [Actor];
    const other = await stage.register(activityId, late);
    const pools: { id: string; version: number }[] = await sharing.dataSource.query(
      'SELECT id, version FROM pool WHERE activity_id = $1',
      [activityId],
    );
    await stage.resize({ ...pools[0], activityId } as never, union, 1);
    expect((await stage.get(other, late)).state).toBe('waitlisted');
    expect((await stage.get(registration, person)).state).toBe('confirmed');
  });
});
