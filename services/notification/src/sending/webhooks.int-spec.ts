import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  noticeAddressContract,
  type NoticeAddressView,
} from '@gongxiang/contracts/notification/notice-address.contract';
import { type Actor, dayMs, DomainError, minuteMs } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { raise, startNotification, untilPostponed } from '../notification.fixture.js';
import { DeliveryWatch } from './delivery/delivery-watch.js';
import { WebhookReceiver } from './webhook-receiver.fixture.js';

const { list, addWebhook, test } = noticeAddressContract;
const asked = { kind: 'loanRequested', why: 'lends' } as const;
const publicUrl = 'https://gongxiang.example';

/** @returns the code of the error; `OK` without one */
function codeOf(asking: Promise<unknown>): Promise<string> {
  return asking.then(
    () => 'OK',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
}

describe('a webhook', () => {
  let notification: ServiceFixture;
  const receivers: WebhookReceiver[] = [];

  beforeAll(async () => {
    notification = await startNotification({
      config: { publicUrl, webhooks: 'true', localAddresses: 'true' },
    });
  });
  // By day.
  beforeEach(() => notification.clock.set('2026-11-20T10:00:00+08:00'));
  afterAll(async () => {
    await notification.stop();
    for (const receiver of receivers) await receiver.stop();
  });

  const addresses = async (person: Actor): Promise<NoticeAddressView[]> =>
    (await notification.ask(list, {}, person)).items;

  async function withWebhook(person: Actor): Promise<{ receiver: WebhookReceiver; addressId: string }> {
    const receiver = await new WebhookReceiver().start();
    receivers.push(receiver);
    const { id, secret } = await notification.ask(addWebhook, { url: receiver.url }, person);
    receiver.secret = secret;
    return { receiver, addressId: id };
  }

  const untilTaken = (receiver: WebhookReceiver, count: number): Promise<void> =>
    eventually(() => {
      expect(receiver.arrived).toHaveLength(count);
      return Promise.resolve();
    });

  it('is sent what is new, signed with the secret that was shown once', async () => {
    const person = actorWith({});
    const { receiver } = await withWebhook(person);
    const [shown] = await addresses(person);
    expect(shown).toMatchObject({ channel: 'webhook', label: '127.0.0.1', state: 'active' });
    expect(JSON.stringify(shown)).not.toContain('whsec_');
    const about = { loanId: 'loan' };
    await raise(notification, [person.personId], { ...asked, about, title: '投影仪' });
    await untilTaken(receiver, 1);
    expect(receiver.arrived[0]).toMatchObject({
      type: 'notice',
      data: { heading: '有人申请借用', title: '投影仪', link: `${publicUrl}/loans/loan`, urgency: 'soon' },
    });
  });

  it('that is down gets it later, under the same id, and is the concern of no operator', async () => {
    const person = actorWith({});
    const { receiver } = await withWebhook(person);
    receiver.status = 503;
    await raise(notification, [person.personId], asked);
    await untilPostponed(notification, person, 1);
    notification.clock.advance(20 * minuteMs);
    expect(await new DeliveryWatch().age(notification.dataSource, notification.clock.now())).toBe(0);
    receiver.status = null;
    // Time goes on, as it may have been tried in vain once more meanwhile.
    await eventually(() => {
      notification.clock.advance(minuteMs);
      expect(receiver.arrived).toHaveLength(1);
      return Promise.resolve();
    });
    // The receiver has it a moment before the answer is written down.
    await eventually(async () =>
      expect(await addresses(person)).toMatchObject([{ failingSince: null, reachedAt: expect.any(String) }]),
    );
  });

  it('that is down for a day is shown to fail', async () => {
    const person = actorWith({});
    const { receiver, addressId } = await withWebhook(person);
    receiver.status = 502;
    await notification.ask(test, { addressId }, person);
    await untilPostponed(notification, person, 1);
    notification.clock.advance(dayMs + minuteMs);
    await eventually(async () =>
      expect(await addresses(person)).toMatchObject([{ failingSince: expect.any(String) }]),
    );
  });

  it.each([302, 404, 401])(
    'that answers %i is shown to fail, and is not followed elsewhere',
    async (status) => {
      const person = actorWith({});
      const { receiver, addressId } = await withWebhook(person);
      receiver.status = status;
      await notification.ask(test, { addressId }, person);
      await eventually(async () =>
        expect(await addresses(person)).toMatchObject([{ failingSince: expect.any(String) }]),
      );
      expect(receiver.asked).toBe(1);
    },
  );

  it('that is gone is forgotten', async () => {
    const person = actorWith({});
    const { receiver, addressId } = await withWebhook(person);
    receiver.status = 410;
    await notification.ask(test, { addressId }, person);
    await eventually(async () => expect(await addresses(person)).toEqual([]));
  });
});

describe('a webhook of a deployment that people use', () => {
  it('is no address in our own network, and none in the clear', async () => {
    const notification = await startNotification({ config: { publicUrl, webhooks: 'true' } });
    notification.clock.set('2026-11-20T10:00:00+08:00');
    const receiver = await new WebhookReceiver().start();
    const person = actorWith({});
    const add = (url: string) => notification.ask(addWebhook, { url }, person);
    expect(await codeOf(add(receiver.url))).toBe('WEBHOOK_ADDRESS');
    expect(await codeOf(add('https://['))).toBe('WEBHOOK_ADDRESS');
    expect(await codeOf(add('https://user:word@hooks.example/'))).toBe('WEBHOOK_ADDRESS');
    const { id: addressId } = await add(receiver.url.replace('http:', 'https:'));
    await notification.ask(test, { addressId }, person);
    await eventually(async () =>
      expect((await notification.ask(list, {}, person)).items).toMatchObject([
        { failingSince: expect.any(String) },
      ]),
    );
    expect(receiver.asked).toBe(0);
    await notification.stop();
    await receiver.stop();
  });

  it('is not offered where nobody has said so', async () => {
    const notification = await startNotification({ config: { publicUrl } });
    const adding = notification.ask(addWebhook, { url: 'https://hooks.example/' }, actorWith({}));
    expect(await codeOf(adding)).toBe('CHANNEL_MISSING');
    await notification.stop();
  });
});
