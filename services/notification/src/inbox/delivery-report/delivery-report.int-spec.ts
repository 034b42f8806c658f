import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  deliveryContract,
  type DeliveryReportView,
} from '@gongxiang/contracts/notification/delivery.contract';
import { noticeAddressContract } from '@gongxiang/contracts/notification/notice-address.contract';
import { noticeContract } from '@gongxiang/contracts/notification/notice.contract';
import { type Actor, dayMs, minuteMs, newId } from '@gongxiang/domain';
import {
  actorWith,
  eventually,
  explainsWithoutSeqScan,
  recordQueries,
  type ServiceFixture,
} from '@gongxiang/testing';
import { FakeMailServer } from '@gongxiang/testing/providers';
import { raise, startNotification } from '../../notification.fixture.js';

let notification: ServiceFixture;
let mailServer: FakeMailServer;

beforeAll(async () => {
  mailServer = await FakeMailServer.start();
  notification = await startNotification({
    config: {
      publicUrl: 'https://gongxiang.example',
      mailUrl: mailServer.url,
      mailFrom: '工享 <notices@gongxiang.example>',
      mailMonthMax: 50,
    },
  });
  notification.clock.set('2026-11-20T10:00:00+08:00');
});
afterAll(async () => {
  await notification.stop();
  await mailServer.stop();
});

const rootOfficer = actorWith({ roles: [['officer', newId(), '1.']] });
const report = (days?: number, actor: Actor | null = rootOfficer): Promise<DeliveryReportView> =>
  notification.ask(deliveryContract.report, days === undefined ? {} : { days }, actor);

async function withMail(mail: string): Promise<Actor> {
  const person = actorWith({});
  const { id: addressId } = await notification.ask(noticeAddressContract.addMail, { mail }, person);
  const code = await eventually(() => {
    const found = /(?<!\d)\d{6}(?!\d)/.exec(mailServer.to(mail)[0]?.text ?? '')?.[0];
    if (found === undefined) throw new Error('no code yet');
    return found;
  });
  await notification.ask(noticeAddressContract.prove, { addressId, code }, person);
  return person;
}

const ask = (person: Actor): Promise<unknown> =>
  raise(notification, [person.personId], { kind: 'loanRequested', why: 'lends' });

describe('whether messages arrive', () => {
  it('is counted by way, day and reason, with how much of the month is left and how many were read', async () => {
    const [reached, unknown] = [await withMail('lin@example.com'), await withMail('gone@example.com')];
    // That a message has left is written down after it has arrived.
    await eventually(async () => expect((await report(1)).days).toMatchObject([{ sent: 2 }]));
    // The next day, in China.
    notification.clock.set('2026-11-21T09:00:00+08:00');
    mailServer.unknown.add('gone@example.com');
    await ask(reached);
    await ask(unknown);
    const mail = {
      channel: 'mail',
      isSetUp: true,
      waiting: 0,
      delivered: null,
      dropped: 0,
      lateSince: null,
    } as const;
    await eventually(async () =>
      expect(await report(2)).toEqual({
        from: '2026-11-20',
        to: '2026-11-21',
        delivered: 2,
        read: 0,
        // Two codes, and one of two notices: what was refused is given back to the month.
        channels: [{ ...mail, sent: 3, failed: 1, monthSent: 3, monthMax: 50 }],
        days: [
          { date: '2026-11-20', sent: 2, failed: 0, dropped: 0 },
          { date: '2026-11-21', sent: 1, failed: 1, dropped: 0 },
        ],
        unsent: [{ channel: 'mail', state: 'failed', reason: '550', count: 1 }],
      }),
    );
    const { items } = await notification.ask(noticeContract.list, {}, reached);
    await notification.ask(noticeContract.read, { noticeId: items[0]?.id ?? '' }, reached);
    expect(await report(1)).toMatchObject({
      from: '2026-11-21',
      delivered: 2,
      read: 1,
      channels: [{ ...mail, sent: 1, failed: 1 }],
    });
    expect((await report()).days).toHaveLength(30);
  });

  it('says since when messages do not leave', async () => {
    const person = await withMail('late@example.com');
    mailServer.isDown = true;
    const dueAt = notification.clock.now();
    await ask(person);
    await eventually(async () => expect((await report(1)).channels).toMatchObject([{ waiting: 1 }]));
    expect((await report(1)).channels).toMatchObject([{ lateSince: null }]);
    notification.clock.advance(11 * minuteMs);
    expect((await report(1)).channels).toMatchObject([{ waiting: 1, lateSince: dueAt.toISOString() }]);
    mailServer.isDown = false;
    await eventually(async () => expect((await report(1)).channels).toMatchObject([{ waiting: 0 }]));
  });

  it('has nothing of days that are over', async () => {
    notification.clock.advance(40 * dayMs);
    expect(await report(30)).toMatchObject({ delivered: 0, read: 0, channels: [{ sent: 0 }], unsent: [] });
  });

  it('is for officers, auditors and operators of the root union alone', async () => {
    const elsewhere = actorWith({ roles: [['officer', newId(), '1.7.']] });
    await expect(report(7, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    for (const actor of [actorWith({}), elsewhere, actorWith({ roles: [['organiser', newId(), '1.']] })])
      await expect(report(7, actor)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const role of ['auditor', 'operator'] as const)
      expect((await report(7, actorWith({ roles: [[role, newId(), '1.']] }))).days).toHaveLength(7);
  });

  it.each([0, 91, 1.5])('is not told of %s days', async (days) => {
    await expect(report(days)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('is counted from indexes', async () => {
    const queries = (await recordQueries(notification.dataSource, () => report(90))).filter(({ sql }) =>
      sql.includes('count(*)'),
    );
    expect(queries).toHaveLength(3);
    for (const { sql, params } of queries)
      expect([sql, await explainsWithoutSeqScan(notification.dataSource, sql, params)]).toEqual([sql, []]);
  });
});
