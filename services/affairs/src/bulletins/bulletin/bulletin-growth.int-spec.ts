import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bulletinContract,
  type ListBulletins,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { Actor } from '@gongxiang/domain';
import { ownerOf, rowsRead, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';

let affairs: ServiceFixture;
let owner: Awaited<ReturnType<typeof ownerOf>>;
let tree: Tree;
let member: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  owner = await ownerOf(affairs);
  tree = await plantTree(affairs);
  member = await plantPerson(affairs, tree.left);
});
afterAll(async () => {
  await owner?.destroy();
  await affairs?.stop();
});

const limit = 20;
/** Of a business and a function that few bulletins have. */
const rare = 50;

/** What anybody may read: the few with rare tags are the oldest. */
async function plantBulletins(count: number): Promise<void> {
  await owner.query('DELETE FROM bulletin');
  await owner.query(
    `INSERT INTO bulletin (id, version, union_id, state, audience, audience_key, is_pinned, must_read, revision, title,
       pinyin, excerpt, kind, business, function, shown_from, created_by, commenting)
     SELECT gen_random_uuid(), 1, $1, 'published', 'public', 'public', false, false, 1, '信息', 'xinxi', '…', 'news',
       CASE WHEN n > $2::int - $3::int THEN 'culture' ELSE 'service' END,
       CASE WHEN n > $2::int - $3::int THEN 'people' ELSE 'facility' END,
       $4::timestamptz - interval '1 minute' * n, gen_random_uuid(), 'off'
     FROM generate_series(1, $2::int) AS n`,
    [tree.root.id, count, rare, affairs.clock.now()],
  );
  await owner.query('VACUUM ANALYZE bulletin');
}

describe('a page of bulletins among a hundred thousand', () => {
  it('with one tag, or with both, reads no more than among a thousand', async () => {
    const filters: readonly Partial<ListBulletins>[] = [
      { business: 'culture' },
      { function: 'people' },
      { business: 'culture', function: 'people' },
      { kind: 'news', business: 'culture' },
    ];
    const readBy = async (): Promise<number[]> => {
      const read: number[] = [];
      for (const filter of filters)
        read.push(
          await rowsRead(affairs.dataSource, ['bulletin'], async () => {
            const { items } = await affairs.ask(bulletinContract.list, { ...filter, limit }, member);
            expect(items).toHaveLength(limit);
          }),
        );
      return read;
    };
    await plantBulletins(1_000);
    const few = await readBy();
    await plantBulletins(100_000);
    const many = await readBy();
    // One more says that there is another page, and each is read once to be found and once to be shown.
    for (const read of [...few, ...many]) expect(read).toBeLessThanOrEqual(2 * (limit + 1) + rare);
  }, 60_000);
});
