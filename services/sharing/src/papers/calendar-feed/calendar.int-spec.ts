import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import {
  calendarFeedContract,
  type CreatedCalendarFeedView,
} from '@gongxiang/contracts/sharing/papers/calendar-feed.contract';
import { type Actor, dayMs } from '@gongxiang/domain';
import { explainsWithoutSeqScan, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import { convertIcsCalendar, type IcsEvent } from 'ts-ics';
import { borrow, grantFor, hall, type Lending, startLending } from '../../lending/loan/lending.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { feedTokenOf, required } from './feed.fixture.js';

let lending: Lending;
let sharing: ServiceFixture;
let stage: Stage;
let union: KnownUnion;
let person: Actor;
let feed: CreatedCalendarFeedView;
let start: Date;

beforeAll(async () => {
  lending = await startLending();
  sharing = lending.sharing;
  stage = new Stage(sharing);
});

afterAll(() => sharing.stop());

beforeEach(async () => {
  start = sharing.clock.now();
  union = await stage.union();
  person = required((await stage.members(union, 1))[0]);
  feed = await sharing.ask(calendarFeedContract.create, { name: '我的手机' }, person);
});

afterEach(() => sharing.clock.set(start));

const inDays = (days: number): Date => new Date(start.getTime() + days * dayMs);

async function textOf(one: CreatedCalendarFeedView = feed): Promise<string> {
  const request = { feedToken: feedTokenOf(one), origin: 'https://union.example' };
  return (await sharing.ask(calendarFeedContract.read, request, null)).text;
}

async function events(one: CreatedCalendarFeedView = feed): Promise<IcsEvent[]> {
  return convertIcsCalendar(undefined, await textOf(one)).events ?? [];
}

/** The events of participations; some of the others are about the same activities. */
async function participations(): Promise<IcsEvent[]> {
  return (await events()).filter(({ uid }) => !uid.startsWith('sign-up-'));
}

describe('what somebody takes part in', () => {
  it('stands in their calendar with time, place and page, and no name of anybody', async () => {
    const activityId = await stage.activity(union, { venue: '职工之家三楼', title: '亲子工厂一日游' });
    await stage.pool(activityId, union, 9);
    const { id, checkInCode } = await stage.register(activityId, person, 2);
    const found = await events();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      uid: `${id}@gongxiang`,
      summary: '亲子工厂一日游',
      location: '职工之家三楼',
      status: 'CONFIRMED',
      start: { date: inDays(1) },
      url: `https://union.example/activities/${activityId}`,
      timeTransparent: 'OPAQUE',
    });
    expect(await textOf()).not.toMatch(/同行|张|ORGANIZER|ATTENDEE/);
    expect(await textOf()).not.toContain(required(checkInCode));
  });

  it('says the place of whoever waits, and takes each change: nearer, in, out', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 1);
    const [seated, ahead] = (await stage.members(union, 2)) as [Actor, Actor];
    const [first, second] = await stage.line(activityId, [seated, ahead]);
    const own = await stage.register(activityId, person);
    const seen: (readonly [string, string | undefined, number | undefined])[] = [];
    const look = async (): Promise<void> => {
      const [event] = await participations();
      seen.push([required(event).summary, event?.status, event?.sequence]);
    };
    await look();
    await stage.cancel(required(second), ahead);
    await look();
    await stage.cancel(required(first), seated);
    await look();
    await stage.cancel(own, person);
    await look();
    expect(seen).toEqual([
      // 1 × 100,000 − 2 + 1, then − 1 + 1; promoted: 2 × 100,000 + 1; cancelled: 3 × 100,000 + 1
      ['【候补第2位】健步走', 'TENTATIVE', 99_999],
      ['【候补第1位】健步走', 'TENTATIVE', 100_000],
      ['健步走', 'CONFIRMED', 200_001],
      ['健步走', 'CANCELLED', 300_001],
    ]);
  });

  it('speaks the language of the person as it was when the address was made', async () => {
    const english = await sharing.ask(calendarFeedContract.create, { name: 'phone' }, person, {
      locale: 'en',
    });
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 1);
    await stage.line(activityId, [...(await stage.members(union, 1)), person]);
    expect((await events(english)).map(({ summary }) => summary)).toEqual(['[No. 1 in line] 健步走']);
    expect(await textOf(english)).toContain('X-WR-CALNAME:Gongxiang\r\n');
  });

  it('is the same text until something changes, which it is told to be by a new stamp', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 1);
    const own = await stage.register(activityId, person);
    const before = await textOf();
    sharing.clock.advance(60_000);
    expect(await textOf()).toBe(before);
    expect(await participations()).toMatchObject([{ stamp: { date: start } }]);
    await stage.cancel(own, person);
    expect(await participations()).toMatchObject([{ stamp: { date: sharing.clock.now() } }]);
  });

  it('E118: is nobody else’s: what others take part in is in no calendar but theirs', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 9);
    const other = required((await stage.members(union, 1))[0]);
    const theirs = await stage.register(activityId, other);
    const mine = await stage.register(activityId, person);
    expect((await participations()).map(({ uid }) => uid)).toEqual([`${mine.id}@gongxiang`]);
    expect(await textOf()).not.toContain(theirs.id);
  });

  it('stays sixty days after its end', async () => {
    const activityId = await stage.activity(union, { startsAt: inDays(1), endsAt: inDays(2) });
    await stage.pool(activityId, union, 9);
    await stage.register(activityId, person);
    sharing.clock.set(inDays(61.9));
    expect(await events()).toHaveLength(1);
    sharing.clock.set(inDays(62));
    expect(await events()).toEqual([]);
  });

  it.each(['alone', 'with the activity'])('that was cancelled %s is told so for thirty days', async (by) => {
    const later = { startsAt: inDays(100), endsAt: inDays(101), signUpClosesAt: inDays(99) };
    const activityId = await stage.activity(union, later);
    await stage.pool(activityId, union, 9);
    const own = await stage.register(activityId, person);
    sharing.clock.set(inDays(5));
    const request = { activityId, reason: '场地检修' };
    await (by === 'alone'
      ? stage.cancel(own, person)
      : sharing.ask(activityContract.cancel, request, union.officer));
    sharing.clock.set(inDays(34.9));
    expect(await participations()).toMatchObject([
      { uid: `${own.id}@gongxiang`, status: 'CANCELLED', timeTransparent: 'TRANSPARENT' },
    ]);
    sharing.clock.set(inDays(35));
    expect(await participations()).toEqual([]);
  });

  it('takes a change of the activity', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 9);
    await stage.register(activityId, person);
    const [before] = await events();
    const request = { activityId, venue: '新礼堂' };
    await sharing.ask(activityContract.edit, request, union.officer, { ifMatch: 1 });
    const [after] = await events();
    expect([after?.uid, after?.location]).toEqual([before?.uid, '新礼堂']);
    expect(required(after?.sequence)).toBeGreaterThan(required(before?.sequence));
  });
});

