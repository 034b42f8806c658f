/// <reference lib="dom" />
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { NoticePreferencesView } from '@gongxiang/contracts/notification/notice-preference.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { eventually } from '@gongxiang/testing';
import {
  type ArrivedMail,
  type FakeBrowser,
  FakeMailServer,
  FakePushService,
} from '@gongxiang/testing/providers';
import type { Browser, BrowserContext } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show, visitWith } from '../../browser/visit.js';
import { ask } from '../ask.js';
import { draftActivity, inDays, makeNetwork, makePerson, type Network, type Person } from '../fixtures.js';
import { story } from '../story.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';
import { fill, heads, press, says, sound } from './clicks.js';
import { type SignedInVisitor, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
const mail = 'lin@gongxiang.example';

let platform: TestPlatform;
let pushService: FakePushService;
let mailServer: FakeMailServer;
let browser: Browser;
let network: Network;
let organiser: Person;
let activity: ActivityView;
/** Who has the only seat, and who waits for it with a phone. */
let first: RegistrationView;
let holder: Person;
let worker: SignedInVisitor;
/** What pushes for the phone come to. */
let phone: FakeBrowser;

beforeAll(async () => {
  const pushKey = randomBytes(32).toString('base64url');
  [pushService, mailServer] = await Promise.all([FakePushService.start(pushKey), FakeMailServer.start()]);
  [platform, browser] = await Promise.all([
    startTestPlatform(
      {},
      {
        PUSH_KEY: pushKey,
        LOCAL_ADDRESSES: 'true',
        MAIL_URL: mailServer.url,
        MAIL_FROM: '工享 <notices@gongxiang.example>',
      },
    ),
    startBrowser(),
  ]);
  network = await makeNetwork(platform);
  organiser = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  holder = await makePerson(platform, network, network.near);
  await publishWithOneSeat();
  const person = await makePerson(platform, network, network.near);
  worker = await visitOf(browser, platform, person, { widthPx: 375, locale: 'en', keepsShell: true });
  phone = pushService.browser();
  await subscribesTo(worker.context, phone);
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
  await pushService?.stop();
  await mailServer?.stop();
}, startUpMs);

/** Somebody has the only seat; whoever comes next waits, and has a day to accept one. */
async function publishWithOneSeat(): Promise<void> {
  const { client } = organiser;
  const draft = await draftActivity(client, network.near);
  await client.post<PoolView>(`/activities/${draft.id}/pools`, {
    name: 'Everyone',
    capacity: 1,
    offerHours: 24,
  });
  activity = await client.decide<ActivityView>(`/activities/${draft.id}/publish`);
  first = await holder.client.post<RegistrationView>(`/activities/${activity.id}/registrations`);
}

/**
 * What no test can reach stands in: a person who allows notices when asked, and the browser's vendor, in whose place is a push
 * service of ours over the same protocol.
 */
async function subscribesTo(context: BrowserContext, { subscription }: FakeBrowser): Promise<void> {
  await context.grantPermissions(['notifications'], { origin: platform.gatewayUrl });
  await context.addInitScript((known) => {
    const isAllowed = (): boolean => sessionStorage.getItem('allowed') !== null;
    const made = { ...known, toJSON: () => known, unsubscribe: () => Promise.resolve(true) };
    Object.defineProperty(Notification, 'permission', { get: () => (isAllowed() ? 'granted' : 'default') });
    Notification.requestPermission = () => {
      sessionStorage.setItem('allowed', 'yes');
      return Promise.resolve('granted');
    };
    Object.assign(PushManager.prototype, {
      subscribe: () => Promise.resolve(made),
      getSubscription: () => Promise.resolve(isAllowed() ? made : null),
    });
  }, subscription);
}

const mailsAbout = (heading: string): ArrivedMail[] =>
  mailServer.to(mail).filter(({ text }) => text.includes(heading));

async function arrivedMail(heading: string): Promise<ArrivedMail> {
  return eventually(() => {
    const [found] = mailsAbout(heading);
    if (found === undefined) throw new Error(`no mail about “${heading}” yet`);
    return Promise.resolve(found);
  });
}

interface Shown {
  readonly title: string;
  readonly link: string;
}

/**
 * What the portal's worker shows of a message, handed to it as the browser does once it has opened it. A browser without a
 * window has nowhere to show it: that end stands in.
 */
async function shownOf({ context }: SignedInVisitor, message: string): Promise<Shown> {
  const [portalWorker] = context.serviceWorkers();
  if (portalWorker === undefined) throw new Error('the portal has no worker');
  return portalWorker.evaluate(async (data) => {
    const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
    const Pushed = (self as unknown as { PushEvent: new (type: string, init: object) => Event }).PushEvent;
    return new Promise<Shown>((resolve) => {
      registration.showNotification = async (title, options) => {
        const { data: known } = options as { readonly data: Pick<Shown, 'link'> };
        resolve({ title, link: known.link });
      };
      self.dispatchEvent(new Pushed('push', { data }));
    });
  }, message);
}

story('whoever waits for a seat', () => {
  it(
    'has this phone and a mail address told, led there by the line under the place in the queue',
    async () => {
      const { page } = worker;
      await show(page, `/activities/${activity.id}`);
      await press(page, 'Join the waitlist (0 ahead)');
      await says(page, 'No. 1 on the waitlist');
      await page.getByRole('link', { name: 'Get told here when a seat is free' }).click();
      await heads(page, 'Notifications');
      await press(page, 'Turn on for this device');
      await says(page, 'This device receives notifications.');
      await press(page, 'Add email address');
      await fill(page, { 'Email address': mail });
      await press(page, 'Send code');
      const { text } = await arrivedMail('Your code for Gongxiang');
      await fill(page, { 'Verification code': /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? '' });
      await press(page, 'Confirm');
      // Else the rest of this story waits for the morning when it is told at night.
      await page.getByLabel('Do not disturb at night').uncheck();
      await press(page, 'Save');
      await says(page, 'Saved');
      await sound(page);
    },
    storyMs,
  );

  it(
    'gets the offer by push and by mail, in the language read, once each',
    async () => {
      await holder.client.decide(`/registrations/${first.id}/cancel`);
      const offer = await arrivedMail('Please accept your seat');
      await eventually(() => {
        expect(phone.arrived).toMatchObject([{ heading: 'Please accept your seat', title: activity.title }]);
        return Promise.resolve();
      });
      expect(offer.text).toContain(`${platform.gatewayUrl}/activities/${activity.id}`);
      expect(await shownOf(worker, JSON.stringify(phone.arrived[0]))).toEqual({
        title: 'Please accept your seat',
        link: `/activities/${activity.id}`,
      });
    },
    storyMs,
  );

  it(
    'accepts it by the link in the message, where nobody is signed in, and nothing waits any more',
    async () => {
      const [offer] = mailsAbout('Please accept your seat');
      const link = /https?:\/\/\S+\/acts\/[\w-]+/.exec(offer?.text ?? '')?.[0] ?? '';
      expect(phone.arrived).toMatchObject([{ act: { text: 'Accept the seat' } }]);
      const elsewhere = await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'en' });
      await show(elsewhere.page, new URL(link).pathname);
      await heads(elsewhere.page, 'Please accept your seat');
      await sound(elsewhere.page);
      await press(elsewhere.page, 'Accept the seat');
      await says(elsewhere.page, 'Done: Accept the seat');
      const { page } = worker;
      await show(page, `/activities/${activity.id}`);
      await says(page, 'You are signed up');
      await show(page, '/waiting');
      await says(page, 'Nothing is waiting for you right now.');
      // The link is good for once, and the offer is answered: nobody is told of it twice.
      await eventually(async () => {
        await show(elsewhere.page, new URL(link).pathname);
        await says(elsewhere.page, 'This is done already, or its time is over');
      });
      expect(mailsAbout('Please accept your seat')).toHaveLength(1);
      expect(phone.arrived).toHaveLength(1);
      expect([...elsewhere.faults, ...worker.faults]).toEqual([]);
    },
    storyMs,
  );
});

