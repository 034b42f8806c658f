import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { type SearchGroupView, searchContract, type SearchRequest } from '@gongxiang/contracts/words/search';
import { type Actor, newId } from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { continueTrace } from '@gongxiang/observability';
import { actorWith, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import { OrganisationRow } from '../../clubs/organisation/organisation.entity.js';
import { plantPerson, plantUnions, residentNumber, startMembership } from '../../membership.fixture.js';
import { UnionRow } from '../../unions/union/union.entity.js';
import { TitlesFold } from './titles-fold.due.js';

const { find } = searchContract('membership');

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let member: Actor;
let officer: Actor;
let rootOfficer: Actor;
let places = 10;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  member = actorWith({ personId: await plantPerson(membership) });
  officer = await officerAt(trees.left);
  rootOfficer = await officerAt(trees.root);
});
afterAll(() => membership.stop());

async function officerAt({ id, path }: UnionRow): Promise<Actor> {
  return actorWith({ personId: await plantPerson(membership), roles: [['officer', id, path]] });
}

async function plant(...names: string[]): Promise<void> {
  for (const name of names) {
    places += 1;
    const path = `1.${places}.`;
    await membership.dataSource.manager.insert(UnionRow, { ...trees.left, id: newId(), name, path });
  }
  await fold();
}

/** As its due work does every second. */
async function fold(): Promise<void> {
  for (const key of ['all', 'people'])
    await membership.app
      .get(Transactions)
      .system(continueTrace(undefined), (tx) => membership.app.get(TitlesFold).fold(tx, key));
}

async function groupsOf(request: SearchRequest, actor = member): Promise<SearchGroupView[]> {
  return (await membership.ask(find, request, actor)).groups;
}

async function found(q: string, part: Partial<SearchRequest> = {}, actor = member): Promise<string[]> {
  const groups = await groupsOf({ q, ...part }, actor);
  return groups.flatMap(({ items }) => items.map(({ title, match }) => `${title} ${match}`));
}

describe('a name', () => {
  it('is found as a whole, at its beginning or by its pinyin, and anywhere, in this order; the newest first', async () => {
    await plant('汉口机床厂工会委员会', '汉口机床厂工会', '武昌汉口机床厂工会', '汉口机床厂工会二分会');
    expect(await found('汉口机床厂工会', { kind: 'union' })).toEqual([
      '汉口机床厂工会 exact',
      '汉口机床厂工会二分会 prefix',
      '汉口机床厂工会委员会 prefix',
      '武昌汉口机床厂工会 contains',
    ]);
  });

  it.each([
    ['硚口', '硚口船舶重工工会 prefix'],
    ['舶', '硚口船舶重工工会 contains'], // one character
    ['重工', '硚口船舶重工工会 contains'],
    ['船舶 工会', '硚口船舶重工工会 contains'], // two words
    ['硚口船舶 重工工会', '硚口船舶重工工会 exact'], // without its blanks
    ['qiaokouchuanbo', '硚口船舶重工工会 prefix'],
    ['chuanbo', '硚口船舶重工工会 prefix'], // from the middle
    ['QKCB', '硚口船舶重工工会 prefix'],
    ['qkcb', '硚口船舶重工工会 prefix'],
  ])('is found by "%s"', async (q, expected) => {
    if ((await found('硚口船舶重工工会', { kind: 'union' })).length === 0) await plant('硚口船舶重工工会');
    expect(await found(q, { kind: 'union' })).toEqual([expected]);
  });

  it('is found however wide its figures were typed, and however they are now', async () => {
    await plant('７０８所工会', '第710所工会');
    expect(await found('708所工会')).toEqual(['７０８所工会 exact']);
    expect(await found('第７１０所')).toEqual(['第710所工会 prefix']);
    expect(await found('100%_')).toEqual([]);
    expect(await found('》')).toEqual([]);
  });

  it('says that there are more, and shows as many as were asked for', async () => {
    await plant('黄陂一所', '黄陂二所', '黄陂三所');
    const [group] = await groupsOf({ q: '黄陂', limit: 2 });
    expect(group).toMatchObject({ kind: 'union', hasMore: true });
    expect(group?.items.map(({ title }) => title)).toEqual(['黄陂三所', '黄陂二所']);
    const [all] = await groupsOf({ q: '黄陂', limit: 3 });
    expect(all?.hasMore).toBe(false);
  });

  it('is found by its new wording alone, once it was changed', async () => {
    await plant('旧名字工会');
    await membership.dataSource.manager.update(UnionRow, { name: '旧名字工会' }, { name: '新称呼工会' });
    expect(await found('旧名字')).toEqual([]);
    await fold();
    expect(await found('旧名字')).toEqual([]);
    expect(await found('新称呼')).toEqual(['新称呼工会 prefix']);
  });

  it('is that of a thing in use: a closed union or club is not found, as in lists', async () => {
    const { manager } = membership.dataSource;
    const { id: unionId } = trees.left;
    const base = { version: 1, kind: 'club' as const, unionId, uscc: null, usccCheck: null };
    const rest = { createdAt: membership.clock.now(), closedAt: null, closeReason: null };
    await manager.insert(OrganisationRow, [
      { ...base, ...rest, id: newId(), name: '东湖骑行社', active: true } as OrganisationRow,
      {
        ...base,
        ...rest,
        id: newId(),
        name: '东湖骑行旧社',
        active: false,
        closedAt: rest.createdAt,
        closeReason: '合并',
      } as OrganisationRow,
    ]);
    await plant('东湖工会');
    await manager.update(UnionRow, { name: '东湖工会' }, { active: false });
    await fold();
    expect(await groupsOf({ q: '东湖' })).toEqual([
      {
        kind: 'club',
        items: [
          {
            id: expect.any(String),
            title: '东湖骑行社',
            match: 'prefix',
            unionName: '青山区总工会',
            state: null,
            at: null,
          },
        ],
        hasMore: false,
      },
    ]);
  });
});

