import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page as Pages } from '@gongxiang/contracts/core/contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { eventually } from '@gongxiang/testing';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { shanghaiDate } from '@gongxiang/domain';
import { startBrowser } from '../../browser/chromium.js';
import { settled, show, visitWith } from '../../browser/visit.js';
import { codeIn } from '../../demo/tools/mailbox.js';
import { eraseNow } from '../erase-now.js';
import {
  makeNetwork,
  makePerson,
  memberPassword,
  type Network,
  newResident,
  type Person,
} from '../fixtures.js';
import { rowsOf } from '../rows.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { confirm, fill, heads, press, says, sound } from './clicks.js';
import { visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
/** A phone gets one text message a minute; for another purpose it is another one. */
const phone = '13800017301';
const secondPassword = 'proof-member-again-2026';
let platform: TestPlatform;
let browser: Browser;
let network: Network;
let officer: Person;
let newOfficer: Person;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer']);
  newOfficer = await makePerson(platform, network, network.next, ['officer']);
  const path = `/unions/${network.near.id}/joining-policy`;
  await officer.client.put(path, { acceptsDirectMembers: true }, { ifMatch: 0 });
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

it(
  'a rider joins on a phone, is admitted, forgets the password and comes back, moves, takes a copy of their data and has them erased',
  async () => {
    const mailbox = join(platform.home, 'mailbox');
    const rider = newResident();
    const visitor = await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'en' });
    const { page } = visitor;
    await show(page, '/sign-in');
    await page.getByRole('link', { name: 'Not a member yet? Apply to join' }).click();
    await heads(page, 'Apply to join');
    await page.getByRole('radio', { name: /I have no employer/ }).check();
    await fill(page, { 'Your job': 'food delivery', 'Where you work': 'Qingshan' });
    await page.getByLabel(/Union to take the application \(optional\)/).fill(network.near.name);
    await page.getByRole('button', { name: network.near.name }).click();
    await sound(page);
    await press(page, 'Next');
    await says(page, new RegExp(`“${network.near.name}” decides by`));
    await fill(page, {
      Name: rider.name,
      'ID number': rider.residentNumber,
      'Mobile phone': phone,
    });
    await sound(page);
    await press(page, 'Send code');
    await fill(page, { Code: await codeIn(mailbox, phone) });
    await page.getByRole('checkbox').check();
    await sound(page);
    await press(page, 'Submit');
    await heads(page, 'Application submitted');
    await sound(page);

    const desk = await visitOf(browser, platform, officer, { widthPx: 1280, locale: 'en' });
    await show(desk.page, '/applications');
    await heads(desk.page, 'Membership applications');
    await sound(desk.page);
    await desk.page.getByRole('link', { name: rider.name }).click();
    await heads(desk.page, rider.name);
    await sound(desk.page);
    await confirm(desk.page, 'Admit', 'Admit');
    await desk.page.getByRole('link', { name: 'View member' }).click();
    await desk.page.waitForURL(/\/members\//u);
    await says(desk.page, rider.name);

    await show(page, '/activate');
    await fill(page, { 'ID number': rider.residentNumber, Name: rider.name });
    const applied = await codeIn(mailbox, phone);
    await press(page, 'Send code by text message');
    await page.getByLabel('Code').waitFor();
    const activated = await newCode(mailbox, applied);
    await fill(page, {
      Code: activated,
      'Set a password': memberPassword,
      'Repeat the password': memberPassword,
    });
    await page.getByRole('button', { name: /Activate/ }).click();
    await page.waitForURL((url) => url.pathname === '/');

    // The password is forgotten.
    await settled(page);
    await page.locator('.account-menu summary').click();
    await confirm(page, 'Sign out', 'Sign out');
    await page.waitForURL((url) => url.pathname === '/sign-in');
    await aMinuteLater();
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await heads(page, 'Reset your password');
    await fill(page, { 'Phone number or username': phone });
    await sound(page);
    await press(page, 'Send code by text message');
    await page.getByLabel('Code').waitFor();
    await fill(page, {
      Code: await newCode(mailbox, activated),
      'New password': secondPassword,
      'Repeat the new password': secondPassword,
    });
    await sound(page);
    await press(page, 'Set new password');
    await says(page, 'Your password has been changed. Please sign in with the new one.');
    await fill(page, { 'Phone number or username': phone, Password: secondPassword });
    await press(page, 'Sign in');
    await page.waitForURL((url) => url.pathname === '/');

    // The union where they deliver now takes them over, and the one of before lets them go.
    await show(page, '/account#transfer');
    await press(page, 'Move to another union');
    await page.getByLabel('Find the new union by name').fill(network.next.name);
    await page.getByRole('button', { name: network.next.name }).click();
    await confirm(page, 'Ask for the transfer', 'Ask for the transfer');
    await says(page, `${network.near.name} → ${network.next.name}`);
    await sound(page);
    const newDesk = await visitOf(browser, platform, newOfficer, { widthPx: 1280, locale: 'en' });
    for (const at of [newDesk, desk]) {
      await show(at.page, '/membership-transfers');
      await at.page.getByRole('link', { name: rider.name }).click();
      await heads(at.page, rider.name);
      await confirm(at.page, 'Agree', 'Agree');
      await at.page.getByRole('button', { name: 'Agree', exact: true }).waitFor({ state: 'detached' });
    }
    await show(page, '/account');
    await page.getByRole('definition').filter({ hasText: network.next.name }).first().waitFor();
    const personId = await personOf(rider.residentNumber);
    const memberships = await rowsOf(
      platform,
      'SELECT union_id, state FROM membership.union_membership WHERE person_id = $1 ORDER BY created_at, state DESC',
      [personId],
    );
    expect(memberships).toEqual([
      { union_id: network.near.id, state: 'ended' },
      { union_id: network.next.id, state: 'active' },
    ]);

    await seeAndTake(page);
    await page.getByText('The file has been downloaded. Keep it safe.').waitFor();
    await sound(page);

    await show(page, '/account#membership');
    await page.getByText('Leave the union').click();
    await confirm(page, 'Leave union', 'Leave union');
    await says(page, 'You are not currently a member of a union');
    await show(page, '/account/erasure');
    await press(page, 'Apply to erase my data');
    await page.getByLabel('Current password').fill(secondPassword);
    await sound(page);
    await press(page, 'Apply to erase my data');
    await says(page, /^Erasure begins on/);
    await sound(page);
    const receipt = await page.locator('a[href^="/erasures/"]').first().getAttribute('href');
    expect([...visitor.faults, ...desk.faults, ...newDesk.faults]).toEqual([]);
    await Promise.all([visitor, desk, newDesk].map(({ context }) => context.close()));

    await eraseNow(platform, personId);
    const later = await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'en' });
    await eventually(async () => {
      await show(later.page, receipt ?? '');
      expect(await later.page.getByText(/^Completed on/).count()).toBe(1);
    });
    await sound(later.page);
    expect(later.faults).toEqual([]);
    await later.context.close();
  },
  storyMs,
);

