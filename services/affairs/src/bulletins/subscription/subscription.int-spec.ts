import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  bulletinContract,
  type BulletinDefinition,
  type BulletinView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { bulletinSubscriptionContract } from '@gongxiang/contracts/affairs/bulletins/bulletin-subscription.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type NoticeRaised, noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { bulletinOf, publishBulletin } from '../bulletins.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let member: Actor;
let neighbour: Actor;
let rootMember: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  member = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.right);
  rootMember = await plantPerson(affairs, tree.root);
});
afterAll(() => affairs.stop());
beforeEach(async () => {
  await affairs.dataSource.query('DELETE FROM bulletin_subscription');
  affairs.clock.advance(1_000);
});

const { list, followUnion, leaveUnion, followKind, leaveKind } = bulletinSubscriptionContract;
const { followBusiness, leaveBusiness, followFunction, leaveFunction } = bulletinSubscriptionContract;
const follow = (actor: Actor | null, unionId = tree.left.id) => affairs.ask(followUnion, { unionId }, actor);
const publish = (changes: Partial<BulletinDefinition> = {}) =>
  publishBulletin(affairs, tree.left.id, officer, changes);

async function noticesOf(bulletinId: string): Promise<NoticeRaised[]> {
  const raised = await affairs.recorded(noticeRaisedEvents.affairs);
  return raised.filter(
    ({ kind, about }) => kind === 'bulletinFollowed' && about['bulletinId'] === bulletinId,
  );
}

/** Until no step is planned any more. */
async function settled({ id }: Pick<BulletinView, 'id'>): Promise<void> {
  await eventually(async () => {
    const rows: unknown[] = await affairs.dataSource.query(
      `SELECT 1 FROM due WHERE kind = 'bulletin-followers-notifying' AND key = $1 AND due_at <= $2`,
      [id, affairs.clock.now()],
    );
    expect(rows).toEqual([]);
  });
}

async function toldOf(bulletin: BulletinView): Promise<string[]> {
  await settled(bulletin);
  return (await noticesOf(bulletin.id)).flatMap(({ personIds }) => personIds).sort();
}

const idsOf = (...actors: Actor[]): string[] => actors.map(({ personId }) => personId).sort();

