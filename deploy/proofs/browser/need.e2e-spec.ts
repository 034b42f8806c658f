import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { accessibilityFaults } from '../../browser/measure.js';
import { settled, show } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { inDays, lendHall } from '../fixtures.js';
import { story } from '../story.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { shanghaiTime, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
const minuteMs = 60_000;
const hall = '职工文体中心多功能厅';
const sought = '合唱排练要一个厅';
const draftTitle = '亲子趣味运动会';
const together = '想带孩子一起运动';

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
/** Who keeps the hall, at a desk; who seeks one, with a phone. */
let keeper: Page;
let seeker: Page;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  await offer();
  keeper = (await visitOf(browser, platform, world.people.keeper, { widthPx: 1280, locale: 'en' })).page;
  seeker = (await visitOf(browser, platform, world.people.coHost, { widthPx: 375, locale: 'en' })).page;
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

/** What the large union has: a hall that it lends, and the draft of an activity that could have more hosts. */
async function offer(): Promise<void> {
  const { client } = world.people.keeper;
  const owner = { kind: 'union', id: world.network.near.id };
  const id = await lendHall(client, owner, hall);
  await client.replace(`/resources/${id}/conditions`, { text: 'The last one switches off the light.' });
  await client.replace(`/resources/${id}/custodian`, { name: 'The porter', deskHours: null, contact: null });
  const activity = await client.post<ActivityView>('/activities', {
    organiser: owner,
    title: draftTitle,
    kind: 'parentChild',
    function: 'people',
    business: 'education',
    startsAt: inDays(20),
    endsAt: inDays(20.1),
    venue: hall,
  });
  await client.post<PoolView>(`/activities/${activity.id}/pools`, { name: 'Everyone', capacity: 80 });
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** What binds asks once. */
async function pressAndConfirm(page: Page, name: string): Promise<void> {
  await press(page, name);
  await page.locator('dialog[open]').getByRole('button', { name, exact: true }).click();
}

const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).first().click();

/** A list has buttons of the same names: its page is to be there first. Bills are called by the same name. */
async function openLoan(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: hall, exact: true });
  await link.and(page.locator('[href^="/loans/"]')).first().click();
  await page.getByRole('heading', { name: `Loan: ${hall}`, level: 1 }).waitFor();
}

const says = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(text);
}

async function sound(page: Page): Promise<void> {
  await settled(page);
  expect(await accessibilityFaults(page)).toEqual([]);
}

interface Wish {
  readonly title: string;
  readonly wanted: string;
  readonly from: Date;
  readonly to: Date;
  readonly heads: string;
}

/** Posts a need on the phone, and waits until something was found for it. */
async function postNeed({ title, wanted, from, to, heads }: Wish): Promise<void> {
  await show(seeker, '/needs');
  await follow(seeker, 'Post a need');
  await seeker.getByRole('heading', { name: 'Post a need' }).waitFor();
  await seeker.getByLabel('What kind', { exact: true }).selectOption({ label: wanted });
  await fill(seeker, { Title: title, People: heads, From: shanghaiTime(from), To: shanghaiTime(to) });
  await press(seeker, 'Post it');
  await seeker.getByRole('heading', { name: title }).waitFor();
}

/** The keeper finds it among what their union could answer, and proposes something for it. */
async function propose(title: string, offered: string): Promise<void> {
  await show(keeper, '/needs');
  await keeper
    .getByLabel('Which needs', { exact: true })
    .selectOption({ label: 'Those that I could answer' });
  await says(keeper, /^Yours fits with \d+ points$/);
  await follow(keeper, title);
  const match = keeper.locator('.match').filter({ hasText: offered });
  await match.getByRole('button', { name: 'Propose it' }).click();
  await pressInDialog(keeper, 'Propose it');
  await says(keeper, 'Proposed; the seeker has not answered yet.');
}

const pressInDialog = (page: Page, name: string): Promise<void> =>
  page.locator('dialog[open]').getByRole('button', { name, exact: true }).click();

