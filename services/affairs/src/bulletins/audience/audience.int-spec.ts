import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bulletinContract,
  type BulletinDefinition,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { bulletinSubscriptionContract } from '@gongxiang/contracts/affairs/bulletins/bulletin-subscription.contract';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor } from '@gongxiang/domain';
import { eventually, type ServiceFixture, unionState } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, untilRows } from '../../matters/matters.fixture.js';
import { bulletinOf, publishBulletin } from '../bulletins.fixture.js';

let affairs: ServiceFixture;
let city: UnionState;
let park: UnionState;
let smallShop: UnionState;
let bigWorks: UnionState;
let nextDoor: UnionState;
let unplaced: UnionState;
let officer: Actor;
let rootOfficer: Actor;
/** Members of the unions, by name. */
let ofSmall: Actor;
let ofBig: Actor;
let ofNext: Actor;
let ofUnplaced: Actor;

/** A place so many kilometres north of the park. */
const north = (km: number) => ({ longitude: 114.3, latitude: 30.5 + km / 111.195 });

beforeAll(async () => {
  affairs = await startAffairs();
  city = unionState('1.', { sizeClass: null });
  park = unionState('1.4.', { parentId: city.id, sizeClass: null, place: north(0) });
  smallShop = unionState('1.4.1.', { parentId: park.id, sizeClass: 'small', place: north(1) });
  bigWorks = unionState('1.4.2.', { parentId: park.id, sizeClass: 'large', place: north(12) });
  nextDoor = unionState('1.5.1.', { parentId: city.id, sizeClass: 'small', place: north(4.9) });
  unplaced = unionState('1.5.2.', { parentId: city.id, sizeClass: 'small' });
  for (const union of [city, park, smallShop, bigWorks, nextDoor, unplaced])
    await affairs.emit(membershipEvents.unionChanged, union);
  await untilRows(affairs, 'union_ref', 6);
  await untilRows(affairs, 'audience_union', 6);
  officer = await plantPerson(affairs, park, 'officer');
  rootOfficer = await plantPerson(affairs, city, 'officer');
  [ofSmall, ofBig, ofNext, ofUnplaced] = [
    await plantPerson(affairs, smallShop),
    await plantPerson(affairs, bigWorks),
    await plantPerson(affairs, nextDoor),
    await plantPerson(affairs, unplaced),
  ];
});
afterAll(() => affairs.stop());

const toSmall = { audience: 'sizeClass', sizeClass: 'small' } as const;
const near = { audience: 'neighbours', neighbourKm: 5 } as const;
const publish = (changes: Partial<BulletinDefinition>) => publishBulletin(affairs, park.id, officer, changes);
const get = (bulletinId: string, actor: Actor | null) =>
  affairs.ask(actor === null ? bulletinContract.getPublic : bulletinContract.get, { bulletinId }, actor);
const isRead = (bulletinId: string, actor: Actor | null) =>
  get(bulletinId, actor).then(
    () => true,
    () => false,
  );
const isListed = async (bulletinId: string, actor: Actor) =>
  (await affairs.ask(bulletinContract.list, {}, actor)).items.some(({ id }) => id === bulletinId);
const count = (request: object, actor: Actor | null = officer) =>
  affairs.ask(bulletinContract.countAudience, { unionId: park.id, audience: 'members', ...request }, actor);
const readers = () => [ofSmall, ofBig, ofNext, ofUnplaced];
const readBy = async (bulletinId: string) => {
  const read = [];
  for (const actor of readers()) {
    read.push(await isRead(bulletinId, actor));
    // What is listed is what may be read.
    expect(await isListed(bulletinId, actor)).toBe(read.at(-1));
  }
  return read;
};

