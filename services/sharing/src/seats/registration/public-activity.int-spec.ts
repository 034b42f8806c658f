import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activityContract,
  type PublicActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { type Actor, hourMs, newId } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { startSharing } from '../../sharing.fixture.js';
import { type KnownUnion, Stage } from './registration.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

const inHours = (hours: number): Date => new Date(sharing.clock.now().getTime() + hours * hourMs);

async function listed(union: { readonly id: string }, limit = 50): Promise<PublicActivityView[]> {
  return (await sharing.ask(activityContract.listPublic, { unionId: union.id, limit }, null)).items;
}

describe('what anyone may see of activities', () => {
  it('is when, where and what, and the seats as a number', async () => {
    const venue = '职工之家三楼';
    const described = { venue, organiserName: '青山区总工会', description: '带好**饮用水**。' };
    const activityId = await stage.activity(host, described);
    await stage.pool(activityId, host, 5);
    const below = await stage.union(host.path);
    await stage.pool(activityId, host, 3, below);
    const [one, two] = (await stage.members(host, 2)) as [Actor, Actor];
    await stage.register(activityId, one, 1);
    await stage.register(activityId, two);
    const found = (await listed(host)).find(({ id }) => id === activityId);
    // Three heads sit in the common pool of five, nobody in the other of three: 5 − 3 + 3 = 5 of 8.
    expect(found).toEqual({
      id: activityId,
      title: '健步走',
      kind: 'sports',
      organiserName: '青山区总工会',
      unionId: host.id,
      venue,
      startsAt: inHours(24).toISOString(),
      endsAt: inHours(26).toISOString(),
      timeZone: 'Asia/Shanghai',
      signUpOpensAt: sharing.clock.now().toISOString(),
      signUpClosesAt: inHours(24).toISOString(),
      seats: 8,
      seatsFree: 5,
      cover: null,
      phase: 'signUpOpen',
    });
    const { descriptionHtml, ...shown } = await sharing.ask(activityContract.getPublic, { activityId }, null);
    expect(shown).toEqual({ ...found, hasConditions: false });
    expect(descriptionHtml).toContain('<strong>饮用水</strong>');
  });

  it('counts no seat twice where somebody was admitted beyond the capacity', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    const pool = await stage.pool(activityId, host, 2, await stage.union(host.path));
    const [one] = (await stage.members(host, 1)) as [Actor];
    await stage.register(activityId, one);
    await sharing.dataSource.query('UPDATE registration SET heads = 3 WHERE activity_id = $1', [activityId]);
    const seen = await sharing.ask(activityContract.getPublic, { activityId }, null);
    // Two heads too many in one pool take nothing from the two seats of the other.
    expect([seen.seats, seen.seatsFree]).toEqual([3, pool.seats.free]);
  });

  it('is what is published and has not begun, of a union and all below it, the next one first', async () => {
    const top = await stage.union();
    const [below, beside] = [await stage.union(top.path), await stage.union()];
    const late = await stage.activity(top, { startsAt: inHours(48), endsAt: inHours(50) });
    const hours = { startsAt: inHours(2), endsAt: inHours(4), signUpClosesAt: inHours(2) };
    const soon = await stage.activity(below, hours);
    await stage.activity(top, { state: 'draft', publishedAt: null });
    await stage.activity(top, { state: 'cancelled', cancelReason: '检修' });
    await stage.activity(top, {
      startsAt: inHours(-1),
      endsAt: inHours(1),
      signUpOpensAt: inHours(-2),
      signUpClosesAt: inHours(0),
    });
    await stage.activity(beside);
    expect((await listed(top)).map(({ id }) => id)).toEqual([soon, late]);
    expect((await listed(below)).map(({ id }) => id)).toEqual([soon]);
    const first = await sharing.ask(activityContract.listPublic, { unionId: top.id, limit: 1 }, null);
    const next = { unionId: top.id, limit: 1, cursor: first.nextCursor ?? '' };
    const second = await sharing.ask(activityContract.listPublic, next, null);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([soon, late]);
    expect(second.nextCursor).toBeNull();
  });

  it('names no person, not even masked', async () => {
    const union = await stage.union();
    await stage.activity(union, { organiserKind: 'person', organiserId: newId(), organiserName: '张*' });
    expect((await listed(union))[0]).toMatchObject({ organiserName: null, unionId: union.id });
    expect(JSON.stringify(await listed(union))).not.toContain('张');
  });

  it('is nothing of a draft, and nothing where there is no such union', async () => {
    const activityId = await stage.activity(host, { state: 'draft', publishedAt: null });
    for (const id of [activityId, newId()])
      await expect(sharing.ask(activityContract.getPublic, { activityId: id }, null)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    await expect(listed({ id: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
