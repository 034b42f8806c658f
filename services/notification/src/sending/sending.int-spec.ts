import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  noticeAddressContract,
  type NoticeAddressView,
} from '@gongxiang/contracts/notification/notice-address.contract';
import { noticeContract, type OutcomesView } from '@gongxiang/contracts/notification/notice.contract';
import { noticeTextEvents } from '@gongxiang/contracts/notification/notice-raised';
import {
  noticePreferenceContract,
  type SetNoticePreferences,
} from '@gongxiang/contracts/notification/notice-preference.contract';
import { type Actor, dayMs, DomainError, minuteMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  type ArrivedMail,
  type FakeBrowser,
  FakeMailServer,
  FakePushService,
} from '@gongxiang/testing/providers';
import { raise, startNotification, untilPostponed } from '../notification.fixture.js';
import { DeliveryWatch } from './delivery/delivery-watch.js';

let notification: ServiceFixture;
let pushService: FakePushService;
let mailServer: FakeMailServer;

beforeAll(async () => {
  const pushKey = randomBytes(32).toString('base64url');
  pushService = await FakePushService.start(pushKey);
  mailServer = await FakeMailServer.start();
  notification = await startNotification({
    config: {
      publicUrl: 'https://gongxiang.example',
      pushKey,
      pushContact: 'mailto:operator@gongxiang.example',
      localAddresses: 'true',
      mailUrl: mailServer.url,
      mailFrom: '工享 <notices@gongxiang.example>',
    },
  });
  // By day.
  notification.clock.set('2026-11-20T10:00:00+08:00');
});
afterAll(async () => {
  await notification.stop();
  await pushService.stop();
  await mailServer.stop();
});
afterEach(() => {
  pushService.isDown = false;
  mailServer.isDown = false;
});

/** @returns the code of the error; `OK` without one */
function codeOf(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    () => 'OK',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
}

const { list, addPush, addMail, prove, test, remove } = noticeAddressContract;
const addresses = async (person: Actor): Promise<NoticeAddressView[]> =>
  (await notification.ask(list, {}, person)).items;

async function withBrowser(person: Actor): Promise<FakeBrowser> {
  const browser = pushService.browser();
  await notification.ask(addPush, browser.subscription, person);
  return browser;
}

async function codeFor(mail: string): Promise<string> {
  const code = await eventually(() => {
    const found = mailServer.to(mail).flatMap(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? []);
    const last = found.at(-1);
    if (last === undefined) throw new Error('no code yet');
    return Promise.resolve(last);
  });
  return code;
}

async function withMail(person: Actor, mail: string): Promise<NoticeAddressView> {
  const { id: addressId } = await notification.ask(addMail, { mail }, person);
  return notification.ask(prove, { addressId, code: await codeFor(mail) }, person);
}

async function prefer(person: Actor, changes: Partial<SetNoticePreferences>): Promise<void> {
  const {
    version: _version,
    kinds: _kinds,
    ...known
  } = await notification.ask(noticePreferenceContract.get, {}, person);
  await notification.ask(noticePreferenceContract.set, { ...known, ...changes }, person);
}

const untilPushed = (browser: FakeBrowser, ...headings: string[]): Promise<void> =>
  eventually(() => {
    expect(browser.arrived.map(({ heading }) => heading)).toEqual(headings);
    return Promise.resolve();
  });
const notices = (mail: string): ArrivedMail[] =>
  mailServer.to(mail).filter(({ text }) => !/验证码|code/.test(text));
const asked = { kind: 'loanRequested', why: 'lends' } as const;
/** What nobody has to do anything about. */
const news = { kind: 'albumApproved', why: 'addedPicture' } as const;

