import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulletinDefinition } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { type NoticeRaised, noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import type { Actor } from '@gongxiang/domain';
import { continueTrace } from '@gongxiang/observability';
import { Transactions } from '@gongxiang/persistence';
import { cutWhoWaits, eventually, ownerOf, rowsRead, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { publishBulletin } from '../bulletins.fixture.js';
import { type FollowersPage, SubscriptionRepository } from './subscription.repository.js';

let affairs: ServiceFixture;
let owner: Awaited<ReturnType<typeof ownerOf>>;
let tree: Tree;
let officer: Actor;
let neighbour: Actor;

beforeAll(async () => {
  affairs = await startAffairs({ replicas: 2 });
  owner = await ownerOf(affairs);
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  neighbour = await plantPerson(affairs, tree.right, 'officer');
});
afterAll(async () => {
  await owner?.destroy();
  await affairs?.stop();
});
afterEach(() => owner.query('TRUNCATE bulletin_subscription'));

/** So many members of the union on the right follow a topic, and every so manieth of them is of the union on the left. */
async function plantFollowers(
  topicKey: string,
  count: number,
  leftEvery = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  await owner.query(
    `WITH made AS (
       INSERT INTO member_ref (person_id, version, masked_name, union_id, state)
       SELECT gen_random_uuid(), 1, '张*', CASE WHEN n % $2::bigint = 0 THEN $3::uuid ELSE $4::uuid END, 'active'
       FROM generate_series(1, $1::int) AS n RETURNING person_id)
     INSERT INTO bulletin_subscription (topic_key, person_id, kind, union_id, followed_at)
     SELECT $5, person_id, CASE WHEN $5 LIKE 'kind/%' THEN substr($5, 6) END,
       CASE WHEN $5 LIKE 'union/%' THEN substr($5, 7)::uuid END, $6 FROM made`,
    [count, leftEvery, tree.left.id, tree.right.id, topicKey, affairs.clock.now()],
  );
  await owner.query('VACUUM ANALYZE bulletin_subscription, member_ref');
}

const lookedAtMax = 1_000;
const limit = 200;

/** What one step reads of what the union on the left publishes. */
function stepAfter(afterId: string | null): Promise<FollowersPage> {
  const asked = {
    unionTopic: `union/${tree.left.id}`,
    topics: ['kind/policy', 'business/culture'],
    range: { start: tree.left.path, beyond: '1.5.' },
    followedBy: affairs.clock.now(),
    afterId,
    lookedAtMax,
    limit,
  };
  return affairs.app
    .get(Transactions)
    .system(continueTrace(undefined), (tx) => affairs.app.get(SubscriptionRepository).followers(tx, asked));
}

interface Walk {
  readonly found: readonly string[];
  readonly steps: number;
  /** Of subscriptions and members, in the step that read most. */
  readonly readMax: number;
}

async function walk(): Promise<Walk> {
  const found: string[] = [];
  let steps = 0;
  let readMax = 0;
  for (let afterId: string | null = null, isFirst = true; isFirst || afterId !== null; isFirst = false) {
    const from: string | null = afterId;
    let page: FollowersPage = { followers: [], next: null };
    const read = await rowsRead(affairs.dataSource, ['bulletin_subscription', 'member_ref'], async () => {
      page = await stepAfter(from);
    });
    found.push(...page.followers.map(({ personId }) => personId));
    afterId = page.next;
    steps += 1;
    readMax = Math.max(readMax, read);
  }
  return { found, steps, readMax };
}

describe('a topic that a hundred thousand follow', () => {
  it('costs no step more than one that a few thousand follow, however few of them are concerned', async () => {
    const of = async (count: number): Promise<Walk> => {
      await plantFollowers('kind/policy', count, count / 50);
      const walked = await walk();
      await owner.query('TRUNCATE bulletin_subscription');
      return walked;
    };
    const [few, many] = [await of(3_000), await of(100_000)];
    expect([few.found.length, many.found.length]).toEqual([50, 50]);
    expect(new Set(many.found).size).toBe(50);
    expect([few.steps, many.steps]).toEqual([4, 101]);
    // Each subscription that is looked at has one member.
    expect(few.readMax).toBeLessThanOrEqual(2 * lookedAtMax);
    expect(many.readMax).toBeLessThanOrEqual(2 * lookedAtMax);
  }, 60_000);

  it('costs no step more where everybody is concerned', async () => {
    await plantFollowers(`union/${tree.left.id}`, 3_000);
    await plantFollowers('kind/policy', 3_000, 1);
    const { found, readMax } = await walk();
    expect([found.length, new Set(found).size]).toEqual([6_000, 6_000]);
    expect(readMax).toBeLessThanOrEqual(4 * lookedAtMax);
  }, 60_000);
});

const followedOf = async (bulletinId: string): Promise<NoticeRaised[]> =>
  (await affairs.recorded(noticeRaisedEvents.affairs)).filter(
    ({ kind, about }) => kind === 'bulletinFollowed' && about['bulletinId'] === bulletinId,
  );

const publish = (changes: Partial<BulletinDefinition>) =>
  publishBulletin(affairs, tree.left.id, officer, { audience: 'public', ...changes });

/** As if a process died while it writes down whom a step notifies: it is undone, and whoever lives does it again. */
async function dieWithinAStep(): Promise<void> {
  const runner = owner.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query('LOCK TABLE outbox IN SHARE MODE');
    await cutWhoWaits(affairs.dataSource, {
      statement: 'INSERT INTO%outbox%',
      meanwhile: () => affairs.clock.advance(200),
    });
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

describe('followers of what is published', () => {
  it('are each told once, though processes die on the way, and nobody else waits for them', async () => {
    const followers = 3_000;
    await plantFollowers(`union/${tree.left.id}`, followers);
    await plantFollowers(`union/${tree.right.id}`, 1);
    affairs.clock.advance(1_000);
    const { id } = await publish({});
    const other = await publishBulletin(affairs, tree.right.id, neighbour, { audience: 'public' });
    let deaths = 0;
    await eventually(async () => {
      affairs.clock.advance(200);
      const told = (await followedOf(id)).flatMap(({ personIds }) => personIds).length;
      // The one follower of the other one is told by then: a death is to be in a step of the many.
      if (deaths < 3 && told > deaths * 800 && (await followedOf(other.id)).length > 0) {
        await dieWithinAStep();
        deaths += 1;
      }
      expect(told).toBe(followers);
    }, 30_000);
    const events = await followedOf(id);
    expect(deaths).toBe(3);
    expect(new Set(events.flatMap(({ personIds }) => personIds)).size).toBe(followers);
    expect(events.map(({ personIds }) => personIds.length)).toEqual(Array.from({ length: 15 }, () => limit));
    // The follower of the other one before the last of the many, though their bulletin came later.
    const bulletins = (await affairs.recorded(noticeRaisedEvents.affairs)).map(
      ({ about }) => about['bulletinId'],
    );
    expect(bulletins).toContain(other.id);
    expect(bulletins.indexOf(other.id)).toBeLessThan(bulletins.lastIndexOf(id));
  }, 60_000);
});
