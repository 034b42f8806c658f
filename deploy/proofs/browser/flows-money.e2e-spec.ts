/// <reference lib="dom" />
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show, type Visitor } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { makePerson, type Person } from '../fixtures.js';
import { sharedPlatform } from '../shared-platform.js';
import { story } from '../story.js';
import type { TestPlatform } from '../test-platform.js';
import { type Acts, beginAt, countActs, type Hand, handSeconds } from './acts.js';
import { confirm, fillRun, heads, press, says } from './clicks.js';
import { visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
/** The account at which the union that has paid the bill is paid back. */
const account = {
  accountName: '江城重工工会委员会',
  accountNumber: '3202015509000123456',
  bankName: '工商银行青林支行',
};

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let home: string;
let officer: Hand;
let approver: Hand;
/** Of the three unions that share the bill with the officer's. */
let debtors: readonly Hand[];
let approverPath = '';
const visitors: Visitor[] = [];
const told: Acts[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'gongxiang-flows-'));
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  const { people, network } = world;
  const handOf = async (person: Person): Promise<Hand> => {
    const visitor = await visitOf(browser, platform, person, { widthPx: 1280, locale: 'en' });
    visitors.push(visitor);
    return { page: visitor.page, acts: await countActs(visitor.page) };
  };
  const third = await below('云帆纺织工会');
  const fourth = await below('北辰物流工会');
  officer = await handOf(people.keeper);
  approver = await handOf(people.approver);
  debtors = [
    await handOf(people.coHost),
    await handOf(await makePerson(platform, network, third, ['officer', 'finance'])),
    await handOf(await makePerson(platform, network, fourth, ['officer', 'finance'])),
  ];
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
  rmSync(home, { recursive: true, force: true });
}, startUpMs);

function below(name: string): Promise<UnionView> {
  const { operator, districts } = world.network;
  return operator.client.post<UnionView>('/unions', { parentId: districts[0].id, name });
}

/** Each figure is seen in the report of the run; those of the README are taken from there. */
function counted(name: string, { acts }: Hand): number {
  const counts = acts.counted();
  told.push(counts);
  const seconds = handSeconds(counts);
  process.stdout.write(`${name}: ${JSON.stringify({ ...counts, seconds })}\n`);
  return seconds;
}

/** What the page looks like there, for whoever wants to see it. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['GONGXIANG_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

story('a bill of four unions, from the receipt until everybody has paid', () => {
  it(
    'it is shared, approved and agreed',
    async () => {
      const { page } = officer;
      await beginAt(officer, '/cost-pools');
      await press(page, 'Share a bill');
      await page.getByLabel('Amount in yuan', { exact: true }).fill('1200');
      for (const name of [world.network.next.name, '云帆纺织工会', '北辰物流工会']) {
        await page.getByLabel('Shared by', { exact: true }).fill(name);
        await press(page, name);
      }
      await page.getByLabel('Purpose', { exact: true }).fill('四家合印宣传册');
      await page.getByText('More: payer, split').click();
      const receipt = join(home, 'invoice.pdf');
      writeFileSync(receipt, '%PDF-1.4 printing');
      await page.getByLabel('Invoice number').fill('24422000000000000077');
      await page.getByLabel('Receipt or invoice').setInputFiles(receipt);
      await says(page, 'Uploaded: invoice.pdf');
      await press(page, 'Submit for approval');
      await heads(page, '四家合印宣传册');
      counted('a bill of four unions, shared', officer);
      approverPath = new URL(page.url()).pathname;

      await beginAt(approver, approverPath);
      await confirm(approver.page, 'Approve and ask the parties', 'Approve');
      await says(
        approver.page,
        /^Approved; waiting for the parties\. Once all have agreed it is posted; if one refuses or does not answer in time, it goes back\./,
      );
      counted('its approval', approver);

      for (const debtor of debtors) {
        await beginAt(debtor, '/confirmations');
        await debtor.page.getByRole('link', { name: '四家合印宣传册' }).first().click();
        await confirm(debtor.page, 'Confirm this share', 'Confirm');
        await debtor.page.locator('.tag.is-confirmed').first().waitFor();
        counted('the yes of one of them', debtor);
      }
    },
    storyMs,
  );

  it(
    'whoever owes sees that there is nothing to do yet, and who will net it',
    async () => {
      const [debtor] = debtors;
      if (debtor === undefined) throw new Error('nobody owes anything');
      await show(debtor.page, '/netting-runs');
      await says(debtor.page, 'Owes ¥300.00');
      await says(debtor.page, new RegExp(`^${world.network.districts[0].name} proposes it`));
      await keepPicture(debtor.page, 'open-balances');
    },
    storyMs,
  );

  it(
    'it is netted from the preview on, paid at the account that is shown, and received',
    async () => {
      const { page } = officer;
      await beginAt(officer, '/payments?view=toReceive');
      await press(page, 'Enter account');
      await page.getByLabel('Account name', { exact: true }).fill(account.accountName);
      await page
        .getByLabel('Account number', { exact: true })
        .fill('３２０２ ０１５５ ０９００ ０１２３ ４５６');
      await page.getByLabel('Bank', { exact: true }).fill(account.bankName);
      await press(page, 'Submit account');
      await says(page, account.accountNumber);
      await says(
        page,
        /^Another person with approval rights has to confirm it\. Until then payers see the previous account\./,
      );
      counted('the account, once and for all', officer);

      await beginAt(approver, `/payee-accounts/${world.network.near.id}`);
      await confirm(approver.page, 'Confirm account', 'Confirm account');
      await says(approver.page, 'Confirmed by');
      counted('the yes of a second person to it', approver);

      await beginAt(officer, '/netting-runs');
      await fillRun(page, world.network.districts[0].name);
      await says(page, 'Is owed ¥900.00');
      await keepPicture(page, 'preview');
      await press(page, 'Propose');
      await says(page, 'You proposed this yourself');
      const run = new URL(page.url()).pathname;
      counted('netting, from the preview to the proposal', officer);

      await beginAt(approver, run);
      await confirm(approver.page, 'Confirm this run', 'Confirm');
      await approver.page.locator('.tag.is-confirmed').first().waitFor();
      counted('its confirmation', approver);

      for (const [place, debtor] of debtors.entries()) {
        await beginAt(debtor, '/payments');
        await says(debtor.page, account.accountNumber);
        await says(debtor.page, /confirmed by two/);
        await debtor.page.getByLabel('Bank reference', { exact: true }).fill(`20261120-00012${place}`);
        if (place === 0) await keepPicture(debtor.page, 'payment');
        await confirm(debtor.page, 'Record as sent', 'Yes, sent');
        await says(debtor.page, /^Recorded: ¥300.00 sent to /);
        counted('one of the payments', debtor);
      }

      await beginAt(officer, '/payments?view=toReceive');
      for (let left = 3; left > 0; left -= 1) {
        await page.waitForFunction(
          (count) => document.querySelectorAll('article.payment').length === count,
          left,
        );
        await confirm(page, 'Record as received', 'They arrived');
      }
      await says(page, / is settled$/);
      counted('the receipt of all three', officer);
    },
    storyMs,
  );

  it('took less than five minutes of hands in all, of five people', () => {
    const seconds = told.reduce((sum, acts) => sum + handSeconds(acts), 0);
    process.stdout.write(`a bill of four unions, from the receipt to settled: ${seconds} s\n`);
    expect(seconds).toBeLessThanOrEqual(300);
  });
});

it('no page has broken on the way', () => {
  expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
});
