import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IntakeNews, membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { noticeContract, type NoticeView } from '@gongxiang/contracts/sharing/reference/notice.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, hourMs, newId } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { eventually, hearHints, type ServiceFixture } from '@gongxiang/testing';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { noticeErasureDue } from './notice-erasure.js';
import { NoticeRow } from './notice.entity.js';
import { noticesOf, untilNothingDue, untilNotified } from './notice.fixture.js';
import { NoticeRepository } from './notice.repository.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

/** An activity with so many seats, and people who sign up for it one after the other. */
async function lineFor(seats: number, count: number, terms = {}) {
  const activityId = await stage.activity(host);
  const pool = await stage.pool(activityId, host, seats, undefined, terms);
  const people = await stage.members(host, count);
  const views = await stage.line(activityId, people);
  const person = (index: number): Actor => people[index] as Actor;
  const view = (index: number): RegistrationView => views[index] as RegistrationView;
  return { activityId, pool, person, view };
}

describe('who signs up for himself', () => {
  it('is told nothing: the page has answered him', async () => {
    const { activityId, person, view } = await lineFor(1, 2);
    await stage.cancel(view(0), person(0));
    expect(await noticesOf(sharing, person(0), activityId)).toEqual([]);
  });
});

describe('who waits for a seat', () => {
  it('is told in the same moment that he has one, and his open pages hear of it', async () => {
    const { activityId, person, view } = await lineFor(1, 2);
    const heard = await hearHints(sharing.nats);
    await stage.cancel(view(0), person(0));
    expect(await noticesOf(sharing, person(1), activityId)).toMatchObject([
      { kind: 'seatGiven', why: 'waited', activityTitle: '健步走', readAt: null },
    ]);
    const personId = person(1).personId;
    await eventually(() =>
      expect(heard).toContainEqual(expect.objectContaining({ resource: 'notice', personId })),
    );
  });

  it('E02, E24: is told of the offer with its deadline, and when it has run out', async () => {
    const { activityId, person, view } = await lineFor(1, 2, { offerHours: 2 });
    await stage.cancel(view(0), person(0));
    const { offerExpiresAt } = await stage.get(view(1), person(1));
    expect(await noticesOf(sharing, person(1), activityId)).toMatchObject([
      { kind: 'seatOffered', details: { expiresAt: offerExpiresAt } },
    ]);
    sharing.clock.advance(2 * hourMs + 1_000);
    await untilNotified(sharing, person(1), activityId, ['seatOffered', 'offerExpired']);
  });

  it('E14: is told that his pool was lowered, whoever lost his seat by it', async () => {
    const { activityId, pool, person } = await lineFor(2, 2);
    await stage.resize(pool, host, 1);
    await untilNotified(sharing, person(1), activityId, ['seatWithdrawn']);
    expect(await noticesOf(sharing, person(0), activityId)).toEqual([]);
  });
});

describe('for whom somebody else acts', () => {
  it('is told that he was signed up and by which office, and that he was cancelled', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    const people = (await stage.members(host, 2)) as [Actor, Actor];
    const views = await stage.group(activityId, host.officer, people);
    await stage.cancel(views[1] as RegistrationView, host.officer);
    expect(await noticesOf(sharing, people[0], activityId)).toMatchObject([
      { kind: 'signedUp', why: 'actedFor', details: { state: 'confirmed', role: 'officer' } },
    ]);
    expect(await noticesOf(sharing, people[1], activityId)).toMatchObject([
      { kind: 'signedUp', details: { state: 'waitlisted' } },
      { kind: 'registrationCancelled', details: { cause: 'byOfficer', role: 'officer' } },
    ]);
  });

  it('is told that his seat went with his membership', async () => {
    const { activityId, person } = await lineFor(1, 1);
    const { personId } = person(0);
    await sharing.emit(membershipEvents.memberChanged, {
      personId,
      version: 2,
      maskedName: '张*',
      unionId: host.id,
      state: 'ended',
      validFrom: '2020-01-01',
      validTo: '2021-01-01',
    });
    const [received] = await untilNotified(sharing, person(0), activityId, ['registrationCancelled']);
    expect(received?.details).toMatchObject({ cause: 'membershipEnded', role: null });
  });
});

