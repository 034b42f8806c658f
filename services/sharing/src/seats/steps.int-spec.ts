import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { movedDue } from '../activities/activity/activity.service.js';
import { couponsDue } from '../activities/activity/coupons.due.js';
import { startSharing } from '../sharing.fixture.js';
import { GiveAwayStage } from './give-away/give-away.fixture.js';
import type { KnownUnion } from './registration/registration.fixture.js';
import { offersDue } from './registration/seating.service.js';

const people = 450;
let sharing: ServiceFixture;
let stage: GiveAwayStage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new GiveAwayStage(sharing);
  host = await stage.union();
});
afterAll(() => sharing.stop());

/** An activity with so many seats, all of them taken, in the given way. */
async function taken(state: 'confirmed' | 'held', memberUntil: string | null = null): Promise<string> {
  const activityId = await stage.activity(host);
  const pool = await stage.pool(activityId, host, people);
  const members = await stage.members(host, people, { validTo: memberUntil });
  await sharing.dataSource.query(
    `INSERT INTO registration (activity_id, person_id, id, version, pool_id, state, heads, rank, check_in_code, registered_by,
       registered_at, offer_expires_at)
     SELECT $1, p.id, uuidv7(), 1, $2, $4, 1, n, p.id::text, p.id, now(), CASE $4 WHEN 'held' THEN $5::timestamptz END
     FROM unnest($3::uuid[]) WITH ORDINALITY AS p(id, n)`,
    [activityId, pool.id, members.map(({ personId }) => personId), state, sharing.clock.now()],
  );
  return activityId;
}

/** @returns how many rows each transaction wrote of those that are counted, the fewest first */
const perTransaction = async (counted: string, activityId: string): Promise<number[]> => {
  const steps: { count: number }[] = await sharing.dataSource.query(
    `SELECT count(*)::int AS count FROM ${counted} GROUP BY xmin::text ORDER BY 1`,
    [activityId],
  );
  return steps.map(({ count }) => count);
};

const wake = (kind: string, key: string): Promise<unknown> =>
  sharing.dataSource.query(
    `INSERT INTO due (kind, key, due_at, payload) VALUES ($1, $2, $3, '{}')
     ON CONFLICT (kind, key) DO UPDATE SET due_at = excluded.due_at`,
    [kind, key, sharing.clock.now()],
  );

// Others wait for the lock of the activity while a step has it.
describe('what happens to hundreds is done to no more than 200 of them in one transaction', () => {
  it('when offers expire', async () => {
    const activityId = await taken('held');
    await wake(offersDue, activityId);
    await eventually(async () =>
      expect(
        await perTransaction(`registration WHERE activity_id = $1 AND state = 'expired'`, activityId),
      ).toEqual([50, 200, 200]),
    );
  });

  it('when an activity moves to a day on which those who signed up are no members', async () => {
    const yesterday = new Date(sharing.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
    const activityId = await taken('confirmed', yesterday);
    await wake(movedDue, activityId);
    await eventually(async () =>
      expect(
        await perTransaction(`registration WHERE activity_id = $1 AND state = 'cancelled'`, activityId),
      ).toEqual([50, 200, 200]),
    );
  });

  it('when coupons are issued, and when their seats are gone', async () => {
    const activityId = await taken('confirmed');
    await stage.set(activityId, host);
    await wake(couponsDue, `${activityId}/all`);
    await eventually(async () =>
      expect(await perTransaction(`coupon WHERE activity_id = $1 AND state = 'issued'`, activityId)).toEqual([
        50, 200, 200,
      ]),
    );
    await sharing.dataSource.query(`UPDATE registration SET state = 'cancelled' WHERE activity_id = $1`, [
      activityId,
    ]);
    await wake(couponsDue, `${activityId}/none`);
    await eventually(async () =>
      expect(await perTransaction(`coupon WHERE activity_id = $1 AND state = 'void'`, activityId)).toEqual([
        50, 200, 200,
      ]),
    );
  });
});