describe('a bulletin for more than a part of the tree', () => {
  it('for enterprises of one size is read by the members of theirs below its union', async () => {
    const bulletin = await publish(toSmall);
    expect(bulletin).toMatchObject({ audience: 'sizeClass', sizeClass: 'small', neighbourKm: null });
    expect(await readBy(bulletin.id)).toEqual([true, false, false, false]);
    expect(await isRead(bulletin.id, null)).toBe(false);
    expect(await isRead(bulletin.id, rootOfficer)).toBe(true);
  });

  it('for neighbours is read by members of unions within the distance, wherever they stand in the tree', async () => {
    const { id } = await publish(near);
    expect(await readBy(id)).toEqual([true, false, true, false]);
    expect(await isListed(id, officer)).toBe(true);
    const { id: closer } = await publish({ ...near, neighbourKm: 4 });
    expect(await readBy(closer)).toEqual([true, false, false, false]);
  });

  it('follows a union that moves or grows', async () => {
    const union = unionState('1.6.', { parentId: city.id, sizeClass: 'micro', place: north(30) });
    await affairs.emit(membershipEvents.unionChanged, union);
    const member = await plantPerson(affairs, union);
    const { id } = await publish(near);
    expect(await isRead(id, member)).toBe(false);
    await affairs.emit(membershipEvents.unionChanged, { ...union, version: 2, place: north(2) });
    await eventually(async () => expect(await isRead(id, member)).toBe(true));
  });

  it('says what its audience needs, and is refused to a union without a place', async () => {
    const create = (changes: Partial<BulletinDefinition>, unionId = park.id, actor = officer) =>
      affairs.ask(bulletinContract.create, { ...bulletinOf(changes), unionId }, actor);
    await expect(create({ audience: 'sizeClass' })).rejects.toMatchObject({
      code: 'BULLETIN_AUDIENCE_UNSAID',
      errors: [{ pointer: '/sizeClass' }],
    });
    await expect(create(near, city.id, rootOfficer)).rejects.toMatchObject({
      code: 'BULLETIN_UNION_UNPLACED',
      errors: [{ pointer: '/audience' }],
    });
  });

  it('is counted before it is published, by officers of its union alone', async () => {
    expect(await count({})).toEqual({ members: 3, unions: 3 });
    expect(await count({ audience: 'union' })).toEqual({ members: 1, unions: 1 });
    expect(await count(toSmall)).toEqual({ members: 1, unions: 1 });
    expect(await count({ ...near, neighbourKm: 5 })).toMatchObject({ unions: 4 });
    await expect(count(toSmall, ofSmall)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(count(toSmall, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(count({ ...near, unionId: city.id }, rootOfficer)).rejects.toMatchObject({
      code: 'BULLETIN_UNION_UNPLACED',
    });
  });

  it('that must be read is confirmed by whom it is for, who are notified, counted and named', async () => {
    const { id } = await publish({ ...toSmall, mustRead: true });
    await eventually(async () => {
      affairs.clock.advance(200);
      const told = (await affairs.recorded(noticeRaisedEvents.affairs))
        .filter(({ kind, about }) => kind === 'bulletinToRead' && about['bulletinId'] === id)
        .flatMap(({ personIds }) => personIds);
      expect(told).toEqual([ofSmall.personId]);
    });
    expect(await get(id, ofSmall)).toMatchObject({ toConfirm: true });
    await affairs.ask(bulletinContract.confirm, { bulletinId: id }, ofSmall);
    const reading = await affairs.ask(
      bulletinContract.reading,
      { bulletinId: id, unionId: park.id },
      officer,
    );
    expect(reading).toMatchObject({ members: 1, confirmed: 1 });
    const unread = await affairs.ask(
      bulletinContract.listUnread,
      { bulletinId: id, unionId: park.id },
      officer,
    );
    expect(unread.items).toEqual([]);
  });

  it('is told to followers among whom it is for', async () => {
    for (const follower of [ofBig, ofNext])
      await affairs.ask(bulletinSubscriptionContract.followUnion, { unionId: park.id }, follower);
    affairs.clock.advance(1_000);
    const { id } = await publish(near);
    await eventually(async () => {
      affairs.clock.advance(200);
      const told = (await affairs.recorded(noticeRaisedEvents.affairs))
        .filter(({ kind, about }) => kind === 'bulletinFollowed' && about['bulletinId'] === id)
        .flatMap(({ personIds }) => personIds);
      expect(told).toEqual([ofNext.personId]);
    });
  });

  it('is found by whom it is for', async () => {
    const { id } = await publish({ ...near, title: '园区周边停车位共享' });
    const titled = async (actor: Actor) =>
      (await affairs.ask(bulletinContract.list, { q: '停车位' }, actor)).items.map((one) => one.id);
    expect(await titled(ofNext)).toEqual([id]);
    expect(await titled(ofBig)).toEqual([]);
  });
});
