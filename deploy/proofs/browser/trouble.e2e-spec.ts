/// <reference lib="dom" />
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { eventually } from '@gongxiang/testing';
import type { Browser, Page, Request } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { type Looks, settled, show } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { ask } from '../ask.js';
import { rowsOf } from '../rows.js';
import { billRequest, submitCosts, submitPool } from '../costs.js';
import { makePerson, newResident, type Person, publishActivity } from '../fixtures.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { holdBack, shanghaiTime, type SignedInVisitor, signInByTyping, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
const desk: Looks = { widthPx: 1280, locale: 'en' };
let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let home: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'gongxiang-trouble-'));
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
  rmSync(home, { recursive: true, force: true });
}, startUpMs);

/** What somebody does at a desk; afterwards nothing may have broken that was not to be broken. */
async function atDesk(person: Person, story: (visitor: SignedInVisitor) => Promise<void>): Promise<void> {
  const visitor = await visitOf(browser, platform, person, desk);
  try {
    await story(visitor);
    expect(visitor.faults).toEqual([]);
  } finally {
    await visitor.context.close();
  }
}

const published = (seats: number): Promise<ActivityView> =>
  publishActivity(world.people.keeper.client, world.network.near, seats);

/** How many rows there are of what must be there once. */
const countOf = async (text: string, values: readonly string[]): Promise<number> =>
  (await rowsOf(platform, text, [...values])).length;

const registrationsOf = (activityId: string, { personId }: Person): Promise<number> =>
  countOf('SELECT 1 FROM sharing.registration WHERE activity_id = $1 AND person_id = $2', [
    activityId,
    personId,
  ]);

/** The keys under which a page has asked for seats: the same key is the same sign-up, however often it is sent. */
function signUpKeys(page: Page): Set<string | undefined> {
  const keys = new Set<string | undefined>();
  page.on('request', (request: Request) => {
    const isSignUp = request.method() === 'POST' && request.url().endsWith('/registrations');
    if (isSignUp) keys.add(request.headers()['idempotency-key']);
  });
  return keys;
}

describe('a session that ends in the middle of a form', () => {
  const labels = ['Name', 'Description (optional)', 'Starts', 'Ends', 'Place in words (optional)'];
  const dayMs = 86_400_000;
  const typed = [
    '会话到期也不丢的活动',
    '写了很久的介绍',
    shanghaiTime(new Date(Date.now() + 3 * dayMs)),
    shanghaiTime(new Date(Date.now() + 4 * dayMs)),
    '文化宫二楼',
  ];
  const fields = (page: Page) => labels.map((label) => page.getByLabel(label, { exact: true }));
  const typedOn = (page: Page): Promise<string[]> =>
    Promise.all(fields(page).map((field) => field.inputValue()));

  /** Ends it, and waits until the gateway knows. */
  async function end({ accessToken }: SignedInVisitor['session']): Promise<void> {
    const payload = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString();
    const { sid } = JSON.parse(payload) as { sid: string };
    const { gatewayUrl } = platform;
    await ask(gatewayUrl, 'DELETE', `/auth/sessions/${sid}`, { token: accessToken });
    await eventually(async () => {
      expect((await ask(gatewayUrl, 'GET', '/me', { token: accessToken })).status).toBe(401);
    });
  }

  it(
    'leads back to what was typed, as a reload does, and it is sent once',
    () =>
      atDesk(world.people.keeper, async ({ page, session }) => {
        await show(page, '/activities/new');
        for (const [index, field] of fields(page).entries()) await field.fill(typed[index] ?? '');
        await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'Sports' });
        await page.getByLabel('Main resource used').selectOption({ label: 'Facilities' });
        await page.getByLabel('Area of union work').selectOption({ label: 'Culture and sports' });
        await page.reload();
        await settled(page);
        expect(await typedOn(page)).toEqual(typed);
        const keep = page.getByRole('button', { name: 'Save draft and continue' });
        let hasEnded = false;
        await page.route('**/api/v1/activities', async (route) => {
          if (!hasEnded) await end(session);
          hasEnded = true;
          await route.continue();
        });
        await keep.click();
        await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
        expect(await countOf('SELECT 1 FROM sharing.activity WHERE title = $1', [typed[0] ?? ''])).toBe(0);

        await page.getByText('You will be taken back to the page you were on').waitFor();
        await signInByTyping(page, world.people.keeper);
        await page.getByRole('heading', { name: 'New activity' }).waitFor();
        expect(await typedOn(page)).toEqual(typed);
        await keep.click();
        await page.getByRole('heading', { name: `Organising: ${typed[0]}` }).waitFor();
        expect(await countOf('SELECT 1 FROM sharing.activity WHERE title = $1', [typed[0] ?? ''])).toBe(1);
      }),
    storyMs,
  );
});

