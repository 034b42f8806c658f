import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { unzipSync } from 'fflate';
import { startBrowser } from '../../browser/chromium.js';
import { accessibilityFaults } from '../../browser/measure.js';
import { settled, show } from '../../browser/visit.js';
import { makeNetwork, makePerson, memberPassword, type Network, type Person } from '../fixtures.js';
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
  'a person sees what is kept of them and who has looked, agrees to a purpose on a phone and withdraws, and takes a copy home',
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
    // What the officer was shown of them stands in the copy as well, and on the page.
    await page.getByText('Your name and record, in a list or on your page').first().waitFor();
    await page.getByRole('button', { name: 'Download my data' }).click();
    await page.getByLabel('Current password').fill(memberPassword);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download my data' }).click(),
    ]);
    const files = unzipSync(await readFile(await download.path()));
    expect(Object.keys(files)).toEqual(['data.json', 'index.html']);
    expect(Buffer.from(files['index.html'] ?? []).toString()).toContain('Name and record');
    await page.getByText('The file has been downloaded. Keep it safe.').waitFor();
    await settled(page);
    expect(await accessibilityFaults(page)).toEqual([]);
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