/** What is kept of them, who has looked, a consent that is given and withdrawn, and a copy of it all. */
async function seeAndTake(page: Page): Promise<void> {
  const consent = 'I have read this and agree: Mutual matching at social events';
  const withdrawal = 'Withdraw consent: Mutual matching at social events';
  await show(page, '/account/data');
  await page.getByRole('heading', { name: 'Members', exact: true }).click();
  await page.getByRole('term').filter({ hasText: 'Name, ID number and phone' }).waitFor();
  await sound(page);
  await page.getByRole('button', { name: consent }).click();
  await page.getByRole('button', { name: withdrawal }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw consent', exact: true }).click();
  await page.getByRole('button', { name: consent }).waitFor();
  await settled(page);
  // What the officers were shown of them stands in the copy as well, and on the page.
  await page.getByText('Your name and record, in a list or on your page').first().waitFor();
  await page.getByRole('button', { name: 'Download my data' }).click();
  await page.getByLabel('Current password').fill(secondPassword);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my data' }).click(),
  ]);
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files)).toEqual(['data.json', 'index.html']);
  expect(Buffer.from(files['index.html'] ?? []).toString()).toContain('Name and record');
}

it(
  'an officer of the federation reads at a desk how many agree to each purpose',
  async () => {
    const federal = await network.second();
    const { page, context, faults } = await visitOf(browser, platform, federal, {
      widthPx: 1280,
      locale: 'en',
    });
    await show(page, '/consent-texts');
    await says(page, /^\d+ agree, \d+ are asked again, [1-9]\d* have withdrawn or switched it off/);
    await sound(page);
    expect(faults).toEqual([]);
    await context.close();
  },
  storyMs,
);

