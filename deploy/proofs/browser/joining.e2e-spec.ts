import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show, visitWith } from '../../browser/visit.js';
import { codeIn } from '../../demo/tools/mailbox.js';
import {
  makeNetwork,
  makePerson,
  memberPassword,
  type Network,
  newResident,
  type Person,
} from '../fixtures.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { confirm, fill, heads, press, says, sound } from './clicks.js';
import { visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
/** A phone gets one text message a minute; for another purpose it is another one. */
const phone = '13800017301';
let platform: TestPlatform;
let browser: Browser;
let network: Network;
let officer: Person;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer']);
  const path = `/unions/${network.near.id}/joining-policy`;
  await officer.client.put(path, { acceptsDirectMembers: true }, { ifMatch: 0 });
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

it(
  'a rider applies on a phone, an officer admits them, and they activate their account and are in',
  async () => {
    const mailbox = join(platform.home, 'mailbox');
    const rider = newResident();
    const visitor = await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'en' });
    const { page } = visitor;
    await show(page, '/sign-in');
    await page.getByRole('link', { name: 'Not a member yet? Apply to join' }).click();
    await heads(page, 'Apply to join');
    await page.getByRole('radio', { name: /I have no employer/ }).check();
    await fill(page, { 'What you do': 'food delivery', 'Where you work': 'Qingshan' });
    await page.getByLabel(/Union that takes it on/).fill(network.near.name);
    await page.getByRole('button', { name: network.near.name }).click();
    await sound(page);
    await press(page, 'Next');
    await says(page, new RegExp(`“${network.near.name}” decides by`));
    await fill(page, {
      Name: rider.name,
      'Resident identity number': rider.residentNumber,
      'Mobile phone': phone,
    });
    await sound(page);
    await press(page, 'Send a code');
    await fill(page, { Code: await codeIn(mailbox, phone) });
    await page.getByRole('checkbox').check();
    await sound(page);
    await press(page, 'Send');
    await heads(page, 'Your application is sent');
    await sound(page);

    const desk = await visitOf(browser, platform, officer, { widthPx: 1280, locale: 'en' });
    await show(desk.page, '/applications');
    await heads(desk.page, 'Applications to join');
    await sound(desk.page);
    await desk.page.getByRole('link', { name: rider.name }).click();
    await heads(desk.page, rider.name);
    await sound(desk.page);
    await confirm(desk.page, 'Admit', 'Admit');
    await desk.page.getByRole('link', { name: 'Show the member' }).waitFor();
    await desk.context.close();

    await show(page, '/activate');
    await fill(page, { 'Resident identity number': rider.residentNumber, Name: rider.name });
    const before = await codeIn(mailbox, phone);
    await press(page, 'Send me a code by text message');
    await page.getByLabel('Code').waitFor();
    const code = await newCode(mailbox, before);
    await fill(page, {
      Code: code,
      'Set a password': memberPassword,
      'The password once more': memberPassword,
    });
    await page.getByRole('button', { name: /Activate/ }).click();
    await page.waitForURL((url) => url.pathname === '/');
    expect([...visitor.faults, ...desk.faults]).toEqual([]);
    await visitor.context.close();
  },
  storyMs,
);

/** The code of the next message. Should it by chance be the same as the one before, either is right. */
async function newCode(mailbox: string, before: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const code = await codeIn(mailbox, phone);
    if (code !== before) return code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return before;
}
