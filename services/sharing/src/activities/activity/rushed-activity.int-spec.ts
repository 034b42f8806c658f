import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { questionContract } from '@gongxiang/contracts/sharing/activities/question.contract';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

/** Requests of each kind, in a process with ten connections. */
const rushed = 8;

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

/** Locks an activity's row, as a slow transaction of another replica would. */
async function lockedRow(activityId: string): Promise<() => Promise<void>> {
  const runner = sharing.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT FROM activity WHERE id = $1 FOR UPDATE', [activityId]);
  return async () => {
    await runner.rollbackTransaction();
    await runner.release();
  };
}

async function waitingForLocks(): Promise<number> {
  const [row] = (await sharing.dataSource.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )) as [{ n: number }];
  return row.n;
}

/** Requests for an activity while others sign up for it. */
async function rush(activityId: string): Promise<(() => Promise<unknown>)[]> {
  await stage.pool(activityId, host, 1_000);
  const [there, coming] = [await stage.members(host, rushed), await stage.members(host, rushed)];
  const seats = await stage.line(activityId, there);
  const at = sharing.clock.now().toISOString();
  const ofSeat = seats.flatMap(({ id, checkInCode }, index) => {
    const person = there[index] as Actor;
    const companions = [{ name: '同行' }];
    const scan = { operationId: newId(), at, code: checkInCode ?? '' };
    return [
      () => sharing.ask(registrationContract.addCompanions, { registrationId: id, companions }, person),
      () => sharing.ask(checkInContract.checkIn, { activityId, items: [scan] }, host.officer),
      () =>
        sharing.ask(questionContract.ask, { activityId, text: '可以带孩子吗？', anonymous: false }, person),
    ];
  });
  const signUps = coming.map((person) => () => stage.register(activityId, person));
  return [...ofSeat, ...signUps];
}

it('a rush of all kinds at one activity waits with one connection, and whoever is elsewhere is served', async () => {
  const [activityId, elsewhere] = [await stage.activity(host), await stage.activity(host)];
  await stage.pool(elsewhere, host, 10);
  const [person] = (await stage.members(host, 1)) as [Actor];
  const acts = await rush(activityId);
  const letGo = await lockedRow(activityId);
  const all = Promise.allSettled(acts.map((act) => act()));
  await eventually(async () => expect(await waitingForLocks()).toBeGreaterThan(0));
  await stage.register(elsewhere, person);
  expect(await waitingForLocks()).toBe(1);
  await letGo();
  expect((await all).filter(({ status }) => status === 'rejected')).toEqual([]);
});