describe('two who edit the same activity', () => {
  it(
    'the second is told, loses nothing, and saves over what the first has left',
    async () => {
      const { id } = await published(5);
      const colleague = await makePerson(platform, world.network, world.network.near, ['officer']);
      const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save' }).click();
      await atDesk(colleague, async ({ page }) => {
        // Else a hint would tell the colleague before saving.
        await page.route('**/api/v1/events', (route) => route.abort());
        await show(page, `/activities/${id}/edit`);
        await page.getByLabel('Name', { exact: true }).fill('改期的趣味运动会');
        await page.getByLabel('Description').fill('带好运动鞋');
        await atDesk(world.people.keeper, async (first) => {
          await show(first.page, `/activities/${id}/edit`);
          await first.page.getByLabel('Place in words').fill('湖畔礼堂');
          await save(first.page);
          await first.page.waitForURL(`**/activities/${id}/organise`);
        });

        await save(page);
        await page.getByText('Someone has just changed this').waitFor();
        expect(await page.getByLabel('Description').inputValue()).toBe('带好运动鞋');
        await page.getByRole('button', { name: 'Show the latest version' }).click();
        await page.getByText('Place in words: now “湖畔礼堂”').waitFor();
        await page.getByText('Someone has just changed this').waitFor({ state: 'detached' });
        expect(await page.getByLabel('Description').inputValue()).toBe('带好运动鞋');
        await save(page);
        await page.waitForURL(`**/activities/${id}/organise`);
      });
      const { title, description, venue } = await world.people.keeper.client.get<ActivityView>(
        `/activities/${id}`,
      );
      expect([title, description, venue]).toEqual(['改期的趣味运动会', '带好运动鞋', '湖畔礼堂']);
    },
    storyMs,
  );
});

describe('a network that is slow or loses answers', () => {
  it(
    'E18: says that something is on its way, and a double click signs up once',
    async () => {
      const { member } = world.people;
      const { id } = await published(5);
      await atDesk(member, async ({ page }) => {
        const keys = signUpKeys(page);
        const showActivity = await holdBack(page, new RegExp(`/api/v1/activities/${id}$`));
        await page.goto(`/activities/${id}`, { waitUntil: 'commit' });
        await page.getByText('Loading…').first().waitFor();
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(0);
        showActivity();
        await page.getByRole('heading', { level: 1 }).waitFor();

        const answer = await holdBack(page, /\/registrations$/);
        const signUp = page.getByRole('button', { name: 'Sign up (1 person)' });
        await signUp.dblclick();
        await page.locator('main button.ant-btn-loading').waitFor();
        answer();
        await page.getByText('You are signed up').waitFor();
        expect(await page.getByRole('alert').count()).toBe(0);
        expect([keys.size, await registrationsOf(id, member)]).toEqual([1, 1]);
      });
    },
    storyMs,
  );

  it(
    'E18: an answer that is lost is asked for again, and nothing is done twice',
    async () => {
      const { coHost } = world.people;
      const { id } = await published(5);
      await atDesk(coHost, async ({ page }) => {
        const keys = signUpKeys(page);
        // Else a hint would tell the page that it is signed up after all.
        await page.route('**/api/v1/events', (route) => route.abort());
        await show(page, `/activities/${id}`);
        let isLost = false;
        await page.route(/\/registrations$/, async (route) => {
          if (route.request().method() !== 'POST' || isLost) return route.continue();
          isLost = true;
          expect((await route.fetch()).status()).toBe(201);
          return route.abort('connectionreset');
        });
        const signUp = page.getByRole('button', { name: 'Sign up (1 person)' });
        await signUp.click();
        await page.getByText('The server can’t be reached').waitFor();
        expect(await registrationsOf(id, coHost)).toBe(1);
        await signUp.click();
        await page.getByText('You are signed up').waitFor();
        expect([keys.size, await registrationsOf(id, coHost)]).toEqual([1, 1]);
      });
    },
    storyMs,
  );
});

