/// <reference lib="dom" />
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { AttendancePage } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { eventually } from '@gongxiang/testing';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { accessibilityFaults } from '../../browser/measure.js';
import { type Looks, settled, show, signOut } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { rowsOf } from '../rows.js';
import { insertMembers, makePerson, type Person, publishActivity } from '../fixtures.js';
import { story } from '../story.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { type SignedInVisitor, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
const phone: Looks = { widthPx: 375, locale: 'en', keepsShell: true };
/** Hints of the other door come again only after ever longer waits. */
const comesBackMs = 150_000;
const seats = 3;

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let activity: ActivityView;
/** One gave a seat back before the doors lost the network, one does after; two wait, of whom the first is seated then. */
let guests: { readonly person: Person; readonly registration: RegistrationView }[];
let doors: SignedInVisitor[];

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  const { near } = world.network;
  activity = await publishActivity(world.people.keeper.client, near, seats);
  guests = [];
  for (const person of await insertMembers(platform, world.network, near, seats + 3)) {
    if (guests.length === 1) await cancel(0);
    const path = `/activities/${activity.id}/registrations`;
    guests.push({ person, registration: await person.client.post<RegistrationView>(path) });
  }
  const colleague = await makePerson(platform, world.network, near, ['officer']);
  doors = [
    await visitOf(browser, platform, world.people.keeper, phone),
    await visitOf(browser, platform, colleague, phone),
  ];
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

async function cancel(index: number): Promise<void> {
  const { person, registration } = guestAt(index);
  const { version } = await person.client.get<RegistrationView>(`/registrations/${registration.id}`);
  await person.client.post(`/registrations/${registration.id}/cancel`, {}, { ifMatch: version });
}

function guestAt(index: number): { readonly person: Person; readonly registration: RegistrationView } {
  const guest = guests[index];
  if (guest === undefined) throw new Error(`there is no guest ${index}`);
  return guest;
}

const [cancelledBefore, seated, cancelledLater, unseen, waiting] = [0, 1, 2, 3, 5] as const;
const address = (): string => `/activities/${activity.id}/check-in`;
const says = (page: Page, word: string): Promise<void> =>
  page.locator('.verdict').getByText(word, { exact: true }).waitFor();

/** Types the code of a guest, and waits for the word on the panel. */
async function scan({ page }: SignedInVisitor, guest: number, word: string): Promise<void> {
  await page.getByLabel('Check-in code', { exact: true }).fill(guestAt(guest).registration.checkInCode ?? '');
  await page.locator('form.type-code').getByRole('button').click();
  await says(page, word);
}

async function chooseWay({ page }: SignedInVisitor, way: 'Arriving' | 'Leaving'): Promise<void> {
  await page.getByRole('radio', { name: way, exact: true }).check();
}

async function confirm(page: Page, name: string): Promise<void> {
  const panel = page.locator('.verdict');
  await panel.getByRole('button', { name }).first().click();
  await panel.locator('dialog[open]').getByRole('button', { name }).click();
}

const doorAt = (index: number): SignedInVisitor => {
  const door = doors[index];
  if (door === undefined) throw new Error(`there is no door ${index}`);
  return door;
};

const attendance = (): Promise<AttendancePage> =>
  world.people.keeper.client.get<AttendancePage>(`/activities/${activity.id}/attendance`);