describe('who takes part in an activity', () => {
  it('is told that it begins at another time or elsewhere, with what it was; who signs up later is not', async () => {
    const { activityId, person } = await lineFor(2, 3);
    const edit = (fields: object, ifMatch: number) =>
      sharing.ask(activityContract.edit, { activityId, ...fields }, host.officer, { ifMatch });
    const before = await edit({ description: '自带水杯' }, 1);
    const startsAt = stage.inHours(25);
    await edit({ startsAt, venue: '东门' }, 2);
    for (const index of [0, 2]) {
      const [received] = await untilNotified(sharing, person(index), activityId, ['activityChanged']);
      expect(received?.details).toMatchObject({
        startsAt,
        startsAtBefore: before.startsAt,
        venue: '东门',
        venueBefore: null,
        state: index === 2 ? 'waitlisted' : 'confirmed',
      });
    }
    sharing.clock.advance(1_000);
    const [newcomer] = (await stage.members(host, 1)) as [Actor];
    await stage.register(activityId, newcomer);
    expect(await noticesOf(sharing, newcomer, activityId)).toEqual([]);
  });

  it('is told that it is cancelled, with the reason, once, in as many steps as it takes', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 2_000);
    const people = await stage.members(host, 1_200);
    const views = await stage.group(activityId, host.officer, people);
    const gone = people[0] as Actor;
    await stage.cancel(views[0] as RegistrationView, gone);
    await sharing.ask(activityContract.cancel, { activityId, reason: '暴雨' }, host.officer);
    const count = async (): Promise<number> => {
      const [row]: { count: number }[] = await sharing.dataSource.query(
        `SELECT count(*)::int AS count FROM notice WHERE activity_id = $1 AND kind = 'activityCancelled'`,
        [activityId],
      );
      return row?.count ?? 0;
    };
    await eventually(async () => expect(await count()).toBe(1_199));
    // Work from before a crash is repeated, and notifies nobody twice.
    const change = {
      kind: 'activityCancelled',
      cause: `cancelled/${activityId}`,
      details: { reason: '暴雨' },
    };
    const payload = {
      activityId,
      news: change,
      registeredUntil: sharing.clock.now().toISOString(),
      after: null,
    };
    await sharing.dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload) VALUES ('activity-news', $1, $2, $3)`,
      [change.cause, sharing.clock.now(), JSON.stringify(payload)],
    );
    await untilNothingDue(sharing, 'activity-news');
    expect(await count()).toBe(1_199);
    expect(await noticesOf(sharing, gone, activityId)).toMatchObject([{ kind: 'signedUp' }]);
    expect(await noticesOf(sharing, people[7] as Actor, activityId)).toMatchObject([
      { kind: 'signedUp' },
      { why: 'registered', activityState: 'cancelled', details: { reason: '暴雨' } },
    ]);
  });

  it('hears nothing of a draft that is cancelled', async () => {
    const activityId = await stage.activity(host, { state: 'draft', publishedAt: null });
    await sharing.ask(activityContract.cancel, { activityId, reason: '改期' }, host.officer);
    const rows = await sharing.dataSource.query(`SELECT 1 FROM due WHERE key = $1`, [
      `cancelled/${activityId}`,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('an inbox', () => {
  it('counts what is unread, is filtered, paged and read, one by one or whole', async () => {
    const [person] = (await stage.members(host, 1)) as [Actor];
    for (let index = 0; index < 3; index += 1) {
      const activityId = await stage.activity(host);
      await stage.pool(activityId, host, 1);
      await stage.group(activityId, host.officer, [person]);
    }
    const list = (request: object) => sharing.ask(noticeContract.list, request, person);
    const first = await list({ limit: 2 });
    expect([first.items.length, first.unread]).toEqual([2, 3]);
    const rest = await list({ limit: 2, cursor: first.nextCursor ?? '' });
    expect([rest.items.length, rest.nextCursor]).toEqual([1, null]);
    const noticeId = first.items[0]?.id ?? '';
    const read = await sharing.ask(noticeContract.read, { noticeId }, person);
    expect(read.readAt).not.toBeNull();
    // A second read does not change the time.
    expect((await sharing.ask(noticeContract.read, { noticeId }, person)).readAt).toBe(read.readAt);
    expect((await list({ unread: true })).items.map(({ id }) => id)).not.toContain(noticeId);
    expect((await list({ kind: 'reminder' })).items).toEqual([]);
    // Notices newer than the last one seen stay unread.
    await sharing.ask(noticeContract.readAll, { upTo: first.items[1]?.id ?? '' }, person);
    expect(await list({ unread: true })).toMatchObject({ items: [], unread: 0 });
    const later = await stage.activity(host);
    await stage.pool(later, host, 1);
    await stage.group(later, host.officer, [person]);
    await sharing.ask(noticeContract.readAll, { upTo: noticeId }, person);
    expect(await list({ unread: true })).toMatchObject({ items: [{ activityId: later }], unread: 1 });
  });

  it('is its person’s alone', async () => {
    const [person, other] = (await stage.members(host, 2)) as [Actor, Actor];
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    await stage.group(activityId, host.officer, [person]);
    const noticeId = (await noticesOf(sharing, person, activityId))[0]?.id ?? '';
    for (const stranger of [other, host.officer])
      await expect(sharing.ask(noticeContract.read, { noticeId }, stranger)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    await expect(sharing.ask(noticeContract.list, {}, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});

describe('an inbox', () => {
  const dayMs = 86_400_000;

  it('keeps what was read for half a year, what nobody has read for a year, and what is newer for longer', async () => {
    const { manager } = sharing.dataSource;
    const { activityId, person, view } = await lineFor(1, 2);
    await stage.cancel(view(0), person(0));
    const [received] = await untilNotified(sharing, person(1), activityId, ['seatGiven']);
    const template = await manager.findOneByOrFail(NoticeRow, { id: received?.id ?? '' });
    const ago = (days: number): Date => new Date(sharing.clock.now().getTime() - days * dayMs);
    const personId = newId();
    const notice = (cause: string, written: number, read: number | null): Promise<unknown> =>
      manager.insert(NoticeRow, {
        ...template,
        personId,
        id: newId(),
        cause,
        createdAt: ago(written),
        readAt: read === null ? null : ago(read),
      });
    await notice('read long ago', 300, 181);
    await notice('read not so long ago', 300, 179);
    await notice('unread for long', 366, null);
    await notice('unread', 364, null);
    await manager.query(`UPDATE due SET due_at = $1 WHERE kind = $2`, [ago(0), noticeErasureDue]);
    await eventually(async () => {
      const left = await manager.find(NoticeRow, { where: { personId }, order: { cause: 'ASC' } });
      expect(left.map(({ cause }) => cause)).toEqual(['read not so long ago', 'unread']);
    });
    const next: { at: Date }[] = await manager.query(`SELECT due_at AS at FROM due WHERE kind = $1`, [
      noticeErasureDue,
    ]);
    expect(next).toEqual([{ at: ago(-1) }]);
  });

  it('is looked through by indexes, however many notices are not old', async () => {
    const { manager } = sharing.dataSource;
    await manager.query(
      `INSERT INTO notice (person_id, id, kind, why, activity_id, cause, details, created_at, read_at)
       SELECT gen_random_uuid(), gen_random_uuid(), 'seatGiven', 'waited', gen_random_uuid(), 'many', '{}', $1,
              CASE WHEN n % 2 = 0 THEN $1::timestamptz END FROM generate_series(1, 20000) n`,
      [sharing.clock.now()],
    );
    let buffers = Infinity;
    const tx = {
      sql: {
        query: async (text: string, values: unknown[]) => {
          const explained: { 'QUERY PLAN': [{ Plan: Record<string, number> }] }[] = await manager.query(
            `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
            values,
          );
          const plan = explained[0]?.['QUERY PLAN'][0].Plan ?? {};
          buffers = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
          return [[], 0];
        },
      },
    } as unknown as Transaction;
    const moment = new Date(0);
    const notices = sharing.app.get(NoticeRepository, { strict: false });
    await notices.erase(tx, { readBefore: moment, unreadSince: moment }, 5_000);
    expect(buffers).toBeLessThan(50); // the table has hundreds of pages
  });
});