describe('following', () => {
  it('is for oneself, changes nothing once more, and ends', async () => {
    await follow(member);
    const twice = await follow(member);
    expect(twice.unions).toMatchObject([{ unionId: tree.left.id, unionName: '江城重工工会' }]);
    const both = await affairs.ask(followKind, { kind: 'policy' }, member);
    expect(both).toMatchObject({ unions: [{ unionId: tree.left.id }], kinds: [{ kind: 'policy' }] });
    const none = { unions: [], kinds: [], businesses: [], functions: [] };
    expect(await affairs.ask(list, {}, neighbour)).toEqual(none);
    for (let times = 0; times < 2; times += 1) {
      await affairs.ask(leaveUnion, { unionId: tree.left.id }, member);
      expect(await affairs.ask(leaveKind, { kind: 'policy' }, member)).toEqual(none);
    }
  });

  it('is refused without signing in, and of a union that is not there', async () => {
    await expect(follow(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(affairs.ask(list, {}, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(follow(member, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(affairs.ask(leaveUnion, { unionId: newId() }, member)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('ends at 200 unions, also of two at once', async () => {
    await affairs.dataSource.query(
      `INSERT INTO bulletin_subscription (topic_key, person_id, union_id, followed_at)
       SELECT 'union/' || id, $1, id, now() FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 199)) AS made`,
      [member.personId],
    );
    const both = await Promise.allSettled([follow(member, tree.left.id), follow(member, tree.right.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(follow(member, tree.root.id)).rejects.toMatchObject({
      code: 'BULLETIN_SUBSCRIPTIONS_MAX',
    });
  });
});

describe('what is followed', () => {
  it('is told once to whoever may read it, by union and by kind, and never to its author', async () => {
    for (const actor of [officer, member, neighbour, rootMember]) await follow(actor);
    for (const actor of [member, neighbour]) await affairs.ask(followKind, { kind: 'policy' }, actor);
    expect(await toldOf(await publish({ kind: 'policy', audience: 'public' }))).toEqual(
      idsOf(member, neighbour, rootMember),
    );
    expect(await toldOf(await publish({ kind: 'policy', audience: 'members' }))).toEqual(idsOf(member));
  });

  it('of a kind is told where one’s own union, or one above it, has published it', async () => {
    for (const actor of [member, neighbour]) await affairs.ask(followKind, { kind: 'course' }, actor);
    expect(await toldOf(await publish({ kind: 'course', audience: 'public' }))).toEqual(idsOf(member));
    expect(await toldOf(await publish({ kind: 'result', audience: 'public' }))).toEqual([]);
  });

  it('of a business or a function is told likewise, and once to whoever follows several of them', async () => {
    for (const actor of [member, neighbour])
      await affairs.ask(followBusiness, { business: 'culture' }, actor);
    await affairs.ask(followFunction, { resourceFunction: 'people' }, member);
    await affairs.ask(followFunction, { resourceFunction: 'people' }, officer);
    const tagged = { business: 'culture', function: 'people', audience: 'public' } as const;
    const told = await publish(tagged);
    expect(await toldOf(told)).toEqual(idsOf(member));
    expect(await toldOf(await publish({ business: 'education', function: 'facility' }))).toEqual([]);
    const shown = await affairs.ask(bulletinContract.list, { followed: true }, member);
    expect(shown.items.map(({ id }) => id)).toEqual([told.id]);
    const { businesses, functions } = await affairs.ask(list, {}, member);
    expect([businesses, functions]).toMatchObject([[{ business: 'culture' }], [{ function: 'people' }]]);
    await affairs.ask(leaveBusiness, { business: 'culture' }, member);
    const left = await affairs.ask(leaveFunction, { resourceFunction: 'people' }, member);
    expect([left.businesses, left.functions]).toEqual([[], []]);
    expect(await toldOf(await publish(tagged))).toEqual([]);
  });

  it('is not told to whoever is told because they must read it', async () => {
    for (const actor of [member, neighbour]) await follow(actor);
    expect(await toldOf(await publish({ audience: 'public', mustRead: true }))).toEqual(idsOf(neighbour));
    expect(await toldOf(await publish({ audience: 'members', mustRead: true }))).toEqual([]);
  });

  it('is not told to whoever has left, as far as it is not public', async () => {
    const leaver = await plantPerson(affairs, tree.left);
    await follow(leaver);
    await affairs.emit(membershipEvents.memberChanged, {
      personId: leaver.personId,
      version: 2,
      maskedName: '张*',
      unionId: null,
      state: 'ended',
      validFrom: '2020-01-01',
      validTo: '2026-01-01',
    });
    await eventually(async () =>
      expect(
        await affairs.dataSource.query(`SELECT state FROM member_ref WHERE person_id = $1`, [
          leaver.personId,
        ]),
      ).toEqual([{ state: 'ended' }]),
    );
    expect(await toldOf(await publish())).toEqual([]);
    expect(await toldOf(await publish({ audience: 'public' }))).toEqual([leaver.personId]);
  });

  it('is told when it is shown, and not if it was withdrawn before', async () => {
    await follow(member);
    const from = new Date(affairs.clock.now().getTime() + dayMs).toISOString();
    const [later, gone] = [await publish({ from }), await publish({ from })];
    const withdrawn = { bulletinId: gone.id, reason: '有误' };
    await affairs.ask(bulletinContract.withdraw, withdrawn, officer, { ifMatch: gone.version });
    expect(await toldOf(later)).toEqual([]);
    affairs.clock.advance(dayMs);
    await eventually(async () => expect(await toldOf(later)).toEqual(idsOf(member)));
    expect(await toldOf(gone)).toEqual([]);
  });

  it('is told for one cause when it is shown again, and to nobody who follows since; a correction tells nobody', async () => {
    await follow(member);
    const made = await publish();
    expect(await toldOf(made)).toEqual(idsOf(member));
    const { title, text, kind } = bulletinOf();
    const correction = { bulletinId: made.id, title, text, kind, pinned: false, note: '改一处' };
    const corrected = await affairs.ask(bulletinContract.correct, correction, officer, {
      ifMatch: made.version,
    });
    expect(await toldOf(made)).toEqual(idsOf(member));
    affairs.clock.advance(1_000);
    await follow(rootMember);
    await follow(await plantPerson(affairs, tree.left));
    const gone = await affairs.ask(
      bulletinContract.withdraw,
      { bulletinId: made.id, reason: '有误' },
      officer,
      {
        ifMatch: corrected.version,
      },
    );
    await affairs.ask(bulletinContract.restore, { bulletinId: made.id }, officer, { ifMatch: gone.version });
    await eventually(async () => expect(await noticesOf(made.id)).toHaveLength(2));
    const raised = await noticesOf(made.id);
    // Notification delivers what has one cause once.
    expect(raised.map(({ cause, personIds }) => [cause, personIds])).toEqual([
      [`bulletinFollowed/${made.id}`, idsOf(member)],
      [`bulletinFollowed/${made.id}`, idsOf(member)],
    ]);
  });

  it('is told to a person once, also under the id of a record that was merged into theirs', async () => {
    const former = newId();
    for (const personId of [former, neighbour.personId])
      await affairs.ask(followUnion, { unionId: tree.left.id }, { ...neighbour, personId });
    await affairs.dataSource.query(
      'INSERT INTO person_alias (from_id, into_id, merge_id, created_at) VALUES ($1, $2, gen_random_uuid(), now())',
      [former, neighbour.personId],
    );
    const merged: Actor = { ...neighbour, formerIds: [former] };
    expect((await affairs.ask(list, {}, merged)).unions).toHaveLength(1);
    expect(await toldOf(await publish({ audience: 'public' }))).toEqual(idsOf(neighbour));
    expect((await affairs.ask(leaveUnion, { unionId: tree.left.id }, merged)).unions).toEqual([]);
    expect(await toldOf(await publish({ audience: 'public' }))).toEqual([]);
  });

  it('is told in steps of 200', async () => {
    await affairs.dataSource.query(
      `INSERT INTO bulletin_subscription (topic_key, person_id, union_id, followed_at)
       SELECT 'union/' || $1::uuid, gen_random_uuid(), $1::uuid, $2 FROM generate_series(1, 450)`,
      [tree.left.id, affairs.clock.now()],
    );
    const { id } = await publish({ audience: 'public' });
    await eventually(async () => {
      affairs.clock.advance(200);
      expect((await noticesOf(id)).map(({ personIds }) => personIds.length)).toEqual([200, 200, 50]);
    });
    const told = (await noticesOf(id)).flatMap(({ personIds }) => personIds);
    expect(new Set(told).size).toBe(450);
  });

  it('is listed alone', async () => {
    affairs.clock.advance(dayMs);
    const followed = async (actor: Actor) =>
      (await affairs.ask(bulletinContract.list, { followed: true, limit: 2 }, actor)).items.map(
        ({ title }) => title,
      );
    expect(await followed(neighbour)).toEqual([]);
    await publish({ title: '经验', kind: 'knowHow', audience: 'public' });
    await affairs.ask(followKind, { kind: 'knowHow' }, member);
    await affairs.ask(followKind, { kind: 'knowHow' }, neighbour);
    expect(await followed(member)).toEqual(['经验']);
    expect(await followed(neighbour)).toEqual([]);
    await follow(neighbour);
    expect(await followed(neighbour)).toContain('经验');
  });
});