story('a door without a network', () => {
  it(
    'opens cold at its own address, with the list that it has kept, sealed, and nothing of it in any cache',
    async () => {
      for (const { page } of doors) {
        await show(page, address());
        await page.getByText('Works offline').waitFor();
        await page.waitForFunction(async () => {
          const names = await caches.keys();
          const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
          return kept.flat().some(({ url }) => url.includes('/assets/check-in-page-'));
        });
      }
      for (const { context } of doors) await context.setOffline(true);
      await cancel(cancelledLater);
      for (const { page } of doors) {
        await page.goto(address());
        await page.getByText('Offline: judged by the list of').waitFor();
      }
      const { page } = doorAt(0);
      const kept = await page.evaluate(keptText);
      for (const { registration } of guests) {
        expect(kept).not.toContain(registration.checkInCode);
        expect(kept).not.toContain(registration.id);
      }
      expect(kept).toContain('/assets/'); // the shell is there to be searched
      expect(await page.evaluate(keyIsKept)).toBe(true);
    },
    storyMs,
  );

  it(
    'says at once who may come in, and the officer has the last word',
    async () => {
      const door = doorAt(0);
      await scan(door, seated, 'Let in');
      await door.page.getByText('Queued; not yet confirmed by the platform.').waitFor();
      await scan(door, seated, 'Already here');
      // E31: cancelled before the network went, and let in all the same.
      await scan(door, cancelledBefore, 'Do not let in');
      await door.page.locator('.verdict').getByText('This registration was cancelled.').waitFor();
      expect(await accessibilityFaults(door.page)).toEqual([]);
      await confirm(door.page, 'Let in anyway');
      await says(door.page, 'Let in by exception');
      // E34: on the waitlist, and let in as a walk-in.
      await scan(door, waiting, 'Do not let in');
      await confirm(door.page, 'Let in as a walk-in');
      await says(door.page, 'Let in');
      // The list here does not know yet that this seat has been given back.
      await scan(door, cancelledLater, 'Let in');

      // What was said outlives the page.
      await door.page.reload();
      await settled(door.page);
      await scan(door, seated, 'Already here');
      expect((await attendance()).totals).toMatchObject({ scans: 0, inside: 0 });
    },
    storyMs,
  );

  it(
    'E29: two doors let the same person in, and once there is a network both come to one truth and are told',
    async () => {
      const [first, second] = [doorAt(0), doorAt(1)];
      await scan(second, seated, 'Let in');
      await scan(second, unseen, 'Let in');
      await first.context.setOffline(false);
      await first.page.getByText(/waiting; (?:it|they) will be sent/).waitFor({ state: 'detached' });
      const anew = (page: Page) => page.locator('.looked-at-anew');
      await anew(first.page).getByText('not allowed according to the platform’s current list').waitFor();
      await second.context.setOffline(false);
      await second.page.getByText(/waiting; (?:it|they) will be sent/).waitFor({ state: 'detached' });
      await anew(second.page).getByText('already checked in elsewhere').waitFor();
      expect(await accessibilityFaults(second.page)).toEqual([]);
      await anew(first.page).getByText('was let in 2 times').waitFor({ timeout: comesBackMs });

      // E30: the list, the export, which is the list, and the totals are one; nobody is there twice.
      const { items, totals } = await attendance();
      expect(items.map(({ personId }) => personId).sort()).toEqual(
        [seated, unseen, waiting].map((index) => guestAt(index).person.personId).sort(),
      );
      expect(totals).toMatchObject({
        parties: 3,
        heads: 3,
        walkInHeads: 1,
        // Both who had given their seats back: one against the rule, one before the list knew.
        admittedAgainstRule: 2,
        inside: 5,
      });
      const rows = await rowsOf(
        platform,
        'SELECT result, admitted FROM sharing.check_in_operation WHERE activity_id = $1 AND code = $2',
        [activity.id, 'REGISTRATION_CANCELLED'],
      );
      expect(rows.map(({ admitted }) => admitted).sort()).toEqual([false, true, true]);
      for (const { page } of doors) {
        const inside = page.locator('dl.totals div').filter({ hasText: 'Inside' });
        await inside.getByText('5', { exact: true }).waitFor({ timeout: comesBackMs });
      }
      expect(doors.flatMap(({ faults }) => faults)).toEqual([]);
    },
    storyMs,
  );

  it(
    'E32: lets people out and back in without a network as with one, and who is inside follows',
    async () => {
      const door = doorAt(0);
      await door.context.setOffline(true);
      await chooseWay(door, 'Leaving');
      await scan(door, seated, 'Has left');
      await scan(door, seated, 'Had left already');
      await scan(door, unseen, 'Has left');
      await chooseWay(door, 'Arriving');
      await scan(door, seated, 'Back again: let in');
      expect(await accessibilityFaults(door.page)).toEqual([]);
      expect((await attendance()).totals).toMatchObject({ left: 0 });
      await door.context.setOffline(false);
      await eventually(async () =>
        expect((await attendance()).totals).toMatchObject({ came: 5, left: 1, inside: 4 }),
      );
      // The wrong one was let out: undone, with a network.
      await door.page.getByText(/waiting; (?:it|they) will be sent/).waitFor({ state: 'detached' });
      const left = door.page.locator('.scan-log li').filter({ hasText: /^Left/ }).first();
      await left.getByRole('button', { name: /^Undo/ }).click();
      await left.locator('dialog[open]').getByRole('button', { name: 'Undo', exact: true }).click();
      await eventually(async () =>
        expect((await attendance()).totals).toMatchObject({ came: 5, left: 0, inside: 5 }),
      );
    },
    storyMs,
  );

  it(
    'forgets its list by the button, and when somebody signs out',
    async () => {
      const [first, second] = [doorAt(0), doorAt(1)];
      await first.page.getByRole('button', { name: 'Delete list from this device' }).click();
      await first.page
        .locator('dialog[open]')
        .getByRole('button', { name: 'Delete list from this device' })
        .click();
      await first.page.waitForURL(`**/activities/${activity.id}/organise`);
      expect(await first.page.evaluate(keyIsKept)).toBe(false);

      expect(await second.page.evaluate(keyIsKept)).toBe(true);
      await show(second.page, '/account');
      await signOut(second.page);
      await second.page.waitForURL('**/sign-in**');
      // The page begins anew once nothing is left.
      await eventually(async () => expect(await second.page.evaluate(keyIsKept)).toBe(false));
    },
    storyMs,
  );
});

/** All text that this browser keeps for the page, but for what waits to be sent. */
async function keptText(): Promise<string> {
  const texts: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) texts.push(request.url);
    for (const answer of await cache.matchAll()) texts.push(await answer.text());
  }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('gongxiang-door');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no vault'));
  });
  const records = await new Promise<{ sealed: ArrayBuffer }[]>((resolve) => {
    const request = database.transaction('sealed').objectStore('sealed').getAll();
    request.onsuccess = () => resolve(request.result as { sealed: ArrayBuffer }[]);
  });
  database.close();
  for (const { sealed } of records) texts.push(new TextDecoder('latin1').decode(sealed));
  return texts.join('\n');
}

async function keyIsKept(): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('gongxiang-door');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no vault'));
  });
  const keys = await new Promise<CryptoKey[]>((resolve) => {
    const request = database.transaction('keys').objectStore('keys').getAll();
    request.onsuccess = () => resolve((request.result as { key: CryptoKey }[]).map(({ key }) => key));
  });
  database.close();
  if (keys.some(({ extractable }) => extractable)) throw new Error('the key could be taken out');
  return keys.length > 0;
}
