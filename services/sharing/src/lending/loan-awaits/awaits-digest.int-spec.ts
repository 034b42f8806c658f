import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  awaitAskedEvents,
  awaitDigestEvents,
  awaitRetoldEvents,
} from '@gongxiang/contracts/notification/awaits';
import { newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;

beforeAll(async () => {
  sharing = await startSharing();
});
afterAll(() => sharing.stop());

const dueNow = (): Promise<unknown> =>
  sharing.dataSource.query(`UPDATE due SET due_at = $1 WHERE kind = 'awaits-digest'`, [sharing.clock.now()]);

it('tells a digest of what is awaited each hour, and all of it anew when it is asked for', async () => {
  await sharing.dataSource.query(
    `INSERT INTO awaited (subject, id, awaits) SELECT 'loan', gen_random_uuid(), $1 FROM generate_series(1, 250)`,
    [
      JSON.stringify([
        {
          kind: 'loanRequested',
          slot: '',
          why: 'lends',
          personIds: [newId()],
          offices: null,
          about: {},
          title: null,
          values: {},
          timeZone: 'Asia/Shanghai',
          dueAt: null,
        },
      ]),
    ],
  );
  await dueNow();
  await eventually(async () =>
    expect(await sharing.recorded(awaitDigestEvents.sharing)).toMatchObject([{ count: 250, inFlight: [] }]),
  );
  const [due] = (await sharing.dataSource.query(
    `SELECT due_at AS at FROM due WHERE kind = 'awaits-digest'`,
  )) as [{ at: Date }];
  expect(due.at.getTime() - sharing.clock.now().getTime()).toBe(3_600_000);

  await sharing.emit(awaitAskedEvents.asked, { service: 'settlement' });
  await sharing.emit(awaitAskedEvents.asked, { service: 'sharing' });
  await sharing.emit(awaitAskedEvents.asked, { service: 'sharing' });
  const steps = await eventually(async () => {
    const told = await sharing.recorded(awaitRetoldEvents.sharing);
    expect(told.at(-1)?.upTo).toBeNull();
    return told;
  });
  expect(steps[0]?.things).toHaveLength(200);
  expect(steps[1]?.things).toHaveLength(50);
});
