import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noticeContract, type NoticePage } from '@gongxiang/contracts/notification/notice.contract';
import { noticeRaisedEvents, noticeTextEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, hearHints, type ServiceFixture } from '@gongxiang/testing';
import { raise, startNotification } from '../../notification.fixture.js';

let notification: ServiceFixture;

beforeAll(async () => {
  notification = await startNotification();
});
afterAll(() => notification.stop());

const inbox = (person: Actor, filter: object = {}): Promise<NoticePage> =>
  notification.ask(noticeContract.list, filter, person);

function untilNotified(person: Actor, count: number): Promise<NoticePage> {
  return eventually(async () => {
    const page = await inbox(person);
    expect(page.items).toHaveLength(count);
    return page;
  });
}

describe('a notice', () => {
  it('comes to each of its people once for its cause, in their language, and hints at itself', async () => {
    const [one, other] = [actorWith({}), actorWith({})];
    const heard = await hearHints(notification.nats);
    const notice = await raise(notification, [one.personId, other.personId], {
      kind: 'seatOffered',
      why: 'waited',
      values: { expiresAt: '2026-11-20T01:00:00Z' },
    });
    await notification.emit(noticeRaisedEvents.sharing, notice);
    const { items, unread } = await untilNotified(one, 1);
    await untilNotified(other, 1);
    expect(unread).toBe(1);
    expect(items[0]).toMatchObject({
      kind: 'seatOffered',
      urgency: 'now',
      heading: '请确认名额',
      title: '羽毛球赛',
      lines: [expect.stringContaining('11月20日周五 09:00')],
      because: '您收到这条通知，是因为您在候补。',
      link: `/activities/${notice.about['activityId']}`,
      readAt: null,
    });
    await eventually(() =>
      expect(heard.filter(({ resource }) => resource === 'notice').map(({ personId }) => personId)).toEqual(
        expect.arrayContaining([one.personId, other.personId]),
      ),
    );
  });

  it('is not delivered once it is of no use any more', async () => {
    const person = actorWith({});
    await raise(notification, [person.personId], { until: '2020-01-01T00:00:00Z' });
    await raise(notification, [person.personId]);
    const { items } = await untilNotified(person, 1);
    expect(items[0]?.kind).toBe('questionAnswered');
  });

  it('is read one by one and all at once, by its person alone', async () => {
    const [person, stranger] = [actorWith({}), actorWith({})];
    for (let count = 0; count < 3; count += 1) await raise(notification, [person.personId]);
    const { items } = await untilNotified(person, 3);
    const [newest, middle] = items;
    const noticeId = middle?.id ?? '';
    await expect(notification.ask(noticeContract.read, { noticeId }, stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const read = await notification.ask(noticeContract.read, { noticeId }, person);
    expect(read.readAt).not.toBeNull();
    expect((await inbox(person, { unread: true })).items).toHaveLength(2);
    await notification.ask(noticeContract.readAll, { upTo: newest?.id ?? '' }, person);
    expect((await inbox(person)).unread).toBe(0);
  });

  it('is found by what it is about', async () => {
    const person = actorWith({});
    await raise(notification, [person.personId], { kind: 'message', textId: newId() });
    await raise(notification, [person.personId], { kind: 'questionAnswered' });
    await untilNotified(person, 2);
    const ofActivities = await inbox(person, { topic: 'activities' });
    expect(ofActivities.items.map(({ kind }) => kind)).toContain('questionAnswered');
    expect((await inbox(person, { topic: 'lending' })).items).toEqual([]);
  });
});

describe('a text for the readers', () => {
  it('is shown in each inbox, and in none once it is withdrawn, in whichever order that is heard', async () => {
    const person = actorWith({});
    const id = newId();
    await raise(notification, [person.personId], { kind: 'message', textId: id });
    await untilNotified(person, 1);
    const sent = { id, version: 1, subject: '集合地点', text: '请在东门集合。', withdrawnAt: null };
    await notification.emit(noticeTextEvents.changed, sent);
    await eventually(async () =>
      expect((await inbox(person)).items[0]).toMatchObject({ subject: '集合地点', text: '请在东门集合。' }),
    );
    const withdrawnAt = '2026-11-20T01:00:00.000Z';
    await notification.emit(noticeTextEvents.changed, {
      id,
      version: 2,
      subject: null,
      text: null,
      withdrawnAt,
    });
    await eventually(async () =>
      expect((await inbox(person)).items[0]).toMatchObject({ subject: null, text: null, withdrawnAt }),
    );
    await notification.emit(noticeTextEvents.changed, sent);
    await raise(notification, [person.personId]);
    const { items } = await untilNotified(person, 2);
    expect(items[1]).toMatchObject({ text: null, withdrawnAt });
  });
});

describe('an old notice', () => {
  it('is erased half a year after it was read, and a year after it was written where nobody read it', async () => {
    const person = actorWith({});
    await raise(notification, [person.personId]);
    await raise(notification, [person.personId]);
    const { items } = await untilNotified(person, 2);
    await notification.ask(noticeContract.read, { noticeId: items[0]?.id ?? '' }, person);
    notification.clock.advance(181 * dayMs);
    await untilNotified(person, 1);
    notification.clock.advance(185 * dayMs);
    await untilNotified(person, 0);
  });
});
