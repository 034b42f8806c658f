import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import {
  registrationContract,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { encodeCursor, Transaction } from '@gongxiang/persistence';
import {
  ownerOf,
  type PlanNode,
  recordQueries,
  rowsOfPlan,
  rowsRead,
  type ServiceFixture,
} from '@gongxiang/testing';
import { systemCall } from '@gongxiang/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { startSharing } from '../../sharing.fixture.js';
import { type KnownUnion, Stage } from './registration.fixture.js';
import { PublicActivityRepository } from './public-activity.repository.js';
import { RegistrationRepository } from './registration.repository.js';
import { countOversold } from './seat-watch.repository.js';

const filled = 3_000;
let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({});
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

/** An activity with so many on the waitlist. */
async function filledActivity(): Promise<string> {
  const activityId = await stage.activity(host);
  const pool = await stage.pool(activityId, host, 1);
  await sharing.dataSource.query(
    `INSERT INTO registration (activity_id, person_id, id, version, pool_id, state, heads, rank, check_in_code, registered_by, registered_at)
     SELECT $1, gen_random_uuid(), uuidv7(), 1, $2, 'waitlisted', 1, n, n::text, gen_random_uuid(), now()
     FROM generate_series(1, $3::int) AS n`,
    [activityId, pool.id, filled],
  );
  return activityId;
}

/** Only the owner of the tables may create statistics. */
async function makeStatistics(): Promise<void> {
  const owner = await ownerOf(sharing);
  await owner.query('ANALYZE');
  await owner.destroy();
}

/** A transaction that explains queries instead of answering them. */
function explaining(): { readonly plans: PlanNode[]; readonly tx: Transaction } {
  const plans: PlanNode[] = [];
  const sql = {
    query: async (text: string, values: unknown[]) => {
      const [row] = (await sharing.dataSource.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)) as [
        { 'QUERY PLAN': [{ Plan: PlanNode }] },
      ];
      plans.push(row['QUERY PLAN'][0].Plan);
      return [];
    },
  } as unknown as EntityManager;
  return { plans, tx: new Transaction(sql, systemCall(''), sharing.clock.now(), null) };
}

describe('those who sign up', () => {
  it('are looked up one by one, however many are registered since the statistics were made', async () => {
    await filledActivity();
    await stage.members(host, 2_000);
    await makeStatistics();
    const activityId = await filledActivity();
    const people = (await stage.members(host, 50)).map(({ personId }) => personId);
    const { plans, tx } = explaining();
    await sharing.app.get(RegistrationRepository, { strict: false }).applicants(tx, activityId, people);
    const [plan] = plans as [PlanNode];
    expect([rowsOfPlan(plan, ['registration']), rowsOfPlan(plan, ['member_ref'])]).toEqual([0, 50]);
  });
});

it('a group that is there already costs the lock about as many statements as two of it', async () => {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, 12);
  const personIds = (await stage.members(host, 24)).map(({ personId }) => personId);
  const again = async (ids: readonly string[]): Promise<readonly RegistrationView[]> => {
    const request = { activityId, personIds: [...ids] };
    return (await sharing.ask(registrationContract.registerGroup, request, host.officer)).items;
  };
  const first = await again(personIds);
  const statementsOf = async (ids: readonly string[]): Promise<number> => {
    const statements = await recordQueries(sharing.dataSource, async () => {
      expect(await again(ids)).toEqual(first.filter(({ personId }) => ids.includes(personId)));
    });
    return statements.filter((one) => /registration|companion|"pool"|mandate/.test(JSON.stringify(one)))
      .length;
  };
  const few = await statementsOf(personIds.slice(0, 2));
  expect(few).toBeGreaterThan(2);
  // Background work meanwhile may add a few statements of its own.
  expect(await statementsOf(personIds)).toBeLessThan(3 * few);
});

it('what anyone sees of an activity is read from the sums of its pools, however many have signed up', async () => {
  const activityId = await filledActivity();
  const { plans, tx } = explaining();
  await sharing.app.get(PublicActivityRepository, { strict: false }).find(tx, activityId);
  const [plan] = plans as [PlanNode];
  expect(rowsOfPlan(plan, ['pool'])).toBeGreaterThan(0);
  expect(rowsOfPlan(plan, ['registration'])).toBe(0);
});

it('whether seats are given twice is read from the sums, every ten seconds, however many have signed up', async () => {
  const activityId = await filledActivity();
  await sharing.dataSource.query(`UPDATE registration SET state = 'confirmed' WHERE activity_id = $1`, [
    activityId,
  ]);
  await makeStatistics();
  const { dataSource, clock } = sharing;
  let oversold = 0;
  const count = async (): Promise<void> => {
    oversold = await countOversold(dataSource, clock.now());
  };
  expect(await rowsRead(dataSource, ['registration'], count)).toBe(0);
  expect(oversold).toBe(filled - 1);
});

it('a page of a long line reads the line once, however far down it is', async () => {
  const activityId = await filledActivity();
  await makeStatistics();
  const pools = (await sharing.ask(poolContract.list, { activityId }, host.officer)).items.map(
    ({ id }) => id,
  );
  const { plans, tx } = explaining();
  const cursor = encodeCursor([pools[0] ?? '', 0, filled - 250]);
  const request = { activityId, poolIds: pools, state: 'waitlisted', cursor, limit: 200 };
  await sharing.app.get(RegistrationRepository, { strict: false }).list(tx, request);
  const [plan] = plans as [PlanNode];
  expect(rowsOfPlan(plan, ['registration'])).toBeLessThan(2 * filled);
});
