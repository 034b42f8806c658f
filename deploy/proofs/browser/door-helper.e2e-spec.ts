/// <reference lib="dom" />
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { AttendancePage } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { eventually } from '@gongxiang/testing';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { accessibilityFaults } from '../../browser/measure.js';
import { type Looks, settled, show, type Visitor, visitWith } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { insertMembers, publishActivity } from '../fixtures.js';
import { sharedPlatform } from '../shared-platform.js';
import { story } from '../story.js';
import type { TestPlatform } from '../test-platform.js';
import { type SignedInVisitor, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
const phone: Looks = { widthPx: 375, locale: 'en', keepsShell: true };
const seats = 3;
const gate = 'East gate';

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let activity: ActivityView;
let codes: string[];
let officer: SignedInVisitor;
let helper: Visitor;
let address: string;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  const { near } = world.network;
  activity = await publishActivity(world.people.keeper.client, near, seats);
  codes = [];
  for (const person of await insertMembers(platform, world.network, near, seats)) {
    const path = `/activities/${activity.id}/registrations`;
    codes.push((await person.client.post<RegistrationView>(path)).checkInCode ?? '');
  }
  officer = await visitOf(browser, platform, world.people.keeper, phone);
  helper = await visitWith(browser, platform.gatewayUrl, null, phone);
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

const attendance = (): Promise<AttendancePage> =>
  world.people.keeper.client.get<AttendancePage>(`/activities/${activity.id}/attendance`);

async function scan(guest: number, word: string): Promise<void> {
  const { page } = helper;
  await page.getByLabel('Check-in code', { exact: true }).fill(codes[guest] ?? '');
  await page.locator('form.type-code').getByRole('button').click();
  await page.locator('.verdict').getByText(word, { exact: true }).waitFor();
}

story('a helper at the door, without an account', () => {
  it(
    'gets a link, with a code to scan, that is shown once',
    async () => {
      const { page } = officer;
      await show(page, `/activities/${activity.id}/door-links`);
      await page.getByLabel('Which entrance, or who helps').fill(gate);
      await page.getByRole('button', { name: 'Make the link', exact: true }).click();
      await page.getByRole('img', { name: `QR code of the door link of ${gate}` }).waitFor();
      address = new URL(await page.getByLabel('Door link', { exact: true }).innerText()).pathname;
      expect(address).toMatch(/^\/door\/[\w-]{43}$/);
      await page.getByText('Not opened yet').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.reload();
      await settled(page);
      expect(await page.locator('body').innerText()).not.toContain(address);
    },
    storyMs,
  );

  it(
    'works on the first phone that begins, and on no second one',
    async () => {
      const { page } = helper;
      await show(page, address);
      await page.getByText(`You are asked to check people in as “${gate}”`).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Check in with this phone' }).click();
      await page.getByText('Works offline').waitFor();
      expect(await page.getByText('No phone? Find by name').count()).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);

      const second = await visitWith(browser, platform.gatewayUrl, null, phone);
      await show(second.page, address);
      await second.page.getByText('Another phone works with this link already').waitFor();
      expect(await second.page.getByRole('button', { name: 'Check in with this phone' }).count()).toBe(0);
      expect(second.faults).toEqual([]);
      await second.context.close();
    },
    storyMs,
  );

  it(
    'checks in with a network and without one, also after a reload, and takes back',
    async () => {
      const { page, context } = helper;
      await scan(0, 'Let in');
      await eventually(async () =>
        expect((await attendance()).items).toMatchObject([{ doorName: gate, heads: 1 }]),
      );
      await page.waitForFunction(async () => {
        const names = await caches.keys();
        const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return kept.flat().some(({ url }) => url.includes('/assets/door-helper-page-'));
      });
      await context.setOffline(true);
      await page.reload();
      await page.getByText('Offline: judged by the list of').waitFor();
      await scan(1, 'Let in');
      await page.getByText('Queued; not yet confirmed by the platform.').waitFor();
      expect((await attendance()).items).toHaveLength(1);
      await context.setOffline(false);
      await eventually(async () => expect((await attendance()).totals).toMatchObject({ came: 2 }));

      await page.getByText(/waiting; (?:it|they) will be sent/).waitFor({ state: 'detached' });
      const mistake = page.locator('.scan-log li').first();
      await mistake.getByRole('button', { name: /^Undo/ }).click();
      await mistake.locator('dialog[open]').getByRole('button', { name: 'Undo', exact: true }).click();
      await eventually(async () => expect((await attendance()).totals).toMatchObject({ came: 1 }));
    },
    storyMs,
  );

  it(
    'ends when the officer revokes the link, and says what to do with what was not sent',
    async () => {
      const { page, context } = helper;
      await context.setOffline(true);
      await scan(2, 'Let in');
      await show(officer.page, `/activities/${activity.id}/door-links`);
      await officer.page.getByText('2 scans').waitFor();
      await officer.page.getByRole('button', { name: `Revoke the link of ${gate}` }).click();
      await officer.page
        .locator('dialog[open]')
        .getByRole('button', { name: 'Revoke the link', exact: true })
        .click();
      await officer.page.getByText('Revoked', { exact: true }).waitFor();
      await context.setOffline(false);
      await page.reload();
      await page.getByText('The organiser has revoked this door link.').waitFor();
      await page.getByText('1 scan was not sent and remains on this phone.').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect((await attendance()).totals).toMatchObject({ came: 1 });

      // A new link on the same phone sends what is left.
      const { id } = activity;
      const made = await world.people.keeper.client.post<{ readonly address: string }>(
        `/activities/${id}/door-links`,
        { name: 'North gate' },
      );
      await show(page, made.address);
      await page.getByRole('button', { name: 'Check in with this phone' }).click();
      await eventually(async () => expect((await attendance()).totals).toMatchObject({ came: 2 }));
      expect((await attendance()).items.map(({ doorName }) => doorName).sort()).toEqual([gate, 'North gate']);
      expect([...officer.faults, ...helper.faults]).toEqual([]);
    },
    storyMs,
  );
});