describe('a browser', () => {
  it('is sent what is new, sealed for it alone, with where it leads to', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    const { about } = await raise(notification, [person.personId], {
      ...asked,
      about: { loanId: 'loan' },
      values: { partyName: '滨江工会', startsAt: '2026-11-21T01:00:00Z' },
    });
    await untilPushed(browser, '有人申请借用');
    expect(browser.arrived[0]).toMatchObject({
      title: '羽毛球赛',
      lines: ['滨江工会申请从 11月21日周六 09:00 起借用，请决定。'],
      link: `/loans/${about['loanId']}`,
      urgency: 'normal',
    });
    await eventually(async () =>
      expect(await addresses(person)).toMatchObject([
        { channel: 'push', label: 'Chrome, Android', reachedAt: expect.any(String), failingSince: null },
      ]),
    );
  });

  it('is not sent news, nor what is refused; and in the language that was set', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    await prefer(person, { refusedKinds: ['extensionAsked'], locale: 'en' });
    await raise(notification, [person.personId], news);
    await raise(notification, [person.personId], { ...asked, kind: 'extensionAsked' });
    await raise(notification, [person.personId], asked);
    await untilPushed(browser, 'Asked to borrow');
  });

  it('rests at night, and is told in the morning in one message', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    notification.clock.set('2026-11-20T23:00:00+08:00');
    await raise(notification, [person.personId], { ...asked, about: { loanId: 'a' } });
    await raise(notification, [person.personId], { ...asked, kind: 'damageClaimed', about: { loanId: 'b' } });
    await eventually(async () =>
      expect((await notification.ask(noticeContract.list, {}, person)).items).toHaveLength(2),
    );
    expect(browser.arrived).toEqual([]);
    notification.clock.set('2026-11-21T07:00:00+08:00');
    await untilPushed(browser, '您有 2 条新消息');
    expect(browser.arrived[0]).toMatchObject({ link: '/notices' });
    expect(browser.arrived[0]?.lines).toHaveLength(2);
  });

  it('is not told what was read meanwhile, and of the same thing only the last', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    notification.clock.set('2026-11-21T23:00:00+08:00');
    await raise(notification, [person.personId], { ...asked, about: { loanId: 'read' } });
    const { items } = await eventually(async () => {
      const page = await notification.ask(noticeContract.list, {}, person);
      expect(page.items).toHaveLength(1);
      return page;
    });
    await notification.ask(noticeContract.read, { noticeId: items[0]?.id ?? '' }, person);
    for (const title of ['投影仪', '音响']) {
      await raise(notification, [person.personId], { ...asked, about: { loanId: 'same' }, title });
    }
    await eventually(async () =>
      expect((await notification.ask(noticeContract.list, {}, person)).items).toHaveLength(3),
    );
    notification.clock.set('2026-11-22T07:00:00+08:00');
    await untilPushed(browser, '有人申请借用');
    expect(browser.arrived[0]).toMatchObject({ title: '音响' });
  });

  it('is forgotten where it is not there any more, or is somebody else’s', async () => {
    const [person, next] = [actorWith({}), actorWith({})];
    const browser = await withBrowser(person);
    await notification.ask(addPush, browser.subscription, next);
    expect(await addresses(person)).toEqual([]);
    browser.status = 410;
    await raise(notification, [next.personId], asked);
    await eventually(async () => expect(await addresses(next)).toEqual([]));
  });

  it('that refuses is shown to fail; an address in our own network is asked nothing', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    browser.status = 413;
    await raise(notification, [person.personId], asked);
    await eventually(async () =>
      expect(await addresses(person)).toMatchObject([{ failingSince: expect.any(String), reachedAt: null }]),
    );
  });

  it('gets everything after its push service was down, and mail goes on meanwhile', async () => {
    const [person, other] = [actorWith({}), actorWith({})];
    const browser = await withBrowser(person);
    await withMail(other, 'down@example.com');
    pushService.isDown = true;
    for (const loanId of ['one', 'two'])
      await raise(notification, [person.personId, other.personId], { ...asked, about: { loanId } });
    await untilPostponed(notification, person, 2);
    await eventually(() => {
      expect(notices('down@example.com').length).toBeGreaterThan(0);
      return Promise.resolve();
    });
    expect(browser.arrived).toEqual([]);
    notification.clock.advance(minuteMs);
    const age = () => new DeliveryWatch().age(notification.dataSource, notification.clock.now());
    expect(await age()).toBeGreaterThanOrEqual(60);
    pushService.isDown = false;
    // Time goes on, as it may have been tried in vain once more meanwhile.
    await eventually(() => {
      notification.clock.advance(minuteMs);
      expect(
        browser.arrived.flatMap(({ heading, lines }) => (heading === '有人申请借用' ? [heading] : lines)),
      ).toHaveLength(2);
      return Promise.resolve();
    });
    await eventually(async () => expect(await age()).toBe(0));
  });
});