describe('what somebody can sign up for', () => {
  const opening = (days: number): object => ({
    startsAt: inDays(70),
    endsAt: inDays(71),
    signUpOpensAt: inDays(days),
    signUpClosesAt: inDays(60),
  });

  it('stands there free, from thirty days ahead until it closes or the person signs up', async () => {
    const activityId = await stage.activity(union, opening(31));
    await stage.pool(activityId, union, 9);
    expect(await events()).toEqual([]);
    sharing.clock.set(inDays(1));
    const window = {
      uid: `sign-up-${activityId}@gongxiang`,
      summary: '可以报名：健步走',
      status: 'CONFIRMED',
      timeTransparent: 'TRANSPARENT',
      start: { date: inDays(31) },
      end: { date: inDays(60) },
    };
    expect(await events()).toMatchObject([window]);
    sharing.clock.set(inDays(59));
    expect(await events()).toMatchObject([window]);
    const own = await stage.register(activityId, person);
    expect((await events()).map(({ uid }) => uid)).toEqual([`${own.id}@gongxiang`]);
    await stage.cancel(own, person);
    expect((await events()).map(({ status }) => status)).toEqual(['CONFIRMED', 'CANCELLED']);
    sharing.clock.set(inDays(60));
    expect(await events()).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it('is what the person’s union organises or is a co-host of, once it is published', async () => {
    const beside = await stage.union();
    const coHosts = [{ kind: 'union' as const, id: union.id, name: '工会', unionId: union.id }];
    const shared = await stage.activity(beside, { ...opening(3), coHosts });
    const own = await stage.activity(union, opening(2));
    await stage.activity(beside, opening(1));
    await stage.activity(union, { ...opening(1), state: 'draft', publishedAt: null });
    await stage.activity(union, { ...opening(1), state: 'cancelled', cancelReason: '检修' });
    expect((await events()).map(({ uid }) => uid)).toEqual(
      [own, shared].map((id) => `sign-up-${id}@gongxiang`),
    );
  });
});

describe('what somebody has to give back', () => {
  it('stands there until it is back', async () => {
    const { borrowerOfficer, ownerOfficer } = lending;
    const own = await sharing.ask(calendarFeedContract.create, { name: '我的手机' }, borrowerOfficer);
    const resource = await hall(lending, { title: '投影仪' });
    await grantFor(lending, resource.id);
    const loan = await borrow(lending, resource.id);
    const dues = async (): Promise<IcsEvent[]> => events(own);
    expect(await dues()).toMatchObject([
      {
        uid: `${loan.id}@gongxiang`,
        summary: '归还：投影仪',
        timeTransparent: 'TRANSPARENT',
        end: { date: new Date('2026-12-01T12:00:00+08:00') },
        url: `https://union.example/loans/${loan.id}`,
      },
    ]);
    sharing.clock.set('2026-12-01T10:30:00+08:00');
    const request = { loanId: loan.id };
    const out = await sharing.ask(loanContract.handOver, request, ownerOfficer, { ifMatch: loan.version });
    sharing.clock.set('2027-05-01T10:30:00+08:00');
    // Overdue, however long.
    expect(await dues()).toMatchObject([{ uid: `${loan.id}@gongxiang`, sequence: out.version }]);
    await sharing.ask(loanContract.giveBack, request, ownerOfficer, { ifMatch: out.version });
    expect(await dues()).toEqual([]);
    // It belongs to the requester, and is in nobody else's calendar.
    expect(await events()).toEqual([]);
  });
});

describe('a calendar without bound', () => {
  /** The same activity again and again, with the person's registration in each. */
  async function repeat(activityId: string, times: number): Promise<void> {
    await sharing.dataSource.query(
      `WITH more AS (
         INSERT INTO activity SELECT n.* FROM activity a, generate_series(1, $2::int) AS i,
           LATERAL jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'starts_at', a.starts_at - i * interval '1 minute')) n
         WHERE a.id = $1 RETURNING id),
       pools AS (
         INSERT INTO pool SELECT n.* FROM pool p, more m,
           LATERAL jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'activity_id', m.id)) n
         WHERE p.activity_id = $1 RETURNING id, activity_id)
       INSERT INTO registration SELECT n.* FROM registration r, pools p,
         LATERAL jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'activity_id', p.activity_id, 'pool_id', p.id)) n
       WHERE r.activity_id = $1`,
      [activityId, times],
    );
  }

  it('tells of five hundred things, those that the person takes part in first, the latest of them', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 9);
    const { id } = await stage.register(activityId, person);
    await stage.activity(union);
    await repeat(activityId, 510);
    const found = await events();
    expect(found).toHaveLength(500);
    expect(found.at(-1)?.uid).toBe(`${id}@gongxiang`);
    expect(found.filter(({ uid }) => uid.startsWith('sign-up-'))).toEqual([]);
  });

  it('reads no table as a whole', async () => {
    const statements = await recordQueries(sharing.dataSource, async () => void (await textOf()));
    const reads = statements.filter(({ sql }) => /^\s*SELECT/i.test(sql));
    expect(reads.length).toBeGreaterThan(4);
    for (const { sql, params } of reads)
      expect([sql, await explainsWithoutSeqScan(sharing.dataSource, sql, params)]).toEqual([sql, []]);
  });
});
