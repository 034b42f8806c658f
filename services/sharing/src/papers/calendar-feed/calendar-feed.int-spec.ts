import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents, type MemberState } from '@gongxiang/contracts/membership/membership-events';
import {
  calendarFeedContract,
  type CreatedCalendarFeedView,
} from '@gongxiang/contracts/sharing/papers/calendar-feed.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { MemberRef } from '../../reference/reference.entity.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { feedTokenOf, required } from './feed.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let union: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  union = await stage.union();
});

afterAll(() => sharing.stop());

const make = (person: Actor, name = '我的手机'): Promise<CreatedCalendarFeedView> =>
  sharing.ask(calendarFeedContract.create, { name }, person);

const read = async (feed: CreatedCalendarFeedView): Promise<string> => {
  const request = { feedToken: feedTokenOf(feed), origin: 'https://union.example' };
  return (await sharing.ask(calendarFeedContract.read, request, null)).text;
};

const somebody = async (): Promise<Actor> => required((await stage.members(union, 1))[0]);

describe('the address of a calendar', () => {
  it('is shown once, and kept nowhere', async () => {
    const person = await somebody();
    const request = { name: '我的手机' };
    const call = { idempotencyKey: newId() };
    const first = await sharing.send(calendarFeedContract.create, request, person, call);
    const again = await sharing.send(calendarFeedContract.create, request, person, call);
    expect(again).toEqual({ ...first, replayed: true, body: { ...first.body, address: null } });
    const { items } = await sharing.ask(calendarFeedContract.list, {}, person);
    const { id, createdAt } = first.body;
    expect(items).toEqual([{ id, name: '我的手机', createdAt, lastFetchedOn: null }]);
    const stored: { text: string }[] = await sharing.dataSource.query(
      `SELECT f::text AS text FROM calendar_feed f UNION ALL SELECT i::text FROM idempotency i
       UNION ALL SELECT a::text FROM audit_record a UNION ALL SELECT o::text FROM outbox o`,
    );
    const token = feedTokenOf(first.body);
    expect(stored.filter(({ text }) => text.includes(token))).toEqual([]);
    // The search must find what is stored of it.
    expect(stored.filter(({ text }) => text.includes(id)).length).toBeGreaterThan(1);
  });

  it('is one of five at most, however many are asked for at once', async () => {
    const person = await somebody();
    const results = await Promise.allSettled(Array.from({ length: 9 }, () => make(person)));
    const refused = results.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused[0]?.reason).toMatchObject({ code: 'CALENDAR_FEEDS_TOO_MANY', params: { max: 5 } });
    const { items } = await sharing.ask(calendarFeedContract.list, {}, person);
    const calendarFeedId = required(items[0]).id;
    await sharing.ask(calendarFeedContract.revoke, { calendarFeedId }, person);
    expect((await make(person, '新手机')).name).toBe('新手机');
  });

  it('is not made by a program: it would outlive the key of the program', async () => {
    const person = { ...(await somebody()), apiKeyId: newId() };
    await expect(make(person)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('E118: is of one person: others neither see nor revoke it', async () => {
    const [owner, other] = [await somebody(), await somebody()];
    const feed = await make(owner);
    expect((await sharing.ask(calendarFeedContract.list, {}, other)).items).toEqual([]);
    const request = { calendarFeedId: feed.id };
    for (const one of [other, union.officer, null]) {
      const code = one === null ? 'NOT_SIGNED_IN' : 'NOT_FOUND';
      await expect(sharing.ask(calendarFeedContract.revoke, request, one)).rejects.toMatchObject({ code });
    }
    expect(await read(feed)).toContain('BEGIN:VCALENDAR');
  });

  it('leads nowhere once it is revoked, and neither does one that never was', async () => {
    const person = await somebody();
    const [feed, other] = [await make(person), await make(person, '电脑')];
    await sharing.ask(calendarFeedContract.revoke, { calendarFeedId: feed.id }, person);
    await expect(read(feed)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const request = { feedToken: 'x'.repeat(43), origin: '' };
    await expect(sharing.ask(calendarFeedContract.read, request, null)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await read(other)).toContain('END:VCALENDAR');
    const gone = sharing.ask(calendarFeedContract.revoke, { calendarFeedId: feed.id }, person);
    await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leads nowhere for whoever has left, and again where it led once they are back', async () => {
    const person = await somebody();
    const feed = await make(person);
    const state: MemberState = {
      personId: person.personId,
      version: 2,
      maskedName: '张*',
      unionId: union.id,
      state: 'ended',
      validFrom: '2020-01-01',
      validTo: '2026-11-20',
    };
    await sharing.emit(membershipEvents.memberChanged, state);
    await eventually(() => expect(read(feed)).rejects.toMatchObject({ code: 'NOT_FOUND' }));
    await sharing.emit(membershipEvents.memberChanged, {
      ...state,
      version: 3,
      state: 'active',
      validTo: null,
    });
    await eventually(async () => expect(await read(feed)).toContain('END:VCALENDAR'));
    // A membership that expires sends no event on its last day.
    const { personId } = person;
    await sharing.dataSource.manager.update(MemberRef, { personId }, { validTo: '2026-11-20' });
    await expect(read(feed)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('serves somebody who is in no roster, too', async () => {
    const officer = actorWith({ roles: [['officer', union.id, union.path]] });
    expect(await read(await make(officer))).toContain('END:VCALENDAR');
  });

  it('notes the day on which a calendar asked, and no more', async () => {
    const person = await somebody();
    const feed = await make(person);
    const fetchedOn = async (): Promise<string | null | undefined> =>
      (await sharing.ask(calendarFeedContract.list, {}, person)).items[0]?.lastFetchedOn;
    await read(feed);
    expect(await fetchedOn()).toBe('2026-11-20');
    const start = sharing.clock.now();
    // 23:30 on the 20th in UTC is the 21st in China.
    sharing.clock.set('2026-11-20T23:30:00Z');
    await read(feed);
    await read(feed);
    expect(await fetchedOn()).toBe('2026-11-21');
    sharing.clock.set(start);
  });
});
