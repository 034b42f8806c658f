import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { shanghaiDate } from '@gongxiang/domain';
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
    await page.getByRole('link', { name: /Found a union at your employer/ }).click();
    // The form to join, which stands until this page is here, has a field of the same name.
    await heads(page, 'Found a union');
    await page.getByLabel('Name of your employer').waitFor();
    await fill(page, {
      'Name of your employer': '江城小厨餐饮有限公司',
      'Unified Social Credit Code': '91420107MA4E2E001Q',
      'Number of employees': '12',
      'Where you work': 'Qingshan',
    });
    await page.getByLabel(/Union that takes it on/).fill(network.near.name);
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
    await press(page, 'Send a code');
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
    // A phone gets one message a minute.
    await page.waitForTimeout(61_000);
    await show(page, '/found/status');
    await sound(page);
    await fill(page, { 'Number of the filing': number, 'The phone of the filing': contact });
    await press(page, 'Send a code');
    await page.getByLabel('Code').waitFor();
    await fill(page, { Code: await newCode(mailbox, before, contact) });
    await press(page, 'Show');
    await heads(page, 'You can elect now');
    await fill(page, {
      'Day of the election': shanghaiDate(new Date()),
      'Members entitled to vote': '8',
      'Members present': '7',
      'Resident identity number': chair.residentNumber,
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

/** The code of the next message. Should it by chance be the same as the one before, either is right. */
async function newCode(mailbox: string, before: string, to = phone): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const code = await codeIn(mailbox, to);
    if (code !== before) return code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return before;
}