describe('who wrote to his union', () => {
  it('is told once that he has an answer, of whom and until when he may ask again, and nobody else is', async () => {
    const [writer, other] = await stage.members(host, 2);
    const change: IntakeNews = {
      intakeId: newId(),
      version: 2,
      news: 'intakeAnswered',
      kind: 'complaint',
      personId: writer?.personId ?? '',
      unionName: '江城重工工会',
      closesAt: sharing.clock.now().toISOString(),
    };
    await sharing.emit(membershipEvents.intakeMoved, change);
    await sharing.emit(membershipEvents.intakeMoved, change);
    await sharing.emit(membershipEvents.intakeMoved, {
      ...change,
      version: 3,
      news: 'intakeClosed',
      closesAt: null,
    });
    const received = async (actor: Actor | undefined): Promise<NoticeView[]> =>
      (await sharing.ask(noticeContract.list, {}, actor ?? null)).items;
    await eventually(async () => expect(await received(writer)).toHaveLength(2));
    const { intakeId, unionName: partyName, closesAt: at } = change;
    expect(await received(writer)).toMatchObject([
      { kind: 'intakeClosed', details: { intakeId, at: null } },
      {
        kind: 'intakeAnswered',
        why: 'wroteIntake',
        activityId: null,
        details: { intakeId, intakeKind: 'complaint', partyName, at, text: null },
      },
    ]);
    expect(await received(other)).toEqual([]);
  });
});
