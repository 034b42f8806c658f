import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  noticeAddressContract,
  type NoticeAddressView,
  type WechatReturn,
} from '@gongxiang/contracts/notification/notice-address.contract';
import { type Actor, DomainError, minuteMs } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { raise, startNotification, untilPostponed } from '../notification.fixture.js';
import { type ArrivedWechat, FakeWechat } from './wechat.fixture.js';

const { list, addWechat, returnWechat, prove, remove, test } = noticeAddressContract;
const asked = { kind: 'loanRequested', why: 'lends' } as const;
const publicUrl = 'https://gongxiang.example';

describe('WeChat', () => {
  const wechat = new FakeWechat(publicUrl);
  let notification: ServiceFixture;

  beforeAll(async () => {
    await wechat.start();
    notification = await startNotification({
      config: { publicUrl, ...wechat.settings, wechatApiUrl: wechat.url, wechatOpenUrl: wechat.url },
    });
    // By day.
    notification.clock.set('2026-11-20T10:00:00+08:00');
  });
  afterAll(async () => {
    await notification.stop();
    await wechat.stop();
  });
  afterEach(() => {
    wechat.errcode = null;
  });

  const addresses = async (person: Actor): Promise<NoticeAddressView[]> =>
    (await notification.ask(list, {}, person)).items;
  const arrived = (openId: string, count: number): Promise<ArrivedWechat[]> =>
    eventually(() => {
      expect(wechat.to(openId)).toHaveLength(count);
      return Promise.resolve(wechat.to(openId));
    });
  const come = (back: WechatReturn) => notification.ask(returnWechat, back, null);
  const codeOf = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work;
      return 'none';
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  };

  async function withWechat(person: Actor, openid: string): Promise<string> {
    wechat.followers.add(openid);
    const { id: addressId, url } = await notification.ask(addWechat, {}, person);
    const { code } = await come(wechat.open(url, { openid }));
    await notification.ask(prove, { addressId, code }, person);
    return addressId;
  }

  it('is used once the code that was shown there was entered, and a message leads to the page', async () => {
    const person = actorWith({});
    wechat.followers.add('oLinFang');
    const { id: addressId, url, until } = await notification.ask(addWechat, {}, person);
    expect(until).toBe('2026-11-20T02:10:00.000Z');
    expect(await addresses(person)).toMatchObject([{ channel: 'wechat', label: '•••', state: 'unproved' }]);
    const { code } = await come(wechat.open(url, { openid: 'oLinFang' }));
    // Whoever has opened it gets nothing until then.
    await raise(notification, [person.personId], asked);
    await eventually(async () =>
      expect(
        await notification.dataSource.query(`SELECT FROM notice WHERE person_id = $1`, [person.personId]),
      ).toHaveLength(1),
    );
    await notification.ask(prove, { addressId, code }, person);
    expect(await addresses(person)).toMatchObject([{ label: '•••Fang', state: 'active' }]);
    const about = { loanId: 'loan' };
    const title = '周六在工人文化宫借用的投影仪、音响和两块白板';
    await raise(notification, [person.personId], { ...asked, about, title });
    const [message] = await arrived('oLinFang', 1);
    expect(message).toEqual({
      to: 'oLinFang',
      url: 'https://gongxiang.example/loans/loan',
      values: {
        thing2: '有人申请借用',
        thing4: '周六在工人文化宫借用的投影仪、音响和两…',
        time3: expect.any(String),
      },
    });
  });

  it('has a code that is good for who has asked for it alone, and not before somebody has opened it', async () => {
    const [person, other] = [actorWith({}), actorWith({})];
    const { id: addressId, url } = await notification.ask(addWechat, {}, person);
    expect(await codeOf(notification.ask(prove, { addressId, code: '000000' }, person))).toBe(
      'ADDRESS_CODE_WRONG',
    );
    const { code } = await come(wechat.open(url, { openid: 'oOther' }));
    expect(await codeOf(notification.ask(prove, { addressId, code }, other))).toBe('NOT_FOUND');
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (let tries = 0; tries < 5; tries += 1)
      expect(await codeOf(notification.ask(prove, { addressId, code: wrong }, person))).toBe(
        'ADDRESS_CODE_WRONG',
      );
    expect(await codeOf(notification.ask(prove, { addressId, code }, person))).toBe('ADDRESS_CODE_OVER');
  });

  it('is opened once, by whoever is first, within ten minutes', async () => {
    const person = actorWith({});
    const first = await notification.ask(addWechat, {}, person);
    await come(wechat.open(first.url, { openid: 'oFirst' }));
    const before = wechat.codesAsked;
    expect(await codeOf(come(wechat.open(first.url, { openid: 'oSecond' })))).toBe('WECHAT_LINK_OVER');
    notification.clock.advance(minuteMs);
    const second = await notification.ask(addWechat, {}, person);
    // Asking again begins anew: nobody has opened it yet.
    expect(second.id).toBe(first.id);
    expect(second.label).toBe('•••');
    expect(await codeOf(come(wechat.open(first.url, { openid: 'oSecond' })))).toBe('WECHAT_LINK_OVER');
    notification.clock.advance(10 * minuteMs);
    expect(await codeOf(come(wechat.open(second.url, { openid: 'oSecond' })))).toBe('WECHAT_LINK_OVER');
    // Nobody makes us ask WeChat by what is not ours.
    const made = { code: 'a', state: '0'.repeat(96) };
    expect(await codeOf(come(made))).toBe('WECHAT_LINK_OVER');
    expect(wechat.codesAsked).toBe(before);
  });

  it('is asked five times at most who has opened an address, and says no to a preview', async () => {
    const { url } = await notification.ask(addWechat, {}, actorWith({}));
    const preview = wechat.open(url, { openid: 'oMadeUp', is_snapshotuser: 1 });
    const before = wechat.codesAsked;
    for (let tries = 0; tries < 5; tries += 1) expect(await codeOf(come(preview))).toBe('WECHAT_REFUSED');
    expect(await codeOf(come(wechat.open(url, { openid: 'oReal' })))).toBe('WECHAT_LINK_OVER');
    expect(wechat.codesAsked).toBe(before + 5);
  });

  it('is asked for once a minute, and the same one is not added twice', async () => {
    const person = actorWith({});
    await withWechat(person, 'oTwice');
    expect(await codeOf(notification.ask(addWechat, {}, person))).toBe('TOO_MANY_REQUESTS');
    notification.clock.advance(minuteMs);
    const { id: addressId, url } = await notification.ask(addWechat, {}, person);
    expect(await codeOf(come(wechat.open(url, { openid: 'oTwice' })))).toBe('ADDRESS_PROVED_ALREADY');
    await notification.ask(remove, { addressId }, person);
    expect(await codeOf(come(wechat.open(url, { openid: 'oElse' })))).toBe('WECHAT_LINK_OVER');
  });

  it('gives a token that is kept, asked for once by many, and anew where it is over', async () => {
    const people = ['oA', 'oB', 'oC'].map((openId) => ({ person: actorWith({}), openId }));
    for (const { person, openId } of people) await withWechat(person, openId);
    wechat.endToken();
    const given = wechat.tokensGiven;
    await raise(
      notification,
      people.map(({ person }) => person.personId),
      asked,
    );
    for (const { openId } of people) await arrived(openId, 1);
    expect(wechat.tokensGiven).toBe(given + 1);
  });

  it('shows once what was sent and not written down', async () => {
    const person = actorWith({});
    await withWechat(person, 'oOnce');
    await raise(notification, [person.personId], asked);
    await arrived('oOnce', 1);
    await eventually(async () => expect((await addresses(person))[0]?.reachedAt).not.toBeNull());
    const before = wechat.asked;
    // As if the process had died before it wrote that it was sent.
    await notification.dataSource.query(
      `UPDATE delivery d SET state = 'waiting', ended_at = NULL FROM notice_address a
       WHERE a.id = d.address_id AND a.person_id = $1`,
      [person.personId],
    );
    await eventually(() => {
      expect(wechat.asked).toBeGreaterThan(before);
      return Promise.resolve();
    });
    await arrived('oOnce', 1);
  });

  it.each([-1, 45_009, 50_002])('lets wait what it answers with %i, and it leaves later', async (errcode) => {
    const person = actorWith({});
    const openId = `oWaits${errcode}`;
    const addressId = await withWechat(person, openId);
    wechat.errcode = errcode;
    await notification.ask(test, { addressId }, person);
    await untilPostponed(notification, person, 1);
    wechat.errcode = null;
    notification.clock.advance(10 * minuteMs);
    const [message] = await arrived(openId, 1);
    expect(message?.values).toMatchObject({
      thing2: '工享测试消息',
      thing4: '收到这条消息，说明提醒可以发到这里。',
    });
    expect(await addresses(person)).toMatchObject([{ failingSince: null }]);
  });

  it.each([43_004, 43_019, 43_101, 40_003])(
    'is shown to fail where it answers with %i, as to who does not follow the account, until it works again',
    async (errcode) => {
      const person = actorWith({});
      const openId = `oLeaves${errcode}`;
      const addressId = await withWechat(person, openId);
      wechat.errcode = errcode;
      await notification.ask(test, { addressId }, person);
      await eventually(async () =>
        expect(await addresses(person)).toMatchObject([{ failingSince: expect.any(String) }]),
      );
      wechat.errcode = null;
      await notification.ask(test, { addressId }, person);
      await arrived(openId, 1);
      await eventually(async () => expect(await addresses(person)).toMatchObject([{ failingSince: null }]));
    },
  );
});