it(
  'workers found a union on a phone: approved by the union above, elected, confirmed; then it exists',
  async () => {
    const mailbox = join(platform.home, 'mailbox');
    const contact = '13800017302';
    const chair = newResident();
    const visitor = await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'en' });
    const { page } = visitor;
    await show(page, '/join');
    await page.getByRole('radio', { name: /My employer has no union/ }).check();
    await page.getByRole('link', { name: /Set up a union at your company with colleagues/ }).click();
    // The form to join, which stands until this page is here, has a field of the same name.
    await heads(page, 'Found a union');
    await page.getByLabel('Name of your employer').waitFor();
    await fill(page, {
      'Name of your employer': '江城小厨餐饮有限公司',
      'Unified Social Credit Code': '91420107MA4E2E001Q',
      'Number of employees': '12',
      'Where you work': 'Qingshan',
    });
    await page.getByLabel(/Union to take the application \(optional\)/).fill(network.near.name);
    await page.getByRole('button', { name: network.near.name }).click();
    await sound(page);
    await press(page, 'Next');
    await says(page, new RegExp(`“${network.near.name}” decides by`));
    await fill(page, { 'How many are going to join': '8', 'Women among them': '0' });
    await page.getByRole('radio', { name: /One organiser/ }).check();
    await fill(page, { Name: chair.name });
    await page.getByRole('checkbox').check();
    await sound(page);
    await press(page, 'Next');
    await fill(page, { 'Name of the contact': chair.name, 'Mobile phone': contact });
    await sound(page);
    await press(page, 'Send code');
    await fill(page, { Code: await codeIn(mailbox, contact) });
    await page.getByRole('checkbox').check();
    await sound(page);
    await press(page, 'Send');
    await heads(page, 'Your filing is sent');
    await sound(page);

    const desk = await visitOf(browser, platform, officer, { widthPx: 1280, locale: 'en' });
    await show(desk.page, '/union-foundings');
    await sound(desk.page);
    await desk.page.getByRole('link', { name: '江城小厨餐饮有限公司' }).click();
    await fill(desk.page, { 'Number of the approval': '2026-18' });
    await sound(desk.page);
    await confirm(desk.page, 'Approve', 'Approve');
    await says(desk.page, 'Approved, electing');

    const number =
      (await page
        .getByText(/^\d{8}-[A-Z\d]{8}$/)
        .first()
        .textContent()) ?? '';
    const before = await codeIn(mailbox, contact);
    await aMinuteLater();
    await show(page, '/found/status');
    await sound(page);
    await fill(page, { 'Number of the filing': number, 'The phone of the filing': contact });
    await press(page, 'Send code');
    await page.getByLabel('Code').waitFor();
    await fill(page, { Code: await newCode(mailbox, before, contact) });
    await press(page, 'Show');
    await heads(page, 'You can elect now');
    await fill(page, {
      'Day of the election': shanghaiDate(new Date()),
      'Members entitled to vote': '8',
      'Members present': '7',
      'ID number': chair.residentNumber,
      'Mobile phone': contact,
    });
    await page.getByRole('checkbox', { name: new RegExp(chair.name) }).check();
    await sound(page);
    await press(page, 'Send the result');
    await heads(page, 'The election is recorded');

    await desk.page.reload();
    await says(desk.page, '7 of 8 (87%)');
    await sound(desk.page);
    await confirm(desk.page, 'Confirm: the union exists', 'Confirm: the union exists');
    await desk.page.getByRole('link', { name: 'Show the union' }).waitFor();
    await sound(desk.page);
    expect([...visitor.faults, ...desk.faults]).toEqual([]);
    await desk.context.close();
    await visitor.context.close();
  },
  storyMs,
);

/** A phone gets one message a minute, and a person one code: what was sent was sent before that. */
async function aMinuteLater(): Promise<void> {
  for (const table of ['phone_code', 'entry_code'])
    await rowsOf(platform, `UPDATE membership.${table} SET created_at = created_at - interval '1 minute'`);
}

/** Who a member is, as their officers find them. */
async function personOf(residentNumber: string): Promise<string> {
  const path = `/members?union=${network.next.id}&q=${residentNumber}`;
  const { items } = await newOfficer.client.get<Pages<MemberView>>(path);
  return items[0]?.personId ?? '';
}

/** The code of the next message. Should it by chance be the same as the one before, either is right. */
async function newCode(mailbox: string, before: string, to = phone): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const code = await codeIn(mailbox, to);
    if (code !== before) return code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return before;
}
