import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type NoticeRaised, noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { newId } from '@gongxiang/domain';
import { cutWhoWaits, eventually, ownerOf, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import { FakeMailServer } from '@gongxiang/testing/providers';
import { raised, startNotification } from '../../notification.fixture.js';

let notification: ServiceFixture;
let owner: Awaited<ReturnType<typeof ownerOf>>;
let mailServer: FakeMailServer;

beforeAll(async () => {
  mailServer = await FakeMailServer.start();
  const mail = { mailUrl: mailServer.url, mailFrom: '工享 <notices@gongxiang.example>' };
  notification = await startNotification({
    config: { publicUrl: 'https://gongxiang.example', localAddresses: 'true', ...mail },
  });
  owner = await ownerOf(notification);
  // By night, so that all that is planned waits.
  notification.clock.set('2026-11-20T23:00:00+08:00');
});
afterAll(async () => {
  await owner?.destroy();
  await notification?.stop();
  await mailServer?.stop();
});

/** People with an address each. */
async function plantReaders(count: number): Promise<string[]> {
  const personIds = Array.from({ length: count }, () => newId<'person'>());
  await owner.query(
    `INSERT INTO notice_address (id, person_id, channel, sealed_address, label, state, tries, created_at)
     SELECT gen_random_uuid(), id, 'mail', 'none', '', 'active', 0, $2 FROM unnest($1::uuid[]) AS id`,
    [personIds, notification.clock.now()],
  );
  return personIds;
}

/** What must be read goes to everybody's addresses; what is followed goes the same way, to the addresses of fewer. */
const forMany = (personIds: string[], bulletinId: string): NoticeRaised =>
  raised(personIds, {
    kind: 'bulletinToRead',
    why: 'memberHere',
    cause: `bulletinToRead/${bulletinId}/published`,
    about: { bulletinId },
    values: { unionName: '江城重工工会' },
  });

async function countOf(cause: string): Promise<{ readonly notices: number; readonly deliveries: number }> {
  const [found] = (await owner.query(
    `SELECT count(*)::int AS notices, count(d.id)::int AS deliveries
     FROM notice n LEFT JOIN delivery d ON d.notice_id = n.id WHERE n.cause = $1`,
    [cause],
  )) as { notices: number; deliveries: number }[];
  return found ?? { notices: 0, deliveries: 0 };
}

/** What is written and read for the readers of one event; not what looks for something to send. */
const isOfReaders = ({ sql }: { readonly sql: string }): boolean =>
  /INSERT INTO (notice |\S+"delivery")|UPDATE delivery d SET state = 'dropped'|FROM notice_address a LEFT JOIN/.test(
    sql,
  );

async function statementsFor(count: number): Promise<number> {
  const personIds = await plantReaders(count);
  const notice = forMany(personIds, newId());
  const statements = await recordQueries(notification.dataSource, async () => {
    await notification.emit(noticeRaisedEvents.affairs, notice);
    await eventually(async () =>
      expect(await countOf(notice.cause)).toEqual({ notices: count, deliveries: count }),
    );
  });
  return statements.filter(isOfReaders).length;
}

it('an event for five hundred people costs as many statements as one for a single person', async () => {
  const one = await statementsFor(1);
  expect(one).toBe(4);
  expect(await statementsFor(500)).toBe(one);
});

/** As if a process died while it writes to inboxes: it is undone, and the event comes again. */
async function dieWithinAnEvent(): Promise<void> {
  const runner = owner.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query('LOCK TABLE notice IN SHARE MODE');
    // One that comes while nobody can write, whatever else has come by then.
    await notification.emit(noticeRaisedEvents.affairs, forMany(await plantReaders(1), newId()));
    await cutWhoWaits(notification.dataSource, { statement: 'INSERT INTO notice %' });
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

it('thousands are told once each though processes die on the way, and who is asked for something waits for none of it', async () => {
  const bulletinId = newId();
  const { cause } = forMany([], bulletinId);
  const steps: string[][] = [];
  for (let step = 0; step < 15; step += 1) steps.push(await plantReaders(200));
  const [waiting] = await plantReaders(1);
  const urgent = raised([waiting ?? ''], { kind: 'loanRequested', why: 'lends', about: { loanId: newId() } });
  for (const [index, personIds] of steps.entries()) {
    await notification.emit(noticeRaisedEvents.affairs, forMany(personIds, bulletinId));
    // A step may be raised again by who has died before it was written down.
    if (index % 5 === 0) await notification.emit(noticeRaisedEvents.affairs, forMany(personIds, bulletinId));
    if (index === 7) await notification.emit(noticeRaisedEvents.sharing, urgent);
    if (index % 5 === 4) await dieWithinAnEvent();
  }
  await eventually(async () => expect(await countOf(cause)).toEqual({ notices: 3_000, deliveries: 3_000 }));
  await eventually(async () => expect((await countOf(urgent.cause)).notices).toBe(1));
  // Whatever is planned for the many, what asks for something has a turn before it.
  const turns: { kind: string; turn: number }[] = await owner.query(
    `SELECT DISTINCT n.kind, d.turn FROM delivery d JOIN notice n ON n.id = d.notice_id
     WHERE n.cause = ANY($1) ORDER BY d.turn`,
    [[cause, urgent.cause]],
  );
  expect(turns).toEqual([
    { kind: 'loanRequested', turn: 1 },
    { kind: 'bulletinToRead', turn: 3 },
  ]);
});