story('a need that a loan answers', () => {
  it(
    'is posted on a phone, matched with reasons, proposed by the owner and accepted',
    async () => {
      const now = Date.now();
      const [from, to] = [new Date(now + 20 * minuteMs), new Date(now + 200 * minuteMs)];
      await postNeed({ title: sought, wanted: 'A place', from, to, heads: '40' });
      await says(seeker, /^Fits \d+ of 100$/);
      const match = seeker.locator('.match').filter({ hasText: hall });
      expect(await match.locator('.reasons li').count()).toBeGreaterThan(1);
      await sound(seeker);

      await propose(sought, hall);
      await sound(keeper);

      await show(seeker, '/notices');
      await says(seeker, 'You were offered something');
      await follow(seeker, sought);
      await pressAndConfirm(seeker, 'Accept');
      await follow(seeker, 'Fill in the request');
    },
    storyMs,
  );

  it(
    'is asked for while the time is kept, approved, handed over and confirmed by both hands',
    async () => {
      await seeker.getByRole('heading', { name: hall, level: 1 }).waitFor();
      await fill(seeker, { 'What for': '合唱排练' });
      // `check` looks at once, and the form may take a moment; without it, what is asked for below is refused.
      await seeker.getByLabel(/^I have read and accept the conditions/).click();
      await says(seeker, /the time is kept for you until/);
      await sound(seeker);
      await press(seeker, 'Ask for it');
      await seeker.getByRole('link', { name: 'See the need' }).waitFor();
      await says(seeker, 'The borrower accepted the conditions of use, version 1.');
      await press(seeker, 'Show version 1');
      await says(seeker, 'The last one switches off the light.');
      await says(seeker, 'The porter');

      await show(keeper, '/loans');
      await follow(keeper, 'Kept by us');
      await pressAndConfirm(keeper, 'Approve');
      await openLoan(keeper);
      await press(keeper, 'Hand over');
      await keeper.getByLabel('Its condition').fill('Complete');
      await press(keeper, 'Hand over');
      await says(keeper, 'To be confirmed');

      await show(seeker, '/loans/mine');
      await openLoan(seeker);
      await pressAndConfirm(seeker, 'Confirm');
      await says(seeker, 'Both agree');
    },
    storyMs,
  );

  it(
    'comes back damaged; the borrower accepts, and the cost stands on the statements of both',
    async () => {
      await show(keeper, '/loans');
      await follow(keeper, 'Kept by us');
      await openLoan(keeper);
      await press(keeper, 'Take back');
      await keeper.getByLabel('It is damaged, and has to be made good').check();
      await fill(keeper, { 'What is damaged': 'A chair is broken', 'Estimate (yuan)': '80.00' });
      await press(keeper, 'Take back');
      await says(keeper, 'A chair is broken');

      await show(seeker, '/notices');
      await says(seeker, 'Damage noted');
      await openLoan(seeker);
      await pressAndConfirm(seeker, 'Accept and bear it');
      await says(seeker, 'Accepted');
      await pressAndConfirm(seeker, 'Confirm');
      await says(seeker, /^Closed: /);
      await sound(seeker);

      await show(keeper, '/notices');
      await says(keeper, 'Damage settled');
      await openLoan(keeper);
      for (const page of [seeker, keeper]) {
        await follow(page, 'See the statement');
        await says(page, 'Damage');
        await page.getByRole('row').filter({ hasText: hall }).filter({ hasText: '80.00' }).waitFor();
      }
    },
    storyMs,
  );
});

describe('a need that an activity of both answers', () => {
  it(
    'becomes an invitation to host it too, with tasks and a cost rule to begin with, which both sign',
    async () => {
      const { near, next } = world.network;
      const [from, to] = [inDays(19), inDays(21)].map((day) => new Date(day));
      if (from === undefined || to === undefined) throw new Error('no such days');
      await postNeed({ title: together, wanted: 'A teacher or coach', from, to, heads: '30' });
      await propose(together, draftTitle);

      await show(seeker, '/notices');
      await follow(seeker, together);
      const match = seeker.locator('.match').filter({ hasText: draftTitle });
      await match.getByRole('button', { name: 'Accept' }).click();
      await pressInDialog(seeker, 'Accept');
      await follow(seeker, 'Answer the invitation');
      await says(seeker, /Sign up the 30 people of our union/);
      await pressAndConfirm(seeker, 'Accept');

      await show(keeper, '/notices');
      await says(keeper, 'Your offer was accepted');
      await follow(keeper, together);
      await follow(keeper, draftTitle);
      await follow(keeper, 'Agreement');
      const tasks = keeper.getByRole('group', { name: /^Task \d+$/ });
      await tasks.first().waitFor();
      const titles = await tasks
        .getByLabel('What', { exact: true })
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
      expect(titles).toEqual([
        'Prepare the plan, the place and the day',
        'Sign up the 30 people of our union',
        'Sign up the 30 people of our union',
      ]);
      await press(keeper, 'Send it to be signed');
      await pressAndSign(keeper, near.name);

      await show(seeker, '/co-host-invitations');
      await follow(seeker, 'To the agreement');
      await pressAndSign(seeker, next.name);
      await seeker.locator('.tag.is-inForce').first().waitFor();
      await sound(seeker);
    },
    storyMs,
  );
});

async function pressAndSign(page: Page, union: string): Promise<void> {
  await press(page, `Sign for ${union}`);
  await pressInDialog(page, 'Sign');
  await says(page, new RegExp(`^${union}, signed `));
}
