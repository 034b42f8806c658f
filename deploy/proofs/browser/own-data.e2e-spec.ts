import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { accessibilityFaults } from '../../browser/measure.js';
import { settled, show } from '../../browser/visit.js';
import { makeNetwork, makePerson, type Network, type Person } from '../fixtures.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 180_000;
let platform: TestPlatform;
let browser: Browser;
let network: Network;
let person: Person;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  network = await makeNetwork(platform);
  person = await makePerson(platform, network, network.root, ['officer']);
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

it(
  'a person sees what is kept of them, agrees to a purpose on a phone, and withdraws',
  async () => {
    const { page, context, faults } = await visitOf(browser, platform, person, {
      widthPx: 375,
      locale: 'en',
    });
    await show(page, '/account/data');
    await page.getByText('Name, resident number and phone: 1').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page
      .getByRole('button', { name: 'I have read this and agree: Mutual interest at matchmaking' })
      .click();
    await page.getByRole('button', { name: 'Withdraw my consent: Mutual interest at matchmaking' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw my consent', exact: true }).click();
    await page
      .getByRole('button', { name: 'I have read this and agree: Mutual interest at matchmaking' })
      .waitFor();
    await settled(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await show(page, '/consent-texts');
    await page.getByText('0 agree, 0 are asked again, 1 have withdrawn or switched it off').waitFor();
    await settled(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  storyMs,
);
