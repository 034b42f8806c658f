import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import type { Actor } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { eventually, ownerOf, rowsRead, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { publishBulletin } from '../bulletins.fixture.js';
import { ReceiptRepository, type UnreadPage, type UnreadPlace } from './receipt.repository.js';

let affairs: ServiceFixture;
let owner: Awaited<ReturnType<typeof ownerOf>>;
let tree: Tree;
let officer: Actor;
let bulletinId: string;

const members = 100_000;
const lookedAtMax = 500;
/** Below the union on the left, at 1.4.: each with its members. */
const enterprises = 2_000;

beforeAll(async () => {
  affairs = await startAffairs();
  owner = await ownerOf(affairs);
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  ({ id: bulletinId } = await publishBulletin(
    affairs,
    tree.right.id,
    await plantPerson(affairs, tree.right, 'officer'),
  ));
  await owner.query(
    `INSERT INTO union_ref (id, version, path, name, active)
     SELECT gen_random_uuid(), 1, '1.4.' || n || '.', '工会' || n, true FROM generate_series(1, ${enterprises}) AS n`,
  );
});
afterAll(async () => {
  await owner?.destroy();
  await affairs?.stop();
});
beforeEach(() =>
  owner.query(`DELETE FROM member_ref WHERE masked_name = '众*'; DELETE FROM bulletin_receipt`),
);

/** Members of the enterprises below the union on the left, or of the one on the right. */
async function plantMembers(count: number, unionSql: string): Promise<void> {
  await owner.query(
    `INSERT INTO member_ref (person_id, version, masked_name, union_id, state)
     SELECT gen_random_uuid(), 1, '众*', ${unionSql}, 'active' FROM generate_series(1, ${count}) AS n`,
  );
  // Else the index is as large as with the members of the tests before, and PostgreSQL reads the table instead.
  await owner.query('REINDEX TABLE member_ref');
  await owner.query('VACUUM ANALYZE member_ref, union_ref, bulletin_receipt');
}

const ofLeft = `(SELECT array_agg(id ORDER BY path) FROM union_ref WHERE path LIKE '1.4._%')`;
const amongEnterprises = `(${ofLeft})[1 + n % ${enterprises}]`;
const amongFew = (few: number): string => `(${ofLeft})[1 + (n % ${few}) * ${enterprises / few}]`;

interface Walk {
  readonly found: readonly string[];
  readonly steps: number;
  /** Of all tables, in the step that read most. */
  readonly readMax: number;
}

const tables = ['member_ref', 'union_ref', 'bulletin_receipt', 'person_alias'];

function stepAfter(range: { start: string; beyond: string }, after: UnreadPlace | null): Promise<UnreadPage> {
  return affairs.app.get(Transactions).system(continueTrace(undefined), (tx) =>
    affairs.app.get(ReceiptRepository).unreadWithin(tx, bulletinId, {
      addressees: { ...range, sizeClass: null, unionIds: null },
      after,
      lookedAtMax,
    }),
  );
}

/** @param measureEvery so manieth step is explained, as each of some hundred would take long */
async function walk(range: { start: string; beyond: string }, measureEvery = 1): Promise<Walk> {
  const found: string[] = [];
  let steps = 0;
  let readMax = 0;
  let after: UnreadPlace | null = null;
  do {
    const from: UnreadPlace | null = after;
    let page: UnreadPage = { personIds: [], next: null };
    const step = async (): Promise<void> => {
      page = await stepAfter(range, from);
    };
    if (steps % measureEvery === 0)
      readMax = Math.max(readMax, await rowsRead(affairs.dataSource, tables, step));
    else await step();
    found.push(...page.personIds);
    after = page.next;
    steps += 1;
  } while (after !== null);
  return { found, steps, readMax };
}

const left = { start: '1.4.', beyond: '1.5.' };
const right = { start: '1.5.', beyond: '1.6.' };

describe('those who have not confirmed what must be read', () => {
  it('are read of a small union without the hundred thousand members of all others', async () => {
    await plantMembers(members, amongEnterprises);
    const { found, steps, readMax } = await walk(right);
    expect([found.length, steps]).toEqual([1, 1]);
    expect(readMax).toBeLessThanOrEqual(5);
  }, 60_000);

  it.each([
    ['two thousand unions', amongEnterprises, members],
    ['four unions', amongFew(4), members],
    ['one union', amongFew(1), members],
    ['unions of which nearly all are empty', amongFew(4), 3_000],
  ])(
    'cost a step no more than five rows for each at whom it looks, in %s',
    async (_of, unionSql, count) => {
      await plantMembers(count, unionSql);
      const { found, readMax } = await walk(left, 10);
      expect([found.length, new Set(found).size]).toEqual([count + 1, count + 1]);
      expect(readMax).toBeLessThanOrEqual(5 * lookedAtMax);
    },
    120_000,
  );

  it('cost a step no more where nearly everybody has confirmed it', async () => {
    await plantMembers(members, amongFew(20));
    await owner.query(
      `INSERT INTO bulletin_receipt (bulletin_id, person_id, confirmed_at)
       SELECT $1, person_id, now() FROM (
         SELECT person_id, row_number() OVER (ORDER BY person_id) AS n FROM member_ref WHERE masked_name = '众*') m
       WHERE n % 1000 > 0`,
      [bulletinId],
    );
    await owner.query('VACUUM ANALYZE bulletin_receipt');
    const { found, readMax } = await walk(left, 10);
    expect(found).toHaveLength(members / 1_000 + 1);
    expect(readMax).toBeLessThanOrEqual(5 * lookedAtMax);
  }, 120_000);

  it('are each notified once, in as many steps as it takes', async () => {
    await plantMembers(1_200, amongFew(4));
    const { id } = await publishBulletin(affairs, tree.left.id, officer, { mustRead: true });
    await eventually(async () => {
      affairs.clock.advance(200);
      const told = (await affairs.recorded(noticeRaisedEvents.affairs))
        .filter(({ about }) => about['bulletinId'] === id)
        .flatMap(({ personIds }) => personIds);
      expect([told.length, new Set(told).size]).toEqual([1_201, 1_201]);
    }, 30_000);
  }, 60_000);
});
