import { memberContract, type MemberOrder } from '@gongxiang/contracts/membership/members/member.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, ownerOf, rowsRead, rowsSorted, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { plantUnions, startMembership } from '../../membership.fixture.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';

/** More than are looked up one by one. */
const unions = 300;
const rows = 6_000;
const pageRows = 50;
/** As many as are compared with what the table says. */
const comparedRows = 400;

let membership: ServiceFixture;
let owner: DataSource;
let rootId: string;

beforeAll(async () => {
  membership = await startMembership();
  ({
    root: { id: rootId },
  } = await plantUnions(membership));
  owner = await ownerOf(membership);
  await owner.query(
    `INSERT INTO labour_union (id, version, path, name, active, created_at)
     SELECT gen_random_uuid(), 1, '1.77.' || n || '.', '工会' || n, true, now() FROM generate_series(1, ${unions}) n`,
  );
  await plantMembers();
  await owner.query('ANALYZE person; ANALYZE union_membership; ANALYZE labour_union');
});

afterAll(async () => {
  await owner?.destroy();
  await membership?.stop();
});

/** Many joined on the same day; every seventh has left. A third of them belong to one union. */
async function plantMembers(): Promise<void> {
  const personalData = membership.app.get(PersonalData);
  const named = Array.from({ length: rows }, () => {
    const id = newId();
    return { id, name: personalData.seal(id, 'name', '张三') };
  });
  await owner.query(
    `ALTER TABLE union_membership DISABLE TRIGGER USER; ALTER TABLE person DISABLE TRIGGER USER`,
  );
  await owner.query(
    `INSERT INTO person (id, version, name, name_hash, masked_name, locale, created_at)
     SELECT p.id, 1, p.name, '', '张*', 'zh-CN', now() FROM unnest($1::uuid[], $2::text[]) AS p(id, name)`,
    [named.map(({ id }) => id), named.map(({ name }) => name)],
  );
  await owner.query(
    `WITH people AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM person)
     INSERT INTO union_membership (id, person_id, union_id, state, standing, valid_from, valid_to, ended_reason, created_at)
     SELECT gen_random_uuid(), p.id, u.id, CASE WHEN p.n % 7 = 0 THEN 'ended' ELSE 'active' END, 'full',
       date '2020-01-01' + (p.n * 31 % 97)::int, CASE WHEN p.n % 7 = 0 THEN date '2026-01-01' END,
       CASE WHEN p.n % 7 = 0 THEN 'other' END, now()
     FROM people p JOIN labour_union u ON u.path = '1.77.' || CASE WHEN p.n % 3 = 0 THEN 5 ELSE 1 + p.n % ${unions} END || '.'`,
  );
}

interface Page {
  readonly limit: number;
  readonly cursor?: string;
}

const list = (order: MemberOrder, reader: Actor, page: Page) =>
  membership.ask(memberContract.list, { order, open: true, ...page }, reader);

async function idsOf(order: MemberOrder, reader: Actor): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(order, reader, {
      limit: pageRows,
      ...(cursor === null ? {} : { cursor }),
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null && ids.length < comparedRows);
  return ids;
}

const officerAt = (path: string): Actor => actorWith({ roles: [['officer', rootId, path]] });

describe.each(['validFrom', '-validFrom'] as const)('the list of members by %s', (order) => {
  const direction = order.startsWith('-') ? 'DESC' : 'ASC';

  it.each([
    ['of everything', '1.'],
    ['of many unions', '1.77.'],
    ['of one union', '1.77.5.'],
  ])('is the same page by page as in one go, to a reach %s', async (_reach, path) => {
    const expected: { id: string }[] = await owner.query(
      `SELECT m.id FROM union_membership m JOIN labour_union u ON u.id = m.union_id
       WHERE starts_with(u.path, $1) AND m.state <> 'ended'
       ORDER BY m.valid_from ${direction}, m.id ${direction} LIMIT ${comparedRows}`,
      [path],
    );
    expect(expected.length).toBeGreaterThan(0);
    const ids = await idsOf(order, officerAt(path));
    expect(ids.slice(0, comparedRows)).toEqual(expected.map(({ id }) => id));
  });

  it.each([
    ['everything', '1.'],
    ['one union', '1.77.5.'],
  ])(
    'is walked along an index for whoever sees %s: no more than the page is sorted',
    async (_reach, path) => {
      const page = () => list(order, officerAt(path), { limit: 5 });
      // The rows of the page are put in order once more, twice where they come from each of few unions; whoever has left is passed over.
      expect(await rowsSorted(membership.dataSource, 'union_membership', page)).toBeLessThanOrEqual(12);
      expect(await rowsRead(membership.dataSource, ['union_membership'], page)).toBeLessThan(30);
    },
  );
});

describe('how many members a list has', () => {
  const counted = async (path: string, page: object = {}) =>
    (
      await membership.ask(
        memberContract.list,
        { limit: 5, count: true, open: true, ...page },
        officerAt(path),
      )
    ).count;

  it('is said of a reach with as many as are counted, and of a larger one that there are more', async () => {
    const [{ count: members } = { count: 0 }]: { count: number }[] = await owner.query(
      `SELECT count(*)::int AS count FROM union_membership m JOIN labour_union u ON u.id = m.union_id
       WHERE u.path = '1.77.6.' AND m.state <> 'ended'`,
    );
    expect(members).toBeGreaterThan(5);
    expect(await counted('1.77.6.')).toEqual({ value: members, atLeast: false });
    expect(await counted('1.77.6.', { q: '李四' })).toEqual({ value: 0, atLeast: false });
    expect(await counted('1.')).toEqual({ value: 1_000, atLeast: true });
  });

  it('is said with the first page alone, and to whoever asks for it', async () => {
    const { nextCursor, count } = await membership.ask(
      memberContract.list,
      { limit: 5, open: true },
      officerAt('1.'),
    );
    expect(count).toBeNull();
    expect(await counted('1.', { cursor: nextCursor ?? '' })).toBeNull();
  });

  it('reads no further once there are more than are counted', async () => {
    const read = await rowsRead(membership.dataSource, ['union_membership'], () => counted('1.'));
    // Beside them the page itself, and some that have left and are passed over.
    expect(read).toBeLessThan(1_400);
  });
});

it('a cursor of another order is refused: it would mean another place', async () => {
  const { nextCursor } = await list('validFrom', officerAt('1.'), { limit: 1 });
  const cursor = nextCursor ?? '';
  for (const request of [{ order: '-validFrom' as const, cursor }, { cursor }])
    await expect(membership.ask(memberContract.list, request, officerAt('1.'))).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
});