/** Of a hall of the organiser's union, by its neighbour; nobody pays for it. */
async function askForHall(borrower: Person): Promise<LoanView> {
  const { client } = organiser;
  const { id: resourceId } = await client.post<ResourceView>('/resources', {
    owner: { kind: 'union', id: network.near.id },
    title: 'Small hall',
    function: 'facility',
    businesses: ['culture'],
  });
  await client.post(`/resources/${resourceId}/grants`, {
    to: { kind: 'everyone' },
    from: inDays(-1),
    until: inDays(60),
    approval: 'custodian',
    price: { kind: 'free' },
  });
  const times = { startsAt: inDays(9), endsAt: inDays(9.1) };
  return borrower.client.post<LoanView>('/loans', {
    borrowerUnionId: network.next.id,
    resourceId,
    ...times,
    purpose: 'Table tennis',
  });
}

it(
  'an officer who is asked for a hall lends it by the link in the message, once',
  async () => {
    const device = pushService.browser();
    await organiser.client.post('/me/notice-addresses/push', device.subscription);
    const path = '/me/notice-preferences';
    const {
      kinds: _kinds,
      version: _version,
      ...known
    } = await organiser.client.get<NoticePreferencesView>(path);
    await organiser.client.replace(path, { ...known, quietFrom: null, quietTo: null });
    const loan = await askForHall(
      await makePerson(platform, network, network.next, ['officer', 'organiser']),
    );
    const link = await eventually(() => {
      const found = device.arrived.find(({ title }) => title === 'Small hall')?.act?.link;
      if (found === undefined) throw new Error('nobody was told');
      return Promise.resolve(found);
    });
    const act = () => ask(platform.gatewayUrl, 'POST', link, {});
    expect((await act()).status).toBe(200);
    expect(await organiser.client.get<LoanView>(`/loans/${loan.id}`)).toMatchObject({ state: 'approved' });
    // However often it is pressed.
    await eventually(async () => expect((await act()).body.code).toBe('ACT_OVER'));
  },
  storyMs,
);