describe('an approver before whose eyes another changes the costs', () => {
  it(
    'approves nothing that was not shown, sees the present sum, and decides anew',
    async () => {
      const { keeper, approver } = world.people;
      const poolId = await submitCosts(world);
      const poolNow = (): Promise<CostPoolView> => keeper.client.get(`/cost-pools/${poolId}`);
      await atDesk(approver, async ({ page }) => {
        // Else a hint would show the change first.
        await page.route('**/api/v1/events', (route) => route.abort());
        await show(page, `/cost-pools/${poolId}`);
        const approve = async (sum: string): Promise<void> => {
          await page.getByRole('button', { name: 'Approve and post' }).click();
          const dialog = page.getByRole('dialog');
          await dialog.getByText(sum).waitFor();
          await dialog.getByRole('button', { name: 'Approve' }).click();
        };
        await page.getByRole('button', { name: 'Approve and post' }).waitFor();

        await world.people.judge.client.decide(`/cost-pools/${poolId}/return`, { reason: '缺少发票' });
        const { path, body } = await billRequest(world, poolId);
        await keeper.client.post(path, body);
        await submitPool(world, poolId);

        await approve('1,000.00');
        const notice = page.getByText('Someone else has just changed this');
        await notice.waitFor();
        const changes = page.getByRole('list', { name: 'What has changed' });
        await changes.getByText('2,000.00').first().waitFor();
        expect(await poolNow()).toMatchObject({ state: 'submitted', entryId: null });
        await approve('2,000.00');
        await notice.waitFor({ state: 'detached' });
        await eventually(async () => expect((await poolNow()).state).toBe('approved'));
      });
    },
    storyMs,
  );
});

describe('a server that is restarted while a page is open', () => {
  /** Ever longer waits lie between a page's attempts to hear hints again. */
  const comesBackMs = 150_000;

  it(
    'the page says so, hears hints again, and shows what others did meanwhile without a reload',
    async () => {
      const { member, keeper } = world.people;
      const { id } = await published(1);
      const visitor = await visitOf(browser, platform, member, desk);
      const { page } = visitor;
      const keys = signUpKeys(page);
      // The visitor's line comes back last: whatever happens before, no hint tells of it.
      let isCut = false;
      await page.route('**/api/v1/events', (route) => (isCut ? route.abort() : route.continue()));
      const listens = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/events'));
      await show(page, `/activities/${id}`);
      await listens;
      await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
      const signUp = page.getByRole('button', { name: 'Sign up (1 person)' });
      await page.getByText('1 left').waitFor();

      isCut = true;
      await Promise.all([platform.kill('gateway'), platform.kill('sharing')]);
      await signUp.click();
      await page.getByText('The server can’t be reached').waitFor();
      await Promise.all([platform.start('sharing'), platform.start('gateway')]);
      const taken = await keeper.client.post<RegistrationView>(`/activities/${id}/registrations`);
      const listensAgain = page.waitForResponse(
        (answer) => answer.url().endsWith('/api/v1/events') && answer.ok(),
        { timeout: comesBackMs },
      );
      isCut = false;
      await page.getByText('Full; you can join the waitlist').waitFor({ timeout: comesBackMs });
      await listensAgain;

      await page.getByRole('button', { name: 'Join the waitlist (0 ahead)' }).click();
      await page.getByText('On the waitlist', { exact: true }).waitFor();
      expect(await page.getByText('The server can’t be reached').count()).toBe(0);
      const { version } = await keeper.client.get<RegistrationView>(`/registrations/${taken.id}`);
      await keeper.client.post(`/registrations/${taken.id}/cancel`, {}, { ifMatch: version });
      await page.getByText('You are signed up').waitFor();
      expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
      expect([keys.size, await registrationsOf(id, member)]).toEqual([1, 1]);
      const { items } = await keeper.client.get<{ items: PoolView[] }>(`/activities/${id}/pools`);
      expect(items.map(({ seats }) => [seats.confirmed, seats.waiting])).toEqual([[1, 0]]);
      await visitor.context.close();
    },
    startUpMs + comesBackMs,
  );
});

