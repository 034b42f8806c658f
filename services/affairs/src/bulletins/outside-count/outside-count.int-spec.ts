import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bulletinOutsideCountContract,
  type OutsideCountDto,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-outside-count.contract';
import { type Actor, newId, shanghaiDate } from '@gongxiang/domain';
import { type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { publishBulletin } from '../bulletins.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let rootOfficer: Actor;
let stranger: Actor;
let member: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  rootOfficer = await plantPerson(affairs, tree.root, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  member = await plantPerson(affairs, tree.left);
});
afterAll(() => affairs.stop());

const { record, remove, list } = bulletinOutsideCountContract;
const today = () => shanghaiDate(affairs.clock.now());
const publish = () => publishBulletin(affairs, tree.left.id, officer, { audience: 'public' });
const enter = (bulletinId: string, changes: Partial<OutsideCountDto> = {}, actor: Actor | null = officer) =>
  affairs.ask(record, { bulletinId, channel: 'website', day: today(), readers: 10, ...changes }, actor);

describe('what channels outside say of a bulletin', () => {
  it('is entered, replaced for the same day, summed by the latest day, and removed', async () => {
    const { id } = await publish();
    await enter(id, { day: '2026-01-05', readers: 7 });
    const first = await enter(id, { readers: 10 });
    const again = await enter(id, { readers: 30, likes: 2, shares: 1 });
    expect(again).toMatchObject({ id: first.id, name: null, readers: 30, likes: 2, shares: 1 });
    const account = await enter(id, { channel: 'officialAccount', name: '职工之家', readers: 200 });
    for (const actor of [officer, rootOfficer])
      expect(await affairs.ask(list, { bulletinId: id }, actor)).toMatchObject({
        readers: 230,
        likes: 2,
        shares: 1,
        counts: [{ readers: 200, likes: null }, { readers: 30 }, { readers: 7 }],
      });
    const removed = { bulletinId: id, countId: account.id };
    expect(await affairs.ask(remove, removed, officer)).toMatchObject({ readers: 30 });
    await expect(affairs.ask(remove, removed, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is one count, also of two who enter it at once, and 200 at most', async () => {
    const { id } = await publish();
    await Promise.all([1, 2].map((readers) => enter(id, { readers })));
    expect((await affairs.ask(list, { bulletinId: id }, officer)).counts).toHaveLength(1);
    await affairs.dataSource.query(
      `INSERT INTO bulletin_outside_count (id, bulletin_id, channel, name, day, readers, entered_by, entered_at)
       SELECT gen_random_uuid(), $1, 'other', n::text, '2026-01-05', 1, $2, now() FROM generate_series(1, 199) AS n`,
      [id, officer.personId],
    );
    await expect(enter(id, { name: '又一个' })).rejects.toMatchObject({
      code: 'BULLETIN_OUTSIDE_COUNTS_MAX',
    });
    expect(await enter(id, { readers: 5 })).toMatchObject({ readers: 5 });
  });

  it('is of no day to come, and of nothing that is not for anybody', async () => {
    const { id } = await publish();
    await expect(enter(id, { day: '2199-01-01' })).rejects.toMatchObject({
      code: 'BULLETIN_OUTSIDE_DAY_AHEAD',
      errors: [{ pointer: '/day' }],
    });
    const own = await publishBulletin(affairs, tree.left.id, officer);
    await expect(enter(own.id)).rejects.toMatchObject({ code: 'BULLETIN_NOT_OUTSIDE' });
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a member', () => member, 'NOT_PERMITTED'],
    ["another union's officer", () => stranger, 'NOT_PERMITTED'],
  ])('is neither entered nor read by %s', async (_who, actor, code) => {
    const { id } = await publish();
    const { id: countId } = await enter(id);
    await expect(enter(id, {}, actor())).rejects.toMatchObject({ code });
    await expect(affairs.ask(list, { bulletinId: id }, actor())).rejects.toMatchObject({ code });
    await expect(affairs.ask(remove, { bulletinId: id, countId }, actor())).rejects.toMatchObject({ code });
    await expect(affairs.ask(list, { bulletinId: newId() }, officer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
