import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  activityContract,
  type ActivityView,
  type CreateActivityRequest,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { coHostContract } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import {
  activitySeriesContract,
  type ActivitySeriesView,
  type CreatedSeriesView,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { draftContract } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, hearHints, type ServiceFixture } from '@gongxiang/testing';
import {
  activityRequest,
  draftOf,
  memberOf,
  seatsFor,
  type TestUnion,
  unionAt,
  withRole,
} from '../../activities/activity/activity.fixture.js';
import { knownMembers, knownRole, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;
let other: TestUnion;

const today = '2026-01-05T09:00:00+08:00';

beforeAll(async () => {
  sharing = await startSharing();
  [host, guest, other] = await Promise.all([
    unionAt(sharing, '1.4.'),
    unionAt(sharing, '1.5.'),
    unionAt(sharing, '1.6.'),
  ]);
});
beforeEach(() => sharing.clock.set(today));
afterAll(() => sharing.stop());

/** Tuesday 10 February 2026; the Tuesday after next week's is within the Spring Festival of 15–23 February. */
const evening: Partial<CreateActivityRequest> = {
  title: '周二合唱团',
  kind: 'training',
  startsAt: '2026-02-10T19:00:00+08:00',
  endsAt: '2026-02-10T21:00:00+08:00',
  signUpOpensAt: '2026-02-01T08:00:00+08:00',
  signUpClosesAt: '2026-02-09T18:00:00+08:00',
};

function pattern(fields: Partial<CreateActivityRequest> = {}): Promise<ActivityView> {
  return draftOf(sharing, host, { ...evening, ...fields });
}

async function made(rule = 'FREQ=WEEKLY;COUNT=4', activity?: ActivityView): Promise<CreatedSeriesView> {
  const { id: activityId } = activity ?? (await pattern());
  return sharing.ask(activitySeriesContract.create, { activityId, rule }, host.officer);
}

function seriesOf(seriesId: string, actor: Actor = host.officer): Promise<ActivitySeriesView> {
  return sharing.ask(activitySeriesContract.get, { seriesId }, actor);
}

function activityOf(activityId: string): Promise<ActivityView> {
  return sharing.ask(activityContract.get, { activityId }, host.officer);
}

function idAt({ created }: CreatedSeriesView, number: number): string {
  return created.find((one) => one.number === number)?.activityId ?? '';
}

async function eventsOf(activityId: string): Promise<{ version: number; state: string }[]> {
  const received = await sharing.recorded(sharingEvents.activityChanged);
  return received.filter(({ id }) => id === activityId).map(({ version, state }) => ({ version, state }));
}

describe('a series', () => {
  it('E43: makes what the preview shows, with its pools, and tells of each', async () => {
    const original = await pattern({ venue: '三楼排练厅', companionsMax: 1 });
    const pools = [
      { activityId: original.id, name: '公共名额', unionId: null, capacity: 12 },
      { activityId: original.id, name: '友会名额', unionId: guest.id, capacity: 8 },
    ];
    for (const pool of pools) await sharing.ask(poolContract.create, pool, host.officer);
    const request = {
      activityId: original.id,
      rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4',
      except: ['2026-02-24'],
      holidays: 'move' as const,
    };
    const preview = await sharing.ask(activitySeriesContract.preview, request, host.officer);
    const series = await sharing.ask(activitySeriesContract.create, request, host.officer);
    const { id, version: _version, created, ...notes } = series;
    const days = created.map(({ activityId: _id, number: _number, ...day }) => day);
    const { rule: _rule, timeZone: _zone, ...shown } = preview;
    expect({ created: days, ...notes }).toEqual(shown);
    expect(days.map(({ date, startsAt, isPattern }) => [date, startsAt, isPattern])).toEqual([
      ['2026-02-10', '2026-02-10T11:00:00.000Z', true],
      ['2026-02-17', '2026-02-13T11:00:00.000Z', false], // Friday, the nearest workday that is no make-up day
      ['2026-03-03', '2026-03-03T11:00:00.000Z', false],
    ]);
    expect(notes).toEqual({
      skipped: [{ date: '2026-02-24', reason: 'EXCEPTED', holiday: null }],
      moved: [{ date: '2026-02-17', to: '2026-02-13', reason: 'publicHoliday', holiday: 'springFestival' }],
      holidaysUnknown: [],
      exceptUnmatched: [],
    });
    const third = await activityOf(idAt(series, 3));
    expect(third).toMatchObject({
      title: original.title,
      venue: '三楼排练厅',
      companionsMax: 1,
      state: 'draft',
      version: 1,
      seriesId: id,
      seriesDate: '2026-03-03',
      seriesNumber: 3,
      seriesSize: 3,
      signUpOpensAt: '2026-02-22T00:00:00.000Z', // nine days before at 8 o'clock
      signUpClosesAt: '2026-03-02T10:00:00.000Z',
    });
    const copied = await sharing.ask(poolContract.list, { activityId: third.id }, host.officer);
    expect(copied.items.map(({ name, unionId, seats }) => [name, unionId, seats.capacity])).toEqual([
      ['公共名额', null, 12],
      ['友会名额', guest.id, 8],
    ]);
    expect(await eventsOf(third.id)).toEqual([{ version: 1, state: 'draft' }]);
    expect(await eventsOf(original.id)).toHaveLength(2); // drafted; and first of a series
  });

  it('E42: says what is there afterwards, and leaves nothing where it is refused', async () => {
    const original = await pattern();
    const series = await made('FREQ=MONTHLY;BYDAY=5TU;COUNT=2', original);
    const rows: { id: string; starts_at: Date }[] = await sharing.dataSource.query(
      'SELECT id, starts_at FROM activity WHERE series_id = $1 ORDER BY series_number',
      [series.id],
    );
    expect(rows.map((row) => [row.id, row.starts_at.toISOString()])).toEqual(
      series.created.map(({ activityId, startsAt }) => [activityId, startsAt]),
    );
    const retained = await seriesOf(series.id);
    expect(retained.skipped).toEqual(series.skipped);
    expect(series.skipped.map(({ date }) => date)).toEqual(['2026-02', '2026-04', '2026-05']);
    const before = await counted();
    const fresh = await pattern();
    await outcome(made('FREQ=WEEKLY;BYDAY=TU', fresh), 'SERIES_WITHOUT_END');
    await outcome(made('FREQ=WEEKLY;COUNT=1', fresh), 'SERIES_EMPTY');
    await outcome(made('FREQ=WEEKLY;COUNT=3', await activityOf(idAt(series, 1))), 'ACTIVITY_IN_SERIES');
    expect(await counted()).toEqual({ ...before, activities: before.activities + 1 }); // the drafted one
  });

  it('E86: is made once for a key', async () => {
    const { id: activityId } = await pattern();
    const request = { activityId, rule: 'FREQ=WEEKLY;COUNT=2' };
    const call = { idempotencyKey: 'series once' };
    const first = await sharing.send(activitySeriesContract.create, request, host.officer, call);
    const again = await sharing.send(activitySeriesContract.create, request, host.officer, call);
    expect(again).toEqual({ ...first, replayed: true });
    await outcome(sharing.ask(activitySeriesContract.create, request, host.officer), 'ACTIVITY_IN_SERIES');
  });

  it('E45: of 200 is made at once, and the pages of who prepares it are hinted at it once', async () => {
    const officerId = await knownRole(sharing, 'officer', host.id);
    const { id: activityId } = await pattern();
    const heard = await hearHints(sharing.nats);
    const { id, created } = await made('FREQ=DAILY;COUNT=200', await activityOf(activityId));
    expect(created).toHaveLength(200);
    expect(new Set(created.map((one) => one.activityId)).size).toBe(200);
    await eventually(() => {
      const ofSeries = heard.filter(
        ({ personId, resource }) => personId === officerId && resource === 'activitySeries',
      );
      expect(ofSeries).toEqual([{ personId: officerId, resource: 'activitySeries', id, version: 1 }]);
    });
  });

  it('is made by whoever manages the pattern and drafts for its organiser; workers make their own', async () => {
    const { id: activityId } = await pattern();
    const request = { activityId, rule: 'FREQ=WEEKLY;COUNT=2' };
    const rows: [Actor | null, string | null][] = [
      [null, 'NOT_SIGNED_IN'],
      [memberOf(host), 'NOT_FOUND'],
      [other.officer, 'NOT_FOUND'],
      [withRole('auditor', host), 'NOT_PERMITTED'],
      [withRole('organiser', host), null],
    ];
    for (const [actor, code] of rows) {
      await outcome(sharing.ask(activitySeriesContract.preview, request, actor), code);
      await outcome(sharing.ask(activitySeriesContract.create, request, actor), code);
    }
    const unknown = { ...request, activityId: newId() };
    await outcome(sharing.ask(activitySeriesContract.create, unknown, host.officer), 'NOT_FOUND');
    const [personId = ''] = await knownMembers(sharing, host.id, 1);
    const worker = actorWith({ personId, unionId: host.id, unionPath: host.path });
    const own = activityRequest(host, { ...evening, organiser: { kind: 'person', id: personId } });
    const proposed = await sharing.ask(activityContract.create, own, worker);
    const wish = { activityId: proposed.id, rule: 'FREQ=WEEKLY;COUNT=2' };
    await outcome(sharing.ask(activitySeriesContract.create, wish, host.officer), 'NOT_PERMITTED');
    const { id } = await sharing.ask(activitySeriesContract.create, wish, worker);
    const mine = await sharing.ask(activitySeriesContract.list, {}, worker);
    expect(mine.items.map((line) => line.id)).toEqual([id]);
  });

  it('of a pattern that is over, or with too many pools, is refused', async () => {
    const { id: activityId } = await pattern();
    await sharing.ask(activityContract.cancel, { activityId, reason: '不办了' }, host.officer);
    const request = { activityId, rule: 'FREQ=WEEKLY;COUNT=2' };
    await outcome(sharing.ask(activitySeriesContract.create, request, host.officer), 'ILLEGAL_TRANSITION');
    const crowded = await pattern();
    await sharing.dataSource.query(
      `INSERT INTO pool (activity_id, id, version, name, union_id, capacity, created_at)
       SELECT $1, gen_random_uuid(), 1, 'p', gen_random_uuid(), 1, now() FROM generate_series(1, 30)`,
      [crowded.id],
    );
    await outcome(made('FREQ=DAILY;COUNT=200', crowded), 'SERIES_POOLS_TOO_MANY'); // 199 × 30 = 5,970, of 1,000
  });
});

describe('the view of a series', () => {
  it('shows each occurrence with its state and seats to who prepares it, and to others what is published', async () => {
    const original = await pattern({ title: '工间操 100%' });
    const pool = { activityId: original.id, name: '公共名额', capacity: 5 };
    await sharing.ask(poolContract.create, pool, host.officer);
    const series = await made('FREQ=WEEKLY;COUNT=3', original);
    const seriesId = series.id;
    await outcome(seriesOf(seriesId, memberOf(guest)), 'NOT_FOUND');
    const second = idAt(series, 2);
    await sharing.ask(activityContract.publish, { activityId: second }, host.officer);
    const [personId = ''] = await knownMembers(sharing, host.id, 1);
    const member = actorWith({ personId, unionId: host.id, unionPath: host.path });
    sharing.clock.set('2026-02-12T09:00:00+08:00');
    await sharing.ask(registrationContract.register, { activityId: second }, member);
    const whole = await seriesOf(seriesId);
    expect(whole).toMatchObject({ title: '工间操 100%', ruleText: 'FREQ=WEEKLY;COUNT=3', size: 3 });
    expect(whole.occurrences.map((one) => [one.number, one.state, one.seats, one.confirmed])).toEqual([
      [1, 'draft', 5, 0],
      [2, 'published', 5, 1],
      [3, 'draft', 5, 0],
    ]);
    const seen = await seriesOf(seriesId, member);
    expect([seen.size, seen.occurrences.map(({ number }) => number)]).toEqual([3, [2]]);
    const list = (q: string, actor: Actor = host.officer) =>
      sharing.ask(activitySeriesContract.list, { q }, actor);
    expect((await list('操 100%')).items).toMatchObject([
      { id: seriesId, drafts: 2, size: 3, nextStartsAt: '2026-02-17T11:00:00.000Z' },
    ]);
    expect([(await list('操 10_%')).items, (await list('操', member)).items]).toEqual([[], []]);
  });

  it('is listed page by page, the newest first', async () => {
    const first = await made('FREQ=WEEKLY;COUNT=2', await pattern({ title: '分页甲' }));
    const last = await made('FREQ=WEEKLY;COUNT=2', await pattern({ title: '分页乙' }));
    const ask = { q: '分页', limit: 1 };
    const page = await sharing.ask(activitySeriesContract.list, ask, host.officer);
    expect(page.items.map(({ id }) => id)).toEqual([last.id]);
    const next = { ...ask, cursor: page.nextCursor ?? '' };
    expect((await sharing.ask(activitySeriesContract.list, next, host.officer)).items).toMatchObject([
      { id: first.id },
    ]);
  });
});

describe('this and following', () => {
  const edit = (series: { id: string }, number: number, changes: object, version = 1) =>
    sharing.ask(
      activitySeriesContract.edit,
      { seriesId: series.id, fromActivityId: idAt(series as CreatedSeriesView, number), changes },
      host.officer,
      { ifMatch: version },
    );

  it('changes those from one on, but what was changed for one alone; it says which were kept', async () => {
    const series = await made();
    const alone = { activityId: idAt(series, 3), venue: '广场', signUpClosesAt: '2026-02-24T19:30:00+08:00' };
    await sharing.ask(activityContract.edit, alone, host.officer, { ifMatch: 1 });
    const changes = { title: '周二晚合唱', venue: '二楼', startTime: '18:30' };
    const answer = await edit(series, 2, changes);
    expect(answer.changed.map(({ number }) => number)).toEqual([2, 3, 4]);
    expect(answer.kept.map(({ number, fields }) => [number, fields])).toEqual([[3, ['venue']]]);
    expect([answer.version, answer.refused]).toEqual([2, []]);
    const rows = await Promise.all([1, 2, 3, 4].map((number) => activityOf(idAt(series, number))));
    expect(rows.map(({ title, venue }) => [title, venue])).toEqual([
      ['周二合唱团', '一号车间'],
      ['周二晚合唱', '二楼'],
      ['周二晚合唱', '广场'],
      ['周二晚合唱', '二楼'],
    ]);
    expect(rows[1]).toMatchObject({
      startsAt: '2026-02-17T10:30:00.000Z', // 18:30 in Shanghai
      endsAt: '2026-02-17T12:30:00.000Z',
      signUpOpensAt: '2026-02-08T00:00:00.000Z',
      signUpClosesAt: '2026-02-16T09:30:00.000Z',
    });
    expect(rows[2]?.signUpClosesAt).toBe('2026-02-24T11:30:00.000Z'); // its own
    expect(await eventsOf(idAt(series, 4))).toEqual([
      { version: 1, state: 'draft' },
      { version: 2, state: 'draft' },
    ]);
    const { occurrences, title } = await seriesOf(series.id);
    expect([title, occurrences[2]?.ownFields]).toEqual(['周二晚合唱', ['venue']]);
    // An editor who begins with that one looks at it, and it follows the series again.
    const taken = await edit(series, 3, { venue: '礼堂' }, 2);
    expect([taken.changed.map(({ number }) => number), taken.kept]).toEqual([[3, 4], []]);
    expect((await seriesOf(series.id)).occurrences[2]?.ownFields).toEqual([]);
  });

  it('leaves what is cancelled or has begun, and says so; of two who change it the later is told', async () => {
    const series = await made();
    const off = { activityId: idAt(series, 3), reason: '停电' };
    await sharing.ask(activityContract.cancel, off, host.officer);
    sharing.clock.set('2026-02-17T20:00:00+08:00'); // within the second
    const { changed, refused: left } = await edit(series, 2, { venue: '二楼' });
    expect([changed.map(({ number }) => number), left.map(({ number, code }) => [number, code])]).toEqual([
      [4],
      [
        [2, 'ACTIVITY_STARTED'],
        [3, 'ACTIVITY_CANCELLED'],
      ],
    ]);
    await outcome(edit(series, 2, { venue: '三楼' }), 'VERSION_STALE');
    const stranger = {
      seriesId: series.id,
      fromActivityId: (await pattern()).id,
      changes: { venue: '三楼' },
    };
    await outcome(
      sharing.ask(activitySeriesContract.edit, stranger, host.officer, { ifMatch: 2 }),
      'NOT_IN_SERIES',
    );
  });

  it('publishes the drafts that may be, and says of each other why not', async () => {
    const original = await pattern();
    await seatsFor(sharing, host, original.id);
    const series = await made(undefined, original);
    const activityId = idAt(series, 3);
    const party = { kind: 'union' as const, id: guest.id };
    const { id: invitationId } = await sharing.ask(
      coHostContract.invite,
      { activityId, party },
      host.officer,
    );
    await sharing.ask(coHostContract.accept, { invitationId }, guest.officer);
    sharing.clock.set('2026-02-11T09:00:00+08:00');
    const answer = await sharing.ask(activitySeriesContract.publish, { seriesId: series.id }, host.officer);
    expect(answer.published.map(({ number }) => number)).toEqual([2, 4]);
    expect(answer.refused.map(({ number, code }) => [number, code])).toEqual([
      [1, 'START_PAST'],
      [3, 'AGREEMENT_REQUIRED'],
    ]);
    expect((await eventsOf(idAt(series, 4))).at(-1)?.state).toBe('published');
    const states = (await seriesOf(series.id)).occurrences.map(({ state }) => state);
    expect(states).toEqual(['draft', 'published', 'draft', 'published']);
  });

  it('cancels from one on, with the reason, as a single one is cancelled', async () => {
    const series = await made();
    const request = { seriesId: series.id, fromActivityId: idAt(series, 3), reason: '场地停用' };
    const answer = await sharing.ask(activitySeriesContract.cancel, request, host.officer);
    expect(answer).toMatchObject({ cancelled: [{ number: 3 }, { number: 4 }], refused: [] });
    expect((await activityOf(idAt(series, 4))).cancelReason).toBe('场地停用');
    const again = await sharing.ask(activitySeriesContract.cancel, request, host.officer);
    expect([again.cancelled, again.refused.map(({ code }) => code)]).toEqual([
      [],
      ['ACTIVITY_CANCELLED', 'ACTIVITY_CANCELLED'],
    ]);
    expect((await seriesOf(series.id)).occurrences.map(({ state }) => state)).toEqual([
      'draft',
      'draft',
      'cancelled',
      'cancelled',
    ]);
  });

  it('is for whoever manages the occurrences', async () => {
    const series = await made();
    const from = { seriesId: series.id, fromActivityId: idAt(series, 2) };
    const rows: [Actor | null, string][] = [
      [null, 'NOT_SIGNED_IN'],
      [memberOf(host), 'NOT_FOUND'],
      [other.officer, 'NOT_FOUND'],
      [withRole('auditor', host), 'NOT_PERMITTED'],
    ];
    for (const [actor, code] of rows) {
      const changes = { venue: '二楼' };
      const call = { ifMatch: 1 };
      await outcome(sharing.ask(activitySeriesContract.edit, { ...from, changes }, actor, call), code);
      await outcome(sharing.ask(activitySeriesContract.publish, from, actor), code);
      await outcome(sharing.ask(activitySeriesContract.cancel, { ...from, reason: '停' }, actor), code);
    }
  });

  it('is nothing that a copy of an occurrence takes part in', async () => {
    const series = await made();
    const { activity } = await sharing.ask(draftContract.copy, { activityId: idAt(series, 2) }, host.officer);
    expect([activity.seriesId, activity.seriesNumber]).toEqual([null, null]);
  });
});

async function counted(): Promise<{ activities: number; series: number }> {
  const [row] = (await sharing.dataSource.query(
    'SELECT (SELECT count(*)::int FROM activity) AS activities, (SELECT count(*)::int FROM activity_series) AS series',
  )) as [{ activities: number; series: number }];
  return row;
}

async function outcome(answer: Promise<unknown>, code: string | null): Promise<void> {
  if (code === null) await answer;
  else await expect(answer).rejects.toMatchObject({ code });
}
