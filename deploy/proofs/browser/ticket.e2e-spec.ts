/// <reference lib="dom" />
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { eventually } from '@gongxiang/testing';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { accessibilityFaults } from '../../browser/measure.js';
import { show, signOut } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { makePerson, publishActivity } from '../fixtures.js';
import { story } from '../story.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { type SignedInVisitor, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let activity: ActivityView;
let seat: RegistrationView;
let visitor: SignedInVisitor;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  const { near } = world.network;
  activity = await publishActivity(world.people.keeper.client, near, 3);
  const guest = await makePerson(platform, world.network, near, []);
  seat = await guest.client.post<RegistrationView>(`/activities/${activity.id}/registrations`);
  visitor = await visitOf(browser, platform, guest, { widthPx: 375, locale: 'en', keepsShell: true });
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

/** Does the worker keep every script that has come, the panel with the codes among them? */
function isAllKept(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const entries = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const kept = new Set(entries.flat().map(({ url }) => url));
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const scripts = loaded.filter((url) => url.includes('/assets/') && url.endsWith('.js'));
    const isPanel = (url: string): boolean => url.includes('/assets/kept-seats-panel-');
    return scripts.some(isPanel) && scripts.every((url) => kept.has(url));
  });
}

async function seesCode(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Your check-in codes' }).waitFor();
  await page
    .locator('.kept-seats')
    .getByText(seat.checkInCode ?? '', { exact: true })
    .waitFor();
  await page.getByText(/You can show them without a connection\. As of/).waitFor();
}

story('a ticket without a network', () => {
  it(
    'is there when the page is opened anew, at each place where one looks for it, with the time it is of',
    async () => {
      const { context, page } = visitor;
      await show(page, '/my/card');
      await page.getByText(seat.checkInCode ?? '', { exact: true }).waitFor();
      // What shows it without a network is kept as well: every script and text that has come by then.
      await eventually(async () => expect(await isAllKept(page)).toBe(true));
      await context.setOffline(true);
      for (const address of ['/my/card', '/', '/my', `/activities/${activity.id}`]) {
        await page.goto(address);
        await page.getByText('You are offline').waitFor();
        await seesCode(page);
      }
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    storyMs,
  );

  it(
    'is sealed, and what is not kept says so and offers another try, with no bars that never end',
    async () => {
      const { page } = visitor;
      await page.goto('/my/card');
      await page.getByRole('button', { name: 'Try again' }).first().waitFor();
      await page.waitForFunction(() => document.querySelector('.skeleton') === null);
      const kept = await page.evaluate(async () => {
        const bases = await indexedDB.databases();
        return JSON.stringify([bases, { ...localStorage }, { ...sessionStorage }]);
      });
      expect(kept).not.toContain(seat.checkInCode);
    },
    storyMs,
  );

  it(
    'is gone from the phone once its person has signed out',
    async () => {
      const { context, page } = visitor;
      await context.setOffline(false);
      await page.goto('/my');
      await signOut(page);
      // It leaves the page, and begins anew: what is asked meanwhile would be asked of neither.
      await page.waitForFunction(
        () => location.pathname === '/sign-in' && localStorage.getItem('gongxiang.seats-kept') === null,
      );
      await page.getByRole('heading', { level: 1 }).waitFor();
      await context.setOffline(true);
      await page.goto('/my/card');
      await page.getByText('You are offline').waitFor();
      expect(await page.getByText(seat.checkInCode ?? '', { exact: true }).count()).toBe(0);
    },
    storyMs,
  );
});
