import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show, type Visitor } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { openPool } from '../costs.js';
import { makePerson, type Person } from '../fixtures.js';
import { story } from '../story.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { visitOf } from './visitors.js';
import { fillRun } from './clicks.js';

const startUpMs = 300_000;
const storyMs = 300_000;
let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let home: string;
/** Two of the union that pays the bill, one of the union that shares it, who approves above both, and who judges there. */
let finance: Page;
let colleague: Page;
let coHost: Page;
let approver: Page;
let judge: Page;
const visitors: Visitor[] = [];
const addresses = { costPool: '', dispute: '', nettingRun: '' };

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'gongxiang-bill-'));
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  const { network, people } = world;
  const second = await makePerson(platform, network, network.near, ['finance', 'officer']);
  const atDesk = async (person: Person): Promise<Page> => {
    const visitor = await visitOf(browser, platform, person, { widthPx: 1280, locale: 'en' });
    visitors.push(visitor);
    return visitor.page;
  };
  addresses.costPool = `/cost-pools/${await openPool(world)}`;
  finance = await atDesk(people.keeper);
  colleague = await atDesk(second);
  coHost = await atDesk(people.coHost);
  approver = await atDesk(people.approver);
  judge = await atDesk(people.judge);
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
  rmSync(home, { recursive: true, force: true });
}, startUpMs);

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Acts that bind ask once more. */
async function confirm(page: Page, name: string, yes: string): Promise<void> {
  await press(page, name);
  await page.getByRole('dialog').getByRole('button', { name: yes, exact: true }).click();
}

const says = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** The line of the desk that is about a union; with a click it leads to what waits. */
async function fromDesk(page: Page, kind: string, about: string): Promise<void> {
  await show(page, `/desk?kind=${kind}`);
  const rows: Locator = page.getByRole('table', { name: 'Finance desk' }).getByRole('row');
  await rows.filter({ hasText: about }).getByRole('link').click();
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(text);
}

story('the life of a shared bill, between five people of two unions and their district', () => {
  it(
    'it is recorded with its receipt, split by what was agreed, and submitted',
    async () => {
      await show(finance, addresses.costPool);
      await press(finance, 'Record a bill');
      const choices = { 'Paid by': world.network.near.name, Fund: 'Allotment' };
      for (const [name, label] of Object.entries({ ...choices, 'Expense code': '1.2 Culture and sports' }))
        await finance.getByLabel(name, { exact: true }).selectOption({ label });
      await fill(finance, {
        Purpose: '场地租金',
        'Amount in yuan': '1000',
        'Invoice number': '24422000000000000019',
      });
      const receipt = join(home, 'invoice.pdf');
      writeFileSync(receipt, '%PDF-1.4 hire of the hall');
      await finance.getByLabel('Receipt or invoice').setInputFiles(receipt);
      await says(finance, 'Uploaded: invoice.pdf');
      await press(finance, 'Record');
      await says(finance, '“场地租金” has been recorded');
      await press(finance, 'Calculate shares');
      await confirm(finance, 'Submit for approval', 'Submit');
      await says(finance, 'You entered, calculated or submitted part of this');
    },
    storyMs,
  );

  it(
    'another approves it from the desk, and the desk of each side has its share',
    async () => {
      await fromDesk(approver, 'costPools', world.network.near.name);
      await confirm(approver, 'Approve and post', 'Approve');
      await approver.locator('.tag.is-approved').first().waitFor();
      const asked = approver.getByRole('table', { name: 'Confirmations' });
      await asked.getByRole('row').filter({ hasText: world.network.next.name }).waitFor();

      await fromDesk(colleague, 'confirmations', world.network.near.name);
      await colleague.getByRole('heading', { name: 'How this share was calculated' }).waitFor();
      await confirm(colleague, 'Confirm this share', 'Confirm');
      await colleague.locator('.tag.is-confirmed').waitFor();
      await says(colleague, /^Confirmed by/);
    },
    storyMs,
  );

  it(
    'the other side disputes the bill: nothing of it can be netted',
    async () => {
      await fromDesk(coHost, 'confirmations', world.network.next.name);
      await says(coHost, '500.00');
      await coHost.getByText('I do not agree with this share').click();
      await coHost
        .getByLabel('What is disputed', { exact: true })
        .selectOption({ label: '场地租金, ¥1,000.00' });
      await fill(coHost, { Reason: '租金与报价不符' });
      await confirm(coHost, 'Raise dispute', 'Raise dispute');
      await coHost.getByRole('heading', { name: 'Discussion' }).waitFor();
      addresses.dispute = pathOf(coHost);
      await says(coHost, /All shares depend on this bill, so the whole cost pool is frozen\./);

      await show(finance, '/netting-runs');
      await fillRun(finance, world.network.districts[0].name);
      await press(finance, 'Propose');
      await says(finance, /Nothing of the period is confirmed yet/);
    },
    storyMs,
  );

  it(
    'both sides talk, it is put to the union above both, and decided there',
    async () => {
      await fromDesk(colleague, 'disputes', world.network.next.name);
      await fill(colleague, { Reply: '报价不含音响，见发票明细' });
      await press(colleague, 'Send');
      await says(colleague, '报价不含音响，见发票明细');
      await show(approver, addresses.dispute);
      await says(approver, '报价不含音响，见发票明细');
      await show(coHost, addresses.dispute);
      await says(coHost, '报价不含音响，见发票明细');
      await confirm(coHost, 'Ask for a decision', 'Ask');
      await says(coHost, 'Awaiting decision');

      // Who approved the costs does not judge the dispute about them.
      await fromDesk(judge, 'disputes', world.network.next.name);
      await fill(judge, { 'Reason for the decision': '发票与合同一致' });
      await confirm(judge, 'Dismiss dispute', 'Dismiss');
      await judge.locator('.tag.is-dismissed').waitFor();
      await says(judge, '发票与合同一致');
    },
    storyMs,
  );

  it(
    'what is owed is netted by two people, sent, and received',
    async () => {
      await show(finance, '/netting-runs');
      await fillRun(finance, world.network.districts[0].name);
      await press(finance, 'Propose');
      await says(finance, 'You proposed this yourself');
      addresses.nettingRun = pathOf(finance);
      await fromDesk(approver, 'nettingRuns', world.network.districts[0].name);
      expect(pathOf(approver)).toBe(addresses.nettingRun);
      await confirm(approver, 'Confirm this run', 'Confirm');
      await approver.locator('.tag.is-confirmed').waitFor();

      await fromDesk(coHost, 'payments', world.network.near.name);
      await fill(coHost, { 'Bank reference': '20261120-000123' });
      await confirm(coHost, 'Record as sent', 'Yes, sent');
      await says(coHost, /^Recorded: ¥500.00 sent to /);
      await says(coHost, 'There is nothing to send');
      await fromDesk(colleague, 'payments', world.network.next.name);
      await says(colleague, '500.00');
      await confirm(colleague, 'Record as received', 'They arrived');
      await colleague.getByRole('link', { name: 'Settled' }).click();
      await says(colleague, '20261120-000123');
    },
    storyMs,
  );
});

it('no page has broken on the way', () => {
  expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
});