it('what cannot be read, and an address that is none, hold up nobody', async () => {
  const [broken, wrong, person] = [actorWith({}), actorWith({}), actorWith({})];
  await withBrowser(broken);
  await notification.dataSource.query(
    `UPDATE notice_address SET sealed_address = 'none' WHERE person_id = $1`,
    [broken.personId],
  );
  const { keys, label } = pushService.browser().subscription;
  await notification.ask(addPush, { endpoint: 'nowhere', keys, label }, wrong);
  const browser = await withBrowser(person);
  await raise(notification, [broken.personId, wrong.personId, person.personId], asked);
  await untilPushed(browser, '有人申请借用');
  for (const one of [broken, wrong])
    await eventually(async () =>
      expect(await addresses(one)).toMatchObject([{ failingSince: expect.any(String) }]),
    );
  expect(browser.arrived).toHaveLength(1);
});

it('what somebody took and never sent is sent by the next, once its lease has run out', async () => {
  const person = actorWith({});
  const browser = await withBrowser(person);
  notification.clock.set('2026-11-23T23:00:00+08:00');
  await raise(notification, [person.personId], asked);
  await eventually(async () =>
    expect((await notification.ask(noticeContract.list, {}, person)).items).toHaveLength(1),
  );
  // As if a process had died with it in the morning.
  await notification.dataSource.query(
    `UPDATE delivery d SET leased_until = '2026-11-24T07:01:00+08:00' FROM notice_address a
     WHERE a.id = d.address_id AND a.person_id = $1`,
    [person.personId],
  );
  notification.clock.set('2026-11-24T07:00:30+08:00');
  const marker = actorWith({});
  const other = await withBrowser(marker);
  await raise(notification, [marker.personId], asked);
  await untilPushed(other, '有人申请借用');
  expect(browser.arrived).toEqual([]);
  notification.clock.set('2026-11-24T07:01:00+08:00');
  await untilPushed(browser, '有人申请借用');
});

describe('a mail address', () => {
  it('is used once its code was entered, and says how to stop the kind with one click', async () => {
    const person = actorWith({});
    const { id: addressId } = await notification.ask(addMail, { mail: 'lin@example.com' }, person);
    await raise(notification, [person.personId], asked);
    const code = await codeFor('lin@example.com');
    const wrong = code === '000000' ? '111111' : '000000';
    expect(await codeOf(notification.ask(test, { addressId }, person))).toBe('ADDRESS_UNPROVED');
    expect(await codeOf(notification.ask(prove, { addressId, code: wrong }, person))).toBe(
      'ADDRESS_CODE_WRONG',
    );
    expect(await notification.ask(prove, { addressId, code }, person)).toMatchObject({
      state: 'active',
      label: 'l•••@example.com',
    });
    expect(await codeOf(notification.ask(addMail, { mail: 'Lin@Example.com' }, person))).toBe(
      'ADDRESS_PROVED_ALREADY',
    );
    expect(notices('lin@example.com')).toEqual([]);
    await raise(notification, [person.personId], {
      ...asked,
      about: { loanId: 'mailed' },
      title: '<投影仪>',
    });
    const [mail] = await eventually(() => {
      expect(notices('lin@example.com')).toHaveLength(1);
      return Promise.resolve(notices('lin@example.com'));
    });
    expect(mail?.text).toContain('https://gongxiang.example/loans/mailed');
    expect(mail?.text).toContain('&lt;投影仪&gt;');
    expect(mail?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const [, token = ''] =
      /^<https:\/\/gongxiang\.example\/api\/v1\/notice-refusals\/(.+)>$/.exec(
        (mail?.headers.get('list-unsubscribe') ?? '').replace(/\s/g, ''),
      ) ?? [];
    await notification.ask(noticePreferenceContract.refuse, { token }, null);
    await notification.ask(noticePreferenceContract.refuse, { token }, null);
    expect(await notification.ask(noticePreferenceContract.get, {}, person)).toMatchObject({
      refusedKinds: ['loanRequested'],
      version: 1,
    });
    const altered = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(await codeOf(notification.ask(noticePreferenceContract.refuse, { token: altered }, null))).toBe(
      'LINK_INVALID',
    );
  });

  it('cannot be guessed, and is not written to without end', async () => {
    const person = actorWith({});
    const mail = 'guess@example.com';
    const { id: addressId } = await notification.ask(addMail, { mail }, person);
    const code = await codeFor(mail);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let time = 0; time < 5; time += 1)
      expect(await codeOf(notification.ask(prove, { addressId, code: wrong }, person))).toBe(
        'ADDRESS_CODE_WRONG',
      );
    expect(await codeOf(notification.ask(prove, { addressId, code }, person))).toBe('ADDRESS_CODE_OVER');
    expect(await codeOf(notification.ask(addMail, { mail: 'other@example.com' }, person))).toBe(
      'TOO_MANY_REQUESTS',
    );
    notification.clock.advance(minuteMs);
    await notification.ask(addMail, { mail }, person);
    await eventually(() => {
      expect(mailServer.to(mail)).toHaveLength(2);
      return Promise.resolve();
    });
    notification.clock.advance(30 * minuteMs);
    const late = await codeFor(mail);
    expect(await codeOf(notification.ask(prove, { addressId, code: late }, person))).toBe(
      'ADDRESS_CODE_OVER',
    );
  });

  it('that is not there is shown to fail', async () => {
    const person = actorWith({});
    const { id: addressId } = await withMail(person, 'gone@example.com');
    mailServer.unknown.add('gone@example.com');
    await notification.ask(test, { addressId }, person);
    await eventually(async () =>
      expect(await addresses(person)).toMatchObject([{ failingSince: expect.any(String) }]),
    );
  });
});

