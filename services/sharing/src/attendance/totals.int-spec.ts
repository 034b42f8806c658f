import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { type AttendanceTotal, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { Stage } from '../seats/registration/registration.fixture.js';
import { startSharing } from '../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  stage = new Stage(sharing);
});
afterAll(() => sharing.stop());

const received = async (): Promise<AttendanceTotal[]> =>
  (await sharing.recorded(sharingEvents.attendanceTotalled)).flatMap(({ totals }) => totals);

it('E30: each night tells what the attendance of closed activities comes to, once a night', async () => {
  const host = await stage.union();
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, 2);
  const [person] = await stage.members(host, 1);
  const [line] = await stage.line(activityId, person === undefined ? [] : [person]);
  const at = sharing.clock.now().toISOString();
  const items = [{ operationId: newId(), at, registrationId: line?.id ?? '' }];
  await sharing.ask(checkInContract.checkIn, { activityId, items }, host.officer);
  sharing.clock.advance(25 * 3_600_000);
  const closed = await sharing.ask(checkInContract.close, { activityId }, host.officer);
  expect(await received()).toEqual([]);
  sharing.clock.advance(24 * 3_600_000);
  const { version, factsHash } = closed;
  const total = { activityId, version, factCount: 1, factsHash, closedAt: expect.any(String) };
  await eventually(async () => expect(await received()).toEqual([total]));
  sharing.clock.advance(24 * 3_600_000);
  await eventually(async () => expect(await received()).toEqual([total, total]));
  // A year later its accounts are closed, and its totals are no longer published.
  sharing.clock.advance(366 * 24 * 3_600_000);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await received()).toHaveLength(2);
});
