import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { unionContract } from '@gongxiang/contracts/membership/unions/union.contract';
import { operationsContract } from '@gongxiang/contracts/operations/operations.contract';
import { newId, rootPath } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { MembershipRow } from '../../members/member/membership.entity.js';
import { plantPerson, startMembership } from '../../membership.fixture.js';
import { UnionRow } from './union.entity.js';

let membership: ServiceFixture;
const rootId = newId();
const officer = actorWith({ roles: [['officer', rootId, rootPath]] });

beforeAll(async () => {
  membership = await startMembership();
  await membership.dataSource.manager.insert(UnionRow, {
    id: rootId,
    version: 1,
    parentId: null,
    path: rootPath,
    nextChild: 1,
    name: '武昌总工会',
    uscc: null,
    usccCheck: null,
    enterpriseId: null,
    tier: null,
    longitude: null,
    latitude: null,
    address: null,
    active: true,
    createdAt: membership.clock.now(),
  });
});

afterAll(() => membership.stop());

describe('the union tree', () => {
  it('gives each child a place of its own, also when twenty are made at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        membership.ask(unionContract.create, { parentId: rootId, name: `基层工会${index}` }, officer),
      ),
    );
    expect(new Set(made.map((union) => union.path)).size).toBe(20);
    expect(await membership.recorded(membershipEvents.unionChanged)).toHaveLength(20);
  });

  it('has no two of one name under the same union, however it is typed and however many ask at once', async () => {
    const create = (name: string, parentId: string = rootId) =>
      membership.ask(unionContract.create, { parentId, name }, officer);
    const answers = await Promise.allSettled(
      ['红星 A 厂工会', '红星Ａ厂工会', '红星a\u200b厂工会'].map((name) => create(name)),
    );
    const made = answers.filter(({ status }) => status === 'fulfilled');
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect([made.length, refused.map(({ code }) => code)]).toEqual([
      1,
      ['UNION_NAME_TAKEN', 'UNION_NAME_TAKEN'],
    ]);
    const other = await create('另一家工会');
    const rename = { unionId: other.id, name: '红星A厂工会' };
    await expect(
      membership.ask(unionContract.change, rename, officer, { ifMatch: other.version }),
    ).rejects.toMatchObject({ code: 'UNION_NAME_TAKEN', errors: [{ pointer: '/name' }] });
    // Elsewhere in the tree it is another union.
    expect(await create('红星A厂工会', other.id)).toMatchObject({ name: '红星A厂工会' });
  });

  it('answers a repeated request with the first answer, and makes nothing', async () => {
    const call = { idempotencyKey: 'once' };
    const request = { parentId: rootId, name: '只建一次' };
    const first = await membership.send(unionContract.create, request, officer, call);
    const again = await membership.send(unionContract.create, request, officer, call);
    expect(first.replayed).toBe(false);
    expect(again).toEqual({ ...first, replayed: true });
  });

  it('E86: refuses the same key with another body', async () => {
    const call = { idempotencyKey: 'other body' };
    await membership.ask(unionContract.create, { parentId: rootId, name: '甲' }, officer, call);
    await expect(
      membership.ask(unionContract.create, { parentId: rootId, name: '乙' }, officer, call),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('lets two equal requests with one key apply once', async () => {
    const call = { idempotencyKey: 'at the same time' };
    const request = { parentId: rootId, name: '并发一次' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => membership.send(unionContract.create, request, officer, call)),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
  });

  it('needs the version that the caller saw, and refuses an old one', async () => {
    const union = await membership.ask(unionContract.create, { parentId: rootId, name: '改名前' }, officer);
    const rename = { unionId: union.id, name: '改名后' };
    await expect(membership.ask(unionContract.change, rename, officer)).rejects.toMatchObject({
      code: 'VERSION_REQUIRED',
    });
    await membership.ask(unionContract.change, rename, officer, { ifMatch: 1 });
    await expect(membership.ask(unionContract.change, rename, officer, { ifMatch: 1 })).rejects.toMatchObject(
      {
        code: 'VERSION_STALE',
      },
    );
  });

  it('says where a union is to be found, in which park, and tells the others', async () => {
    const park = await membership.ask(
      unionContract.create,
      { parentId: rootId, name: '光谷产业园工会', tier: 'park' },
      officer,
    );
    const place = { longitude: 114.4, latitude: 30.5, address: '高新大道 9 号' };
    const made = await membership.ask(
      unionContract.create,
      { parentId: park.id, name: '园区小厂工会', place },
      officer,
    );
    expect(made).toMatchObject({ place, tier: null, parkId: park.id });
    expect(park.parkId).toBe(park.id);
    const change = { unionId: made.id, tier: 'enterprise' as const, place: null };
    const changed = await membership.ask(unionContract.change, change, officer, { ifMatch: 1 });
    expect(changed).toMatchObject({ name: '园区小厂工会', tier: 'enterprise', place: null, version: 2 });
    const states = (await membership.recorded(membershipEvents.unionChanged)).filter(
      ({ id }) => id === made.id,
    );
    expect(states).toMatchObject([
      { version: 1, tier: null, place },
      { version: 2, tier: 'enterprise', place: null },
    ]);
    const nothing = membership.ask(unionContract.change, { unionId: made.id }, officer, { ifMatch: 2 });
    await expect(nothing).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ code: 'REQUIRED' }],
    });
  });

  it('refuses an officer of another union', async () => {
    const stranger = actorWith({ roles: [['officer', newId(), '1.zz.']] });
    await expect(
      membership.ask(unionContract.create, { parentId: rootId, name: '越权' }, stranger),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('pages by name without counting', async () => {
    const first = await membership.ask(unionContract.list, { parent: rootId, limit: 5 }, officer);
    expect(first.items).toHaveLength(5);
    const next = await membership.ask(
      unionContract.list,
      { parent: rootId, limit: 5, cursor: first.nextCursor ?? '' },
      officer,
    );
    const names = [...first.items, ...next.items].map((union) => union.name);
    expect(new Set(names).size).toBe(10);
  });

  it('writes who did what to an audit trail whose chain holds', async () => {
    const operator = actorWith({ roles: [['operator', rootId, rootPath]] });
    const contract = operationsContract('membership');
    const records = await membership.ask(contract.listAudit, { noun: 'union', limit: 1 }, operator);
    expect(records.items[0]).toMatchObject({ actorId: officer.personId, noun: 'union' });
    expect(await membership.ask(contract.verifyAudit, {}, operator)).toMatchObject({ intact: true });
  });
});

describe('what anyone may see of a union', () => {
  let unionId: string;

  async function seen() {
    return membership.ask(unionContract.getPublic, { unionId }, null);
  }

  async function addMembers(count: number, state: 'active' | 'imported'): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const personId = await plantPerson(membership);
      await membership.dataSource.manager.insert(MembershipRow, {
        id: newId(),
        personId,
        unionId,
        state,
        validFrom: '2020-01-01',
        validTo: null,
        createdAt: membership.clock.now(),
      });
    }
  }

  beforeAll(async () => {
    const made = await membership.ask(
      unionContract.create,
      { parentId: rootId, name: '公开页工会' },
      officer,
    );
    unionId = made.id;
  });

  it('is its name and place, what is above and below it, and no person', async () => {
    const above = { parentId: rootId, parentName: '武昌总工会', level: 2 };
    const alone = { id: unionId, name: '公开页工会', ...above, enterpriseName: null };
    expect(await seen()).toEqual({ ...alone, unionsBelow: 0, members: null });
    await membership.ask(unionContract.create, { parentId: unionId, name: '一车间分会' }, officer);
    expect((await seen()).unionsBelow).toBe(1);
    const root = await membership.ask(unionContract.getPublic, { unionId: rootId }, null);
    expect(root).toMatchObject({ level: 1, parentId: null, parentName: null });
  });

  it('tells the number of its members only from five on, and counts those who are active', async () => {
    await addMembers(2, 'imported');
    await addMembers(4, 'active');
    expect((await seen()).members).toBeNull();
    await addMembers(1, 'active');
    expect((await seen()).members).toBe(5);
  });

  it('is part of a network, of which anyone may know how many unions and members it has', async () => {
    const network = () => membership.ask(unionContract.getNetwork, {}, null);
    const before = await network();
    expect(before).toMatchObject({ unionId: rootId, name: expect.any(String) });
    await membership.ask(unionContract.create, { parentId: unionId, name: '二车间分会' }, officer);
    expect((await network()).unions).toBe(before.unions + 1);
    await membership.dataSource.query(
      `INSERT INTO census_total (union_id, dimension, value, members) VALUES ($1, 'members', 'all', 4), ($2, 'members', 'all', 3)
       ON CONFLICT (union_id, dimension, value) DO UPDATE SET members = EXCLUDED.members`,
      [rootId, unionId],
    );
    expect((await network()).members).toBe(7);
    await membership.dataSource.query(`DELETE FROM census_total WHERE union_id = $1`, [unionId]);
    expect((await network()).members).toBeNull(); // four could be known by name
  });

  it('is nothing where there is no such union', async () => {
    const nobody = membership.ask(unionContract.getPublic, { unionId: newId() }, null);
    await expect(nobody).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