describe('addresses', () => {
  it('are each person’s own', async () => {
    const [person, other] = [actorWith({}), actorWith({})];
    await withBrowser(person);
    const [mine] = await addresses(person);
    const addressId = mine?.id ?? '';
    expect(await addresses(other)).toEqual([]);
    for (const contract of [test, remove])
      expect(await codeOf(notification.ask(contract, { addressId }, other))).toBe('NOT_FOUND');
    expect(await codeOf(notification.ask(list, {}, null))).toBe('NOT_SIGNED_IN');
    await notification.ask(remove, { addressId }, person);
    expect(await addresses(person)).toEqual([]);
  });

  it('are at most so many', async () => {
    const person = actorWith({});
    for (let count = 0; count < 20; count += 1) await withBrowser(person);
    expect(await codeOf(withBrowser(person))).toBe('NOTICE_ADDRESSES_TOO_MANY');
  });

  it('show by a test message whether they work, by night as well', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    notification.clock.set('2026-11-25T23:30:00+08:00');
    const [mine] = await addresses(person);
    await notification.ask(test, { addressId: mine?.id ?? '' }, person);
    await untilPushed(browser, '工享测试消息');
    notification.clock.set('2026-11-26T10:00:00+08:00');
  });
});

describe('preferences', () => {
  it('have defaults, and are refused where they contradict themselves', async () => {
    const person = actorWith({});
    const given = await notification.ask(noticePreferenceContract.get, {}, person);
    expect(given).toMatchObject({
      version: 0,
      quietFrom: '22:00',
      quietTo: '07:00',
      digest: 'none',
      refusedKinds: [],
    });
    expect(given.kinds.find(({ kind }) => kind === 'loanRequested')).toEqual({
      kind: 'loanRequested',
      urgency: 'soon',
      heading: '有人申请借用',
    });
    expect(await codeOf(prefer(person, { quietTo: null }))).toBe('QUIET_BOTH');
    const twice = { channel: 'push', urgencies: [] } as const;
    expect(
      await codeOf(
        prefer(person, {
          channels: [
            { ...twice, urgencies: [] },
            { ...twice, urgencies: [] },
          ],
        }),
      ),
    ).toBe('CHANNEL_TWICE');
    await prefer(person, { digest: 'daily' });
    const stale = notification.ask(
      noticePreferenceContract.set,
      { locale: 'en', quietFrom: null, quietTo: null, digest: 'none', channels: [], refusedKinds: [] },
      person,
      { ifMatch: 0 },
    );
    expect(await codeOf(stale)).toBe('VERSION_STALE');
  });

  it('put news together in the evening', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    await prefer(person, { digest: 'daily', channels: [{ channel: 'push', urgencies: ['whenever'] }] });
    for (const id of ['a', 'b'])
      await raise(notification, [person.personId], {
        ...news,
        about: { activityId: id },
        cause: id + person.personId,
      });
    await eventually(async () =>
      expect((await notification.ask(noticeContract.list, {}, person)).items).toHaveLength(2),
    );
    expect(browser.arrived).toEqual([]);
    notification.clock.set('2026-11-26T18:00:00+08:00');
    await untilPushed(browser, '您有 2 条新消息');
  });
});