describe('a person', () => {
  beforeAll(async () => {
    const add = (n: number, name: string, unionId: string) =>
      membership.ask(
        memberContract.create,
        { unionId, name, residentNumber: residentNumber(900 + n), phone: `1380013800${n}` },
        rootOfficer,
      );
    await add(1, '欧阳娜', trees.left.id);
    await add(2, '欧阳娜', trees.right.id);
    await fold();
  });

  it('is found by whoever may list members, by the whole name, number or phone, however wide', async () => {
    expect(await found('欧阳娜', {}, officer)).toEqual(['欧阳娜 exact']);
    expect(await found('13800138001', {}, officer)).toEqual(['欧阳娜 exact']);
    expect(await found('１３８００１３８００１', {}, officer)).toEqual(['欧阳娜 exact']);
    expect(await found(residentNumber(901), {}, officer)).toEqual(['欧阳娜 exact']);
    expect(await found('欧阳娜', { kind: 'member' }, rootOfficer)).toEqual(['欧阳娜 exact', '欧阳娜 exact']);
  });

  it('is found by no part of them', async () => {
    expect(await found('欧阳', {}, officer)).toEqual([]);
    expect(await found('1380013800', {}, officer)).toEqual([]);
    expect(await found('ouyan', {}, officer)).toEqual([]);
  });

  it('is found by pinyin at the union of the office alone', async () => {
    expect(await found('ouyangna', {}, officer)).toEqual(['欧阳娜 prefix']);
    expect(await found('OYN', {}, officer)).toEqual(['欧阳娜 prefix']);
    // The office at the root reaches both, and neither is a member there.
    expect(await found('ouyangna', {}, rootOfficer)).toEqual([]);
    expect(await found('oyn', {}, await officerAt(trees.right))).toEqual(['欧阳娜 prefix']);
  });

  it('is found in the list of members by pinyin as well, at the union of the office alone', async () => {
    const listed = async (q: string, actor: Actor): Promise<string[]> =>
      (await membership.ask(memberContract.list, { q }, actor)).items.map(({ name }) => name);
    expect(await listed('ouyangna', officer)).toEqual(['欧阳娜']);
    expect(await listed('OYN', officer)).toEqual(['欧阳娜']);
    expect(await listed('欧阳娜', rootOfficer)).toEqual(['欧阳娜', '欧阳娜']);
    expect(await listed('oyn', rootOfficer)).toEqual([]);
  });

  it('of another union is not found, and nobody by a plain member', async () => {
    expect(await found('13800138002', {}, officer)).toEqual([]);
    expect(await found('欧阳娜')).toEqual([]);
    expect(await found('13800138001')).toEqual([]);
    expect(await found('ouyangna')).toEqual([]);
  });

  it('is shown masked to whoever sees masked names alone', async () => {
    const { id, path } = trees.left;
    const auditor = actorWith({ personId: await plantPerson(membership), roles: [['auditor', id, path]] });
    expect(await found('欧阳娜', {}, auditor)).toEqual(['欧** exact']);
  });
});

it('asks for nothing of kinds that are not wanted', async () => {
  const queries = await recordQueries(membership.dataSource, () => found('工会', { kind: 'club' }));
  expect(queries.some(({ sql }) => sql.includes('union_title'))).toBe(false);
});
