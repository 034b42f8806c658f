import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { PendingChangeView } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import { eventually } from '@gongxiang/testing';
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
let officer: Person;
let above: Person;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer']);
  above = await makePerson(platform, network, network.root, ['officer']);
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

it(
  'the name of a union that its officer has changed waits for the union above, and is confirmed there',
  async () => {
    const { id, version } = await officer.client.get<{ id: string; version: number }>(
      `/unions/${network.near.id}`,
    );
    await officer.client.patch(`/unions/${id}`, { name: '江城重工集团工会' }, { ifMatch: version });
    await eventually(async () => {
      const { items } = await above.client.get<Page<PendingChangeView>>('/pending-changes?waitingForMe=true');
      // Others use this network as well, and may have proposed an office.
      expect(items.filter(({ kind }) => kind === 'union')).toHaveLength(1);
    });
    const { page, context, faults } = await visitOf(browser, platform, above, {
      widthPx: 1280,
      locale: 'en',
    });
    await show(page, '/pending-changes');
    await settled(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    const change = page.getByRole('listitem').filter({ hasText: '江城重工集团工会' });
    await change.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click();
    await eventually(async () => {
      const { name } = await officer.client.get<{ name: string }>(`/unions/${id}`);
      expect(name).toBe('江城重工集团工会');
    });
    expect(faults).toEqual([]);
    await context.close();
  },
  storyMs,
);