describe('what a union announces', () => {
  const announced = { kind: 'announcement', why: 'memberHere', title: '滨江工会' } as const;
  const outcomes = (textId: string): Promise<OutcomesView> =>
    notification.ask(noticeContract.countOutcomes, { textId }, actorWith({}));

  async function announce(people: readonly Actor[], textId: string = newId()): Promise<string> {
    const about = { announcementId: textId };
    await raise(
      notification,
      people.map(({ personId }) => personId),
      { ...announced, about, cause: `announcement/${textId}`, textId },
    );
    const text = { id: textId, version: 1, subject: '送温暖', text: '请到工会登记。', withdrawnAt: null };
    await notification.emit(noticeTextEvents.changed, text);
    return textId;
  }

  async function withMails(count: number, name: string): Promise<Actor[]> {
    const people = Array.from({ length: count }, () => actorWith({}));
    for (const [index, person] of people.entries()) await withMail(person, `${name}${index}@example.com`);
    return people;
  }

  it('is counted by what became of it, and comes once however often it is raised', async () => {
    notification.clock.set('2026-11-27T10:00:00+08:00');
    const people = await withMails(4, 'told');
    const [reads, refuses] = people as [Actor, Actor];
    await prefer(refuses, { refusedKinds: ['announcement'] });
    mailServer.unknown.add('told3@example.com');
    const textId = await announce([...people, actorWith({})]);
    await announce(people, textId);
    await eventually(async () =>
      expect(await outcomes(textId)).toEqual({
        // With the one who has no address.
        delivered: 5,
        read: 0,
        // Who refuses the kind has it in the inbox alone.
        channels: [{ channel: 'mail', waiting: 0, sent: 2, failed: 1, dropped: 0 }],
        failures: [{ channel: 'mail', reason: '550', count: 1 }],
      }),
    );
    const { items } = await notification.ask(noticeContract.list, {}, reads);
    expect(items).toMatchObject([
      { heading: '公告', title: '滨江工会', subject: '送温暖', link: '/notices' },
    ]);
    await notification.ask(noticeContract.read, { noticeId: items[0]?.id ?? '' }, reads);
    expect((await outcomes(textId)).read).toBe(1);
    const [mail, ...more] = notices('told0@example.com');
    expect(mail?.text).toMatch(/<title>滨江工会：送温暖<\/title>.*<p>请到工会登记。<\/p>/);
    expect(more).toEqual([]);
  });

  it('leaves after what is for one person, and not at all once it is withdrawn', async () => {
    const many = await withMails(6, 'many');
    const [one] = (await withMails(1, 'one')) as [Actor];
    notification.clock.set('2026-11-27T23:00:00+08:00');
    const withdrawnId = await announce(many);
    const textId = await announce(many);
    await raise(notification, [one.personId], asked);
    const withdrawnAt = notification.clock.now().toISOString();
    const gone = { id: withdrawnId, version: 2, subject: null, text: null, withdrawnAt };
    await notification.emit(noticeTextEvents.changed, gone);
    await eventually(async () =>
      expect((await notification.ask(noticeContract.list, {}, one)).items).toHaveLength(1),
    );
    await eventually(async () => expect((await outcomes(textId)).channels[0]?.waiting).toBe(6));
    const before = mailServer.arrived.length;
    notification.clock.set('2026-11-28T07:00:00+08:00');
    await eventually(async () => expect((await outcomes(textId)).channels[0]?.sent).toBe(6));
    // Five leave at once: that for one person is among the first, though it was raised last.
    const order = mailServer.arrived.slice(before).map(({ to }) => to);
    expect(order.indexOf('one0@example.com')).toBeLessThan(5);
    expect((await outcomes(withdrawnId)).channels).toEqual([
      { channel: 'mail', waiting: 0, sent: 0, failed: 0, dropped: 6 },
    ]);
  });
});

it('what was sent is kept for three months', async () => {
  notification.clock.advance(91 * dayMs);
  await eventually(async () => {
    const rows: { state: string }[] = await notification.dataSource.query(
      `SELECT DISTINCT state FROM delivery WHERE state <> 'waiting' AND ended_at < $1`,
      [new Date(notification.clock.now().getTime() - 90 * dayMs)],
    );
    expect(rows).toEqual([]);
  });
});
