import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  noticeAddressContract,
  type NoticeAddressView,
} from '@gongxiang/contracts/notification/notice-address.contract';
import { type Actor, DomainError, minuteMs } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { raise, startNotification, untilPostponed } from '../notification.fixture.js';
import { type ArrivedWecom, FakeWecom } from './wecom.fixture.js';

const { list, addWecom, prove, test } = noticeAddressContract;
const asked = { kind: 'loanRequested', why: 'lends' } as const;

describe('WeCom', () => {
  const wecom = new FakeWecom();
  let notification: ServiceFixture;

  beforeAll(async () => {
    await wecom.start();
    notification = await startNotification({
      config: { publicUrl: 'https://gongxiang.example', ...wecom.settings, wecomApiUrl: wecom.url },
    });
    // By day.
    notification.clock.set('2026-11-20T10:00:00+08:00');
  });
  afterAll(async () => {
    await notification.stop();
    await wecom.stop();
  });
  afterEach(() => {
    wecom.errcode = null;
  });

  const addresses = async (person: Actor): Promise<NoticeAddressView[]> =>
    (await notification.ask(list, {}, person)).items;
  const arrived = (userId: string, count: number): Promise<ArrivedWecom[]> =>
    eventually(() => {
      expect(wecom.to(userId)).toHaveLength(count);
      return Promise.resolve(wecom.to(userId));
    });

  async function withAccount(person: Actor, userId: string): Promise<string> {
    wecom.members.add(userId);
    const { id: addressId } = await notification.ask(addWecom, { userId }, person);
    const [message] = await arrived(userId, 1);
    const code = /(?<!\d)\d{6}(?!\d)/.exec(message?.text ?? '')?.[0] ?? '';
    await notification.ask(prove, { addressId, code }, person);
    return addressId;
  }

  it('an account is used once its code was entered, and a card leads to the page', async () => {
    const person = actorWith({});
    await withAccount(person, 'lin.fang');
    expect(await addresses(person)).toMatchObject([{ channel: 'wecom', label: 'l•••', state: 'active' }]);
    const about = { loanId: 'loan' };
    await raise(notification, [person.personId], { ...asked, about, title: '<投影仪>' });
    const [code, card] = await arrived('lin.fang', 2);
    expect(code?.kind).toBe('text');
    expect(card).toMatchObject({
      kind: 'textcard',
      title: '有人申请借用',
      text: expect.stringContaining('＜投影仪＞'),
      url: expect.stringMatching(/^https:\/\/gongxiang\.example\/loans\/loan#[\da-f-]{36}$/),
    });
  });

  it('its token is kept, asked for once by many, and anew where WeCom has ended it', async () => {
    const people = ['a', 'b', 'c'].map((userId) => ({ person: actorWith({}), userId }));
    for (const { person, userId } of people) await withAccount(person, userId);
    wecom.endToken();
    const given = wecom.tokensGiven;
    await raise(
      notification,
      people.map(({ person }) => person.personId),
      asked,
    );
    for (const { userId } of people) await arrived(userId, 2);
    expect(wecom.tokensGiven).toBe(given + 1);
  });

  it('what was sent and not written down is shown once', async () => {
    const person = actorWith({});
    await withAccount(person, 'once');
    await raise(notification, [person.personId], asked);
    await arrived('once', 2);
    await eventually(async () => {
      const ended: unknown[] = await notification.dataSource.query(
        `SELECT d.id FROM delivery d JOIN notice_address a ON a.id = d.address_id
         WHERE a.person_id = $1 AND d.what = 'notice' AND d.ended_at IS NOT NULL`,
        [person.personId],
      );
      expect(ended).toHaveLength(1);
    });
    const before = wecom.asked;
    // As if the process had died before it wrote that it was sent.
    await notification.dataSource.query(
      `UPDATE delivery d SET state = 'waiting', ended_at = NULL FROM notice_address a
       WHERE a.id = d.address_id AND a.person_id = $1 AND d.what = 'notice'`,
      [person.personId],
    );
    await eventually(() => {
      expect(wecom.asked).toBeGreaterThan(before);
      return Promise.resolve();
    });
    await arrived('once', 2);
  });

  it.each([45_009, 60_020])('what it answers with %i waits and leaves later', async (errcode) => {
    const person = actorWith({});
    const userId = `waits-${errcode}`;
    const addressId = await withAccount(person, userId);
    wecom.errcode = errcode;
    await notification.ask(test, { addressId }, person);
    await untilPostponed(notification, person, 1);
    wecom.errcode = null;
    notification.clock.advance(10 * minuteMs);
    await arrived(userId, 2);
    expect(await addresses(person)).toMatchObject([{ failingSince: null }]);
  });

  it('somebody who has left is shown to fail, and nothing but an account is taken', async () => {
    const person = actorWith({});
    const addressId = await withAccount(person, 'leaver');
    wecom.members.delete('leaver');
    await notification.ask(test, { addressId }, person);
    await eventually(async () =>
      expect(await addresses(person)).toMatchObject([{ failingSince: expect.any(String) }]),
    );
    // More than one account, or everybody.
    for (const userId of ['a|b', '@all'])
      await expect(notification.ask(addWecom, { userId }, actorWith({}))).rejects.toThrow(DomainError);
  });
});
