import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StatementView } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { eventually } from '@gongxiang/testing';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { accessibilityFaults } from '../../browser/measure.js';
import { type Looks, settled, show } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { inDays } from '../fixtures.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { type SignedInVisitor, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
const phone: Looks = { widthPx: 375, locale: 'en', keepsShell: true };

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let keeper: SignedInVisitor;
let borrower: SignedInVisitor;
let loan: LoanView;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  keeper = await visitOf(browser, platform, world.people.keeper, phone);
  borrower = await visitOf(browser, platform, world.people.coHost, phone);
  loan = await request();
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

async function request(): Promise<LoanView> {
  const { keeper: owner, coHost } = world.people;
  const { id: resourceId } = await owner.client.post<ResourceView>('/resources', {
    owner: { kind: 'union', id: world.network.near.id },
    title: 'Microphone',
    function: 'facility',
    businesses: ['culture'],
  });
  const right = { to: { kind: 'everyone' }, approval: 'custodian', price: { kind: 'free' } };
  const term = { from: inDays(-1), until: inDays(90) };
  await owner.client.post<GrantView>(`/resources/${resourceId}/grants`, { ...right, ...term });
  return coHost.client.post<LoanView>('/loans', {
    borrowerUnionId: world.network.next.id,
    resourceId,
    purpose: 'Choir',
    startsAt: inDays(0.01),
    endsAt: inDays(0.2),
  });
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** What binds asks once. */
async function pressAndConfirm(page: Page, name: string): Promise<void> {
  await press(page, name);
  await page.locator('dialog[open]').getByRole('button', { name, exact: true }).click();
}

const says = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

async function sound(page: Page): Promise<void> {
  await settled(page);
  expect(await accessibilityFaults(page)).toEqual([]);
}

describe('something that is lent', () => {
  it(
    'E56: goes out by a scanned number, comes back damaged, both hands agree, and stands on both statements',
    async () => {
      const [owner, other] = [keeper.page, borrower.page];
      await show(owner, `/loans/${loan.id}`);
      await pressAndConfirm(owner, 'Approve');
      await says(owner, 'Nothing has changed hands yet.');

      await show(other, '/loans/mine');
      await press(other, 'Show the code');
      await says(other, loan.id);
      await sound(other);

      await show(owner, '/loans/desk');
      await owner.getByLabel('Number of the loan').fill(loan.id);
      await press(owner, 'Open');
      await owner.getByLabel('Its condition').fill('Complete');
      await owner.locator('.desk-open').getByRole('button', { name: 'Hand over', exact: true }).click();
      await says(owner, 'The platform has it');
      await sound(owner);

      await show(other, `/loans/${loan.id}`);
      await pressAndConfirm(other, 'Confirm');
      await says(other, 'Both agree');

      await show(owner, `/loans/${loan.id}`);
      await press(owner, 'Take back');
      await owner.getByLabel('It is damaged, and has to be made good').check();
      await owner.getByLabel('What is damaged').fill('The grille is dented');
      await owner.getByLabel('Estimate (yuan)').fill('120.00');
      await press(owner, 'Take back');
      await says(owner, 'The grille is dented');
      await sound(owner);

      await show(other, `/loans/${loan.id}`);
      await pressAndConfirm(other, 'Accept and bear it');
      await says(other, 'Accepted');
      await pressAndConfirm(other, 'Confirm');
      await says(other, /^Closed: /);
      await sound(other);

      expect(await statementOf(world.network.near.id)).toEqual(['12000']);
      expect(await statementOf(world.network.next.id)).toEqual(['-12000']);
      await other.getByRole('link', { name: 'See the statement' }).click();
      await says(other, 'Microphone');
      await says(other, 'Damage');
    },
    storyMs,
  );

  it(
    'is handed over without a network from a list that the device has kept, and sent when it is back',
    async () => {
      const again = await request();
      await world.people.keeper.client.decide<LoanView>(`/loans/${again.id}/approve`);
      const { page, context } = keeper;
      await show(page, '/loans/desk');
      await says(page, /The list is kept on this device/);
      await page.waitForFunction(async () => {
        const names = await caches.keys();
        const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return kept.flat().some(({ url }) => url.includes('/assets/desk-page-'));
      });
      await context.setOffline(true);
      await page.goto('/loans/desk');
      await says(page, /There is no network/);
      await press(page, 'Hand over');
      await page.locator('.desk-open').getByRole('button', { name: 'Hand over', exact: true }).click();
      await says(page, 'Kept here; sent when the network is back');
      await context.setOffline(false);
      await eventually(async () => {
        const view = await world.people.keeper.client.get<LoanView>(`/loans/${again.id}`);
        expect(view.state).toBe('handedOver');
      }, storyMs / 2);
    },
    storyMs,
  );
});

/** What damage adds to the balance of a union. */
async function statementOf(unionId: string): Promise<string[]> {
  const { client } = unionId === world.network.near.id ? world.people.keeper : world.people.coHost;
  const day = (offset: number): string => inDays(offset).slice(0, 10);
  const path = `/statements?union=${unionId}&from=${day(-2)}&to=${day(2)}`;
  return eventually(async () => {
    const { lines } = await client.get<StatementView>(path);
    const found = lines.filter(({ kind }) => kind === 'damage').map(({ amount }) => amount.amount);
    expect(found).toHaveLength(1);
    return found;
  });
}
