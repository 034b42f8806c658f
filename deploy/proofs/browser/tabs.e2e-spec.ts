/// <reference lib="dom" />
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { eventually } from '@gongxiang/testing';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show, signOut } from '../../browser/visit.js';
import { makeNetwork, makePerson, type Network, type Person, publishActivity } from '../fixtures.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { signInByTyping, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
/** Over HTTP/1.1 a browser holds one connection less to one address. */
const tabsOpen = 7;

let platform: TestPlatform;
let browser: Browser;
let network: Network;
let officer: Person;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer']);
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

/** The streams of hints of one browser, as they are asked for of the gateway. */
class Streams {
  private readonly requests: Request[] = [];
  private readonly ended = new Set<Request>();

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
      if (request.url().endsWith('/api/v1/events')) this.requests.push(request);
    });
    context.on('requestfinished', (request) => this.ended.add(request));
    context.on('requestfailed', (request) => this.ended.add(request));
  }

  get asked(): number {
    return this.requests.length;
  }

  get open(): Request[] {
    // Of a page that is closed no end of a request is told.
    return this.requests.filter((one) => !this.ended.has(one) && !one.frame().page().isClosed());
  }

  /** The tab that holds the only one there is. */
  async leader(): Promise<Page> {
    await eventually(() => expect(this.open).toHaveLength(1));
    const [stream] = this.open;
    if (stream === undefined) throw new Error('no stream is open');
    return stream.frame().page();
  }
}

describe('who has seven tabs open', () => {
  let member: Person;
  let activityId: string;
  let context: BrowserContext;
  let streams: Streams;
  let tabs: Page[];
  let faults: string[];

  /** What each tab shows that is still open. */
  const allSay = (text: string, some = tabs): Promise<unknown> =>
    Promise.all(some.map((page) => page.getByText(text).first().waitFor()));
  const free = 'Sign up (1 person)';
  const seated = 'You are signed up';

  /** On another device: no page of this browser has a part in it. */
  const signUp = (): Promise<RegistrationView> =>
    member.client.post<RegistrationView>(`/activities/${activityId}/registrations`);
  const cancel = async ({ id }: RegistrationView): Promise<void> => {
    const { version } = await member.client.get<RegistrationView>(`/registrations/${id}`);
    await member.client.post(`/registrations/${id}/cancel`, {}, { ifMatch: version });
  };

  beforeEach(async () => {
    member = await makePerson(platform, network, network.near);
    activityId = (await publishActivity(officer.client, network.near, 5)).id;
    const visitor = await visitOf(browser, platform, member, { widthPx: 1280, locale: 'en' });
    ({ context, faults } = visitor);
    streams = new Streams(context);
    tabs = [visitor.page];
    await show(visitor.page, `/activities/${activityId}`);
    while (tabs.length < tabsOpen) {
      const page = await context.newPage();
      tabs.push(page);
      await page.goto(`/activities/${activityId}`);
    }
    await allSay(free);
  }, storyMs);

  it(
    'has one stream in all of them, also when the tab that holds it is closed, and each shows what others change',
    async () => {
      const leader = await streams.leader();
      const first = await signUp();
      await allSay(seated);
      expect(streams.asked).toBe(1);

      await leader.close();
      tabs = tabs.filter((page) => page !== leader);
      // Some of this may happen while nobody listens: whoever listens next has all read it anew.
      await cancel(first);
      await allSay(free);
      expect(await streams.leader()).not.toBe(leader);
      const second = await signUp();
      await allSay(seated);
      expect(streams.asked).toBe(2);

      const last = tabs.at(-1) as Page;
      await show(last, '/activities');
      await cancel(second);
      await allSay(free, tabs.slice(0, -1));
      await show(last, `/activities/${activityId}`);
      await allSay(free);
      expect(streams.open).toHaveLength(1);
      expect(faults).toEqual([]);
      await context.close();
    },
    storyMs,
  );

  it(
    'hands the stream on from a tab that nobody looks at, which is up to date when it is shown again',
    async () => {
      const hide = (page: Page, state: 'hidden' | 'visible'): Promise<void> =>
        page.evaluate((value) => {
          Object.defineProperty(document, 'visibilityState', { value, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }, state);
      const leader = await streams.leader();
      await hide(leader, 'hidden');
      await eventually(async () => expect(await streams.leader()).not.toBe(leader));
      const others = tabs.filter((page) => page !== leader);
      await signUp();
      await allSay(seated, others);
      expect(await leader.getByText(seated).count()).toBe(0);
      await hide(leader, 'visible');
      await allSay(seated);
      for (const page of others) await hide(page, 'hidden');
      await eventually(async () => expect(await streams.leader()).toBe(leader));
      for (const page of tabs) await hide(page, 'hidden');
      await eventually(() => expect(streams.open).toHaveLength(0));
      await context.close();
    },
    storyMs,
  );

  it(
    'hears nothing in any of them after the sign-out, and then only what is for whoever signs in',
    async () => {
      const [page] = tabs as [Page];
      await show(page, '/account');
      await signOut(page);
      await eventually(() => expect(streams.open).toHaveLength(0));
      const askedBefore = streams.asked;
      await signUp();
      expect([streams.open.length, streams.asked]).toEqual([0, askedBefore]);
      await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
      await signInByTyping(page, officer);
      await streams.leader();
      await show(page, `/activities/${activityId}`);
      await streams.leader();
      expect(await page.getByText(seated).count()).toBe(0);
      await context.close();
    },
    storyMs,
  );
});
