import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  noticeAddressContract,
  type NoticeAddressView,
} from '@gongxiang/contracts/notification/notice-address.contract';
import { deliveryContract } from '@gongxiang/contracts/notification/delivery.contract';
import { noticePreferenceContract } from '@gongxiang/contracts/notification/notice-preference.contract';
import { type Actor, DomainError, hourMs, minuteMs, newId, rootPath } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { raise, startNotification, untilPostponed } from '../notification.fixture.js';
import { ChannelBudget } from './delivery/channel-budget.js';
import { ChannelMonthRepository } from './delivery/channel-month.repository.js';
import { type ArrivedSms, FakeAliyun, FakeTencent, smsConfigOf } from './sms-provider.fixture.js';

const { list, addMail, addPhone, prove, test } = noticeAddressContract;
const urgent = { kind: 'seatOffered', why: 'waited' } as const;
const soon = { kind: 'loanRequested', why: 'lends' } as const;

/** @returns the code of the error; `OK` without one */
function codeOf(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    () => 'OK',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
}

/** Numbers that nobody else in a run has. */
let numbers = 0;
const newPhone = (): string => `138${String((numbers += 1)).padStart(8, '0')}`;

describe.each([
  [
    'Aliyun',
    () => new FakeAliyun(),
    {
      limited: 'isv.BUSINESS_LIMIT_CONTROL',
      unpaid: 'isv.OUT_OF_SERVICE',
      number: 'isv.MOBILE_NUMBER_ILLEGAL',
      optedOut: [],
    },
  ],
  [
    'Tencent',
    () => new FakeTencent(),
    {
      limited: 'LimitExceeded.PhoneNumberThirtySecondLimit',
      unpaid: 'FailedOperation.InsufficientBalanceInSmsPackage',
      number: 'InvalidParameterValue.IncorrectPhoneNumber',
      optedOut: ['FailedOperation.PhoneNumberInBlacklist'],
    },
  ],
] as const)('text messages by %s', (_name, fake, codes) => {
  const provider = fake();
  let notification: ServiceFixture;

  beforeAll(async () => {
    await provider.start();
    notification = await startNotification({
      config: { publicUrl: 'https://gongxiang.example', ...smsConfigOf(provider), smsMonthMax: 40 },
    });
    // By day.
    notification.clock.set('2026-11-20T10:00:00+08:00');
  });
  afterAll(async () => {
    await notification.stop();
    await provider.stop();
  });
  afterEach(() => {
    provider.code = null;
  });

  const arrived = (phone: string, count: number): Promise<ArrivedSms[]> =>
    eventually(() => {
      expect(provider.to(phone)).toHaveLength(count);
      return Promise.resolve(provider.to(phone));
    });

  async function withPhone(person: Actor, phone = newPhone()): Promise<NoticeAddressView> {
    const { id: addressId } = await notification.ask(addPhone, { phone }, person);
    const [sms] = await arrived(phone, 1);
    return notification.ask(prove, { addressId, code: sms?.value ?? '' }, person);
  }

  const addresses = async (person: Actor): Promise<NoticeAddressView[]> =>
    (await notification.ask(list, {}, person)).items;
  const states = async (person: Actor): Promise<{ state: string; reason: string | null }[]> =>
    notification.dataSource.query(
      `SELECT d.state, d.reason FROM delivery d JOIN notice_address a ON a.id = d.address_id
       WHERE a.person_id = $1 AND d.what <> 'code' ORDER BY d.created_at, d.id`,
      [person.personId],
    );
  const untilState = (person: Actor, ...expected: object[]): Promise<void> =>
    eventually(async () => expect(await states(person)).toMatchObject(expected));

  it('a phone is used once its code was entered, and for what is urgent', async () => {
    const person = actorWith({});
    const phone = newPhone();
    expect(await notification.ask(list, {}, person)).toMatchObject({ channels: ['sms'] });
    const { id: addressId } = await notification.ask(addPhone, { phone }, person);
    const [code] = await arrived(phone, 1);
    expect(code).toMatchObject({ template: '244001', value: expect.stringMatching(/^\d{6}$/) });
    const proving = { addressId, code: code?.value ?? '' };
    expect(await notification.ask(prove, proving, person)).toMatchObject({
      channel: 'sms',
      state: 'active',
      label: `138****${phone.slice(-4)}`,
    });
    expect(await codeOf(notification.ask(addPhone, { phone }, person))).toBe('ADDRESS_PROVED_ALREADY');
    await raise(notification, [person.personId], soon);
    await raise(notification, [person.personId], { ...urgent, title: '球赛' });
    const [, sms] = await arrived(phone, 2);
    expect(sms).toMatchObject({ template: '244002', value: expect.stringContaining('球赛') });
    await untilState(person, { state: 'sent' });
  });

  it('and for less where the person has asked for it', async () => {
    const person = actorWith({});
    const phone = newPhone();
    await withPhone(person, phone);
    const {
      version: _version,
      kinds: _kinds,
      ...known
    } = await notification.ask(noticePreferenceContract.get, {}, person);
    const channels = [{ channel: 'sms' as const, urgencies: ['now' as const, 'soon' as const] }];
    await notification.ask(noticePreferenceContract.set, { ...known, channels }, person);
    await raise(notification, [person.personId], soon);
    const [, sms] = await arrived(phone, 2);
    expect(sms?.value).toMatch(/^有人申请借用/);
  });

  it('what is limited, or not paid for, waits and leaves later', async () => {
    const person = actorWith({});
    const phone = newPhone();
    const { id: addressId } = await withPhone(person, phone);
    for (const code of [codes.limited, codes.unpaid]) {
      const before = provider.arrived.length;
      provider.code = code;
      await notification.ask(test, { addressId }, person);
      await untilPostponed(notification, person, 1);
      provider.code = null;
      notification.clock.advance(10 * minuteMs);
      await eventually(() => {
        expect(provider.arrived.length).toBe(before + 1);
        return Promise.resolve();
      });
    }
    expect(await addresses(person)).toMatchObject([{ failingSince: null }]);
  });

  it('a number that is none is shown to fail, and one whose owner wants no more is forgotten', async () => {
    const person = actorWith({});
    const phone = newPhone();
    const { id: addressId } = await withPhone(person, phone);
    provider.codes.set(phone, codes.number);
    await notification.ask(test, { addressId }, person);
    await untilState(person, { state: 'failed', reason: codes.number });
    expect(await addresses(person)).toMatchObject([{ failingSince: expect.any(String) }]);
    for (const code of codes.optedOut) {
      provider.codes.set(phone, code);
      await notification.ask(test, { addressId }, person);
      await eventually(async () => expect(await addresses(person)).toEqual([]));
    }
  });

  describe('that was taken', () => {
    const report = async () => {
      const [root] = [actorWith({ roles: [['operator', newId(), rootPath]] })];
      const { channels, unsent } = await notification.ask(deliveryContract.report, { days: 90 }, root);
      return { sms: channels.find(({ channel }) => channel === 'sms'), unsent };
    };
    const taken = async (person: Actor, phone: string): Promise<void> => {
      const { id: addressId } = await withPhone(person, phone);
      await notification.ask(test, { addressId }, person);
      await untilState(person, { state: 'sent' });
    };
    /** It was asked for, and is again later: whoever asks has it for a minute. */
    const untilAskedLater = (person: Actor): Promise<void> =>
      eventually(async () => {
        const at = new Date(notification.clock.now().getTime() + 2 * minuteMs);
        const soon: unknown[] = await notification.dataSource.query(
          `SELECT 1 FROM delivery d JOIN notice_address a ON a.id = d.address_id
           WHERE a.person_id = $1 AND d.state = 'sent' AND d.receipt_at <= $2`,
          [person.personId, at],
        );
        expect(soon).toEqual([]);
      });

    it('is shown as delivered once its provider says so, whoever has asked', async () => {
      const [person, phone] = [actorWith({}), newPhone()];
      await taken(person, phone);
      const before = await report();
      notification.clock.advance(minuteMs);
      await eventually(async () => expect(provider.asked).toContain(phone));
      await untilAskedLater(person);
      expect(await states(person)).toEqual([{ state: 'sent', reason: null }]);
      provider.reports.set(phone, { hasArrived: true, code: 'DELIVERED' });
      notification.clock.advance(5 * minuteMs);
      await untilState(person, { state: 'delivered', reason: null });
      const after = await report();
      expect(after.sms?.sent).toBe(before.sms?.sent);
      // The code with which the phone was proved has arrived as well.
      await eventually(async () =>
        expect((await report()).sms?.delivered).toBe((before.sms?.delivered ?? 0) + 2),
      );
      // Of other phones it is asked meanwhile.
      const timesAsked = (): number => provider.asked.filter((one) => one === phone).length;
      const asked = timesAsked();
      notification.clock.advance(hourMs);
      await raise(notification, [person.personId], { ...urgent, about: { activityId: newId() } });
      await arrived(phone, 3);
      expect(timesAsked()).toBe(asked);
    });

    it('is shown as failed, with the carrier’s reason, and its phone as one that does not answer', async () => {
      const [person, phone] = [actorWith({}), newPhone()];
      await taken(person, phone);
      provider.reports.set(phone, { hasArrived: false, code: 'MN:0001' });
      notification.clock.advance(minuteMs);
      await untilState(person, { state: 'failed', reason: 'MN:0001' });
      expect(await addresses(person)).toMatchObject([{ failingSince: expect.any(String) }]);
      expect((await report()).unsent).toContainEqual(
        expect.objectContaining({ channel: 'sms', state: 'failed', reason: 'MN:0001' }),
      );
    });

    it('is asked for though the address of another that left with it does not open', async () => {
      const [person, phone] = [actorWith({}), newPhone()];
      const other = actorWith({});
      await taken(other, newPhone());
      await taken(person, phone);
      // Sealed for another address, as a row would be that somebody has copied.
      await notification.dataSource.query(
        `UPDATE notice_address SET sealed_address = (SELECT sealed_address FROM notice_address WHERE person_id = $2)
         WHERE person_id = $1`,
        [other.personId, person.personId],
      );
      provider.reports.set(phone, { hasArrived: true, code: 'DELIVERED' });
      notification.clock.advance(minuteMs);
      await untilState(person, { state: 'delivered', reason: null });
      await untilAskedLater(other);
    });

    it('is asked for again where the provider does not answer, and for two days at most', async () => {
      const [person, phone] = [actorWith({}), newPhone()];
      await taken(person, phone);
      provider.code = codes.limited;
      const before = provider.asked.length;
      notification.clock.advance(minuteMs);
      await eventually(async () => expect(provider.asked.length).toBeGreaterThan(before));
      await untilAskedLater(person);
      provider.code = null;
      provider.reports.set(phone, { hasArrived: true, code: 'DELIVERED' });
      notification.clock.advance(5 * minuteMs);
      await untilState(person, { state: 'delivered' });
      const [other, silent] = [actorWith({}), newPhone()];
      await taken(other, silent);
      notification.clock.advance(49 * hourMs);
      await eventually(async () =>
        expect(
          await notification.dataSource.query(
            `SELECT d.state, d.receipt_at FROM delivery d JOIN notice_address a ON a.id = d.address_id
             WHERE a.person_id = $1 AND d.what = 'test'`,
            [other.personId],
          ),
        ).toEqual([{ state: 'sent', receipt_at: null }]),
      );
      // By day.
      notification.clock.set('2026-11-25T10:00:00+08:00');
    });
  });

  it('no more leave than the month has, and nobody is promised one', async () => {
    const person = actorWith({});
    const phone = newPhone();
    const { id: addressId } = await withPhone(person, phone);
    const { dataSource, clock } = notification;
    const channels = { adapters: {}, monthMax: { sms: 40 }, pushKey: null, wechat: null };
    const ratio = () =>
      new ChannelBudget(new ChannelMonthRepository(), channels).ratio(dataSource, clock.now());
    // What is refused and what waits is not counted; what has left is.
    expect(await ratio()).toBeCloseTo(provider.arrived.length / 40);
    await dataSource.query(`UPDATE channel_month SET sent = 39`);
    for (const loanId of ['one', 'two'])
      await raise(notification, [person.personId], { ...urgent, about: { loanId } });
    await eventually(async () => {
      const ended = await states(person);
      expect(ended.filter(({ state }) => state !== 'waiting')).toHaveLength(2);
      expect(ended.filter(({ reason }) => reason === 'budget').length).toBeLessThanOrEqual(1);
    });
    expect(await ratio()).toBe(1);
    expect(await codeOf(notification.ask(test, { addressId }, person))).toBe('CHANNEL_SPENT');
    expect(await codeOf(notification.ask(addPhone, { phone: newPhone() }, actorWith({})))).toBe(
      'CHANNEL_SPENT',
    );
    clock.set('2026-12-01T00:00:30+08:00');
    expect(await ratio()).toBe(0);
    clock.advance(10 * hourMs);
    await notification.ask(test, { addressId }, person);
    await eventually(async () =>
      expect((await states(person)).at(-1)).toEqual({ state: 'sent', reason: null }),
    );
  });

  it('what is not set up is not offered', async () => {
    expect(await codeOf(notification.ask(addMail, { mail: 'lin@example.com' }, actorWith({})))).toBe(
      'CHANNEL_MISSING',
    );
  });
});