describe('a phone without a network', () => {
  /** The page itself and the files of its first load. */
  const keptMin = 10;

  it(
    'opens the shell that it has kept, says so, and goes on by itself once there is a network again',
    async () => {
      const looks: Looks = { widthPx: 375, locale: 'en', keepsShell: true };
      const visitor = await visitOf(browser, platform, world.people.member, looks);
      const { page, context } = visitor;
      await show(page, '/my');
      await page.waitForFunction(async (least) => {
        const { length } = await Promise.all(
          (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
        ).then((kept) => kept.flat());
        return length >= least;
      }, keptMin);

      await context.setOffline(true);
      await page.reload();
      await page.getByText('You are offline').waitFor();
      await page.getByRole('link', { name: 'Gongxiang' }).waitFor();
      const kept = await page.evaluate(async () => {
        const names = await caches.keys();
        const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return requests.flat().map(({ url }) => new URL(url).pathname);
      });
      expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);

      await context.setOffline(false);
      await page.getByText('You are offline').waitFor({ state: 'detached' });
      await context.close();
    },
    storyMs,
  );
});

describe('a file that is not taken', () => {
  const bytesTooMany = 21 * 1024 * 1024;
  const fileOf = (name: string, content: string | Uint8Array): string => {
    const path = join(home, name);
    writeFileSync(path, content);
    return path;
  };
  const tooLarge = (name: string): string => {
    const path = fileOf(name, '');
    truncateSync(path, bytesTooMany);
    return path;
  };

  it(
    'as a receipt is refused at its field in words, and the right one is recorded',
    async () => {
      const poolId = await submitCosts(world);
      const { keeper, approver } = world.people;
      await approver.client.decide<CostPoolView>(`/cost-pools/${poolId}/return`, { reason: '缺少发票' });
      await atDesk(keeper, async ({ page }) => {
        await show(page, `/cost-pools/${poolId}`);
        await page.getByRole('button', { name: 'Record a bill' }).click();
        await page.getByLabel('Purpose').fill('奖品');
        const receipt = page.getByLabel('Receipt or invoice');
        const refusal = page.locator('.file-field').getByRole('alert');
        for (const [path, words] of [
          [tooLarge('large.png'), /21 MB; the limit is 20 MB/],
          [fileOf('receipt.txt', 'one hundred yuan'), /not supported; please use PDF, PNG or JPEG/],
          [fileOf('empty.pdf', ''), /is empty/],
          // It says that it is a picture, and is a program.
          [fileOf('picture.png', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')), /not taken/],
        ] as const) {
          await receipt.setInputFiles(path);
          await refusal.filter({ hasText: words }).waitFor();
        }
        await receipt.setInputFiles(fileOf('invoice.pdf', `%PDF-1.4 ${poolId} prizes`));
        await page.getByText('Uploaded: invoice.pdf').waitFor();
        expect(await refusal.count()).toBe(0);
        expect(await page.getByLabel('Purpose').inputValue()).toBe('奖品');

        await page.getByLabel('Paid by').selectOption({ label: world.network.near.name });
        await page.getByLabel('Amount in yuan').fill('128.50');
        await page.getByLabel('Fund', { exact: true }).selectOption({ label: 'Allotment' });
        await page.getByLabel('Expense code').selectOption({ label: '1.2 Culture and sports' });
        await page.getByLabel('Invoice number').fill('24422000000000009902');
        await page.getByRole('button', { name: 'Record' }).click();
        await page.getByText('“奖品” has been recorded').waitFor();
      });
    },
    storyMs,
  );

  it(
    'as a roster is refused at its field in words, and the right one is checked and loaded',
    async () => {
      const { name, residentNumber } = newResident();
      await atDesk(world.people.keeper, async ({ page }) => {
        await show(page, '/member-imports/new');
        await page.getByLabel('Import into').selectOption({ label: world.network.near.name });
        const roster = page.getByLabel('Roster', { exact: true });
        const refusal = page.locator('.drop-zone').getByRole('alert');
        for (const [path, words] of [
          [fileOf('roster.pdf', '%PDF'), /Please choose an \.xlsx or \.csv file/],
          [tooLarge('large.csv'), /21 MB; the limit is 20 MB/],
          [fileOf('empty.csv', ''), /is empty/],
        ] as const) {
          await roster.setInputFiles(path);
          await refusal.filter({ hasText: words }).waitFor();
        }
        const csv = `姓名,身份证号码\n${name},${residentNumber}\n`;
        await roster.setInputFiles(fileOf('roster.csv', csv));
        await page.getByText('Uploaded: roster.csv').waitFor();
        expect(await refusal.count()).toBe(0);
        await page.getByRole('button', { name: 'Check it' }).click();
        await page.getByText('Checked: 1 row will change the roster').waitFor();
        await page.getByRole('button', { name: 'Load the roster' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Load it' }).click();
        await page.getByText('The roster is loaded').waitFor();
      });
    },
    storyMs,
  );
});
