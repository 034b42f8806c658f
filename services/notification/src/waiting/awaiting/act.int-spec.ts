import { randomBytes } from 'node:crypto';
import { actContract } from '@gongxiang/contracts/notification/act.contract';
import { awaitEvents, type AwaitState } from '@gongxiang/contracts/notification/awaits';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { noticeAddressContract } from '@gongxiang/contracts/notification/notice-address.contract';
import { noticePreferenceContract } from '@gongxiang/contracts/notification/notice-preference.contract';
import { type Actor, dayMs, DomainError, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { type FakeBrowser, FakePushService } from '@gongxiang/testing/providers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startNotification } from '../../notification.fixture.js';

let notification: ServiceFixture;
let pushService: FakePushService;

beforeAll(async () => {
  const pushKey = randomBytes(32).toString('base64url');
  pushService = await FakePushService.start(pushKey);
  notification = await startNotification({
    config: {
      publicUrl: 'https://gongxiang.example',
      pushKey,
      pushContact: 'mailto:operator@gongxiang.example',
      localAddresses: 'true',
    },
  });
  // By day.
  notification.clock.set('2026-11-20T10:00:00+08:00');
});
afterAll(async () => {
  await notification.stop();
  await pushService.stop();
});

async function withBrowser(person: Actor): Promise<FakeBrowser> {
  const browser = pushService.browser();
  await notification.ask(noticeAddressContract.addPush, browser.subscription, person);
  return browser;
}

function offered(person: Actor, more: Partial<AwaitState> = {}): AwaitState {
  const expiresAt = new Date(notification.clock.now().getTime() + dayMs).toISOString();
  return {
    kind: 'seatOffered',
    slot: '',
    why: 'waited',
    personIds: [person.personId],
    offices: null,
    about: { activityId: newId() },
    title: '羽毛球赛',
    values: { expiresAt },
    timeZone: 'Asia/Shanghai',
    dueAt: expiresAt,
    ...more,
  };
}

async function tell(id: string, version: number, awaits: AwaitState[]): Promise<void> {
  await notification.emit(awaitEvents.sharing, { subject: 'registration', id, version, awaits });
}

const arrivedAt = (browser: FakeBrowser) =>
  eventually(() => {
    const [message] = browser.arrived;
    if (message === undefined) throw new Error('nothing has arrived yet');
    return Promise.resolve(message);
  });

async function tokenOf(browser: FakeBrowser): Promise<string> {
  const { act } = await arrivedAt(browser);
  return /^\/acts\/(.+)$/.exec(act?.link ?? '')?.[1] ?? '';
}

async function codeOf(token: string): Promise<string> {
  try {
    await notification.ask(actContract.open, { token }, null);
    return 'OK';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('the link in a message', () => {
  it('says what it would do, and stands for its person and that thing alone', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    const id = newId();
    const told = offered(person);
    await tell(id, 1, [told]);
    const token = await tokenOf(browser);
    expect(await notification.ask(actContract.show, { token }, null)).toMatchObject({
      heading: '请确认名额',
      title: '羽毛球赛',
      act: '确认名额',
      link: `/activities/${told.about['activityId']}`,
      dueAt: told.dueAt,
    });
    expect(await notification.ask(actContract.open, { token }, null)).toEqual({
      personId: person.personId,
      kind: 'seatOffered',
      thingId: id,
      version: null,
    });
  });

  it('is good for once: what is done, or offered anew, it does no more', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    const id = newId();
    await tell(id, 1, [offered(person)]);
    const token = await tokenOf(browser);
    expect(await codeOf(token)).toBe('OK');
    await tell(id, 2, []);
    await eventually(async () => expect(await codeOf(token)).toBe('ACT_OVER'));
    await tell(id, 3, [offered(person, { slot: 'next' })]);
    await eventually(() => {
      expect(browser.arrived).toHaveLength(2);
      return Promise.resolve();
    });
    expect(await codeOf(token)).toBe('ACT_OVER');
  });

  it('that is altered, made up, or of another purpose is none', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    await tell(newId(), 1, [offered(person)]);
    const token = await tokenOf(browser);
    const altered = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(await codeOf(altered)).toBe('LINK_INVALID');
    expect(await codeOf('q3Zt0S2yTq2v8yYw')).toBe('LINK_INVALID');
    await expect(notification.ask(noticePreferenceContract.refuse, { token }, null)).rejects.toMatchObject({
      code: 'LINK_INVALID',
    });
  });

  it('is for the office where the service allows it, on the version that was told, while it is held', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    const unionId = newId();
    const none = { parentId: null, uscc: null, enterpriseId: null, sizeClass: null };
    const union: UnionState = {
      ...none,
      id: unionId,
      version: 1,
      path: '81.',
      name: '滨江工会',
      active: true,
    };
    await notification.emit(membershipEvents.unionChanged, union);
    const role = { id: newId(), personId: person.personId, unionId, role: 'officer' as const };
    const grant = (version: number, revokedAt: string | null) =>
      notification.emit(membershipEvents.roleChanged, { ...role, version, revokedAt });
    await grant(1, null);
    await eventually(async () => {
      const [held] = await notification.dataSource.query('SELECT FROM role_ref WHERE id = $1', [role.id]);
      expect(held).toBeDefined();
    });
    const id = newId();
    const asked = offered(person, {
      kind: 'loanRequested',
      why: 'lends',
      personIds: [],
      offices: { roles: ['officer'], unionIds: [unionId], isNearest: true, exceptIds: [] },
      about: { loanId: id },
      linkVersion: 3,
    });
    await notification.emit(awaitEvents.sharing, { subject: 'loan', id, version: 1, awaits: [asked] });
    expect((await arrivedAt(browser)).act).toMatchObject({ text: '批准借用' });
    const token = await tokenOf(browser);
    expect(await notification.ask(actContract.show, { token }, null)).toMatchObject({
      heading: '有人申请借用',
      act: '批准借用',
      link: `/loans/${id}`,
    });
    expect(await notification.ask(actContract.open, { token }, null)).toEqual({
      personId: person.personId,
      kind: 'loanRequested',
      thingId: id,
      version: 3,
    });
    await grant(2, '2026-11-20T00:00:00.000Z');
    await eventually(async () => expect(await codeOf(token)).toBe('ACT_OVER'));
  });

  it('is not there for what moves money, or binds a union for long', async () => {
    const person = actorWith({});
    const browser = await withBrowser(person);
    const told = offered(person, { kind: 'loanRequested', why: 'lends', about: { loanId: newId() } });
    await tell(newId(), 1, [told]);
    expect(await arrivedAt(browser)).toMatchObject({ act: null });
  });
});
