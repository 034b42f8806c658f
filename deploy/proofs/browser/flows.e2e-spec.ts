import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { type Visitor } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { lendHall, makePerson, type Person, publishActivity } from '../fixtures.js';
import { sharedPlatform } from '../shared-platform.js';
import { story } from '../story.js';
import type { TestPlatform } from '../test-platform.js';
import { beginAt, countActs, type Hand, within } from './acts.js';
import { choose, confirm, fill, heads, press, says } from './clicks.js';
import { shanghaiTime, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
const dayMs = 86_400_000;
const hall = '职工文体中心多功能厅';

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let activity: ActivityView;
let worker: Hand;
let officer: Hand;
let seeker: Hand;
const visitors: Visitor[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  const { people, network } = world;
  await lendHall(people.keeper.client, network.near, hall);
  activity = await publishActivity(people.keeper.client, network.near, 10, { title: '周末登山' });
  const guest = await makePerson(platform, network, network.near, []);
  const handOf = async (person: Person, widthPx: 375 | 1280, locale: 'zh-CN' | 'en'): Promise<Hand> => {
    const visitor = await visitOf(browser, platform, person, { widthPx, locale });
    visitors.push(visitor);
    return { page: visitor.page, acts: await countActs(visitor.page) };
  };
  worker = await handOf(guest, 375, 'zh-CN');
  officer = await handOf(people.keeper, 1280, 'en');
  seeker = await handOf(people.coHost, 1280, 'en');
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

story('the ways that people go most often', () => {
  it(
    'from home to a seat in three taps, and from home to its code in one',
    async () => {
      const { page, acts } = worker;
      await beginAt(worker, '/');
      await page.getByRole('link', { name: activity.title }).first().tap();
      await page.getByRole('button', { name: /^报名/ }).first().tap();
      await says(page, '报名成功');
      within('home to a seat', acts.counted(), { taps: 3, fields: 0 });

      await beginAt(worker, '/');
      await page.getByRole('link', { name: `签到码：${activity.title}` }).tap();
      await page.getByRole('img', { name: '签到码的二维码' }).first().waitFor();
      within('home to the code', acts.counted(), { taps: 1, fields: 0 });
    },
    storyMs,
  );

  it(
    'an activity from nothing to its publication in three minutes of hands',
    async () => {
      const { page, acts } = officer;
      const now = Date.now();
      await beginAt(officer, '/activities');
      await page.getByRole('link', { name: 'New activity' }).click();
      await heads(page, 'New activity');
      await choose(page, { Organiser: world.network.near.name, Kind: 'Sports' });
      await choose(page, { 'Main resource used': 'Facilities', 'Area of union work': 'Culture and sports' });
      await fill(page, {
        Name: '职工趣味运动会',
        'Description (optional)': '拔河、跳绳、投篮，带上孩子一起来。',
        Starts: shanghaiTime(new Date(now + 10 * dayMs)),
        Ends: shanghaiTime(new Date(now + 11 * dayMs)),
        'Place in words (optional)': '文化宫二楼',
      });
      await press(page, 'Save draft and continue');
      await heads(page, 'Organising: 职工趣味运动会');
      await page.getByLabel('How many').fill('30');
      await press(page, 'Add seats');
      await says(page, 'Ready to publish');
      await confirm(page, 'Publish', 'Publish');
      await says(page, /^Published /);
      within('an activity from nothing', acts.counted(), { seconds: 180 });
    },
    storyMs,
  );

  it(
    'a need becomes a request for a hall in two minutes, which its owner approves in two clicks',
    async () => {
      const { page, acts } = seeker;
      const [from, to] = [new Date(Date.now() + 5 * dayMs), new Date(Date.now() + 5.1 * dayMs)];
      await beginAt(seeker, '/');
      await page.getByRole('link', { name: 'Post a need' }).first().click();
      await heads(page, 'Post a need');
      await choose(page, { 'What kind': 'A place' });
      await fill(page, {
        Title: '排练要一个厅',
        People: '40',
        From: shanghaiTime(from),
        To: shanghaiTime(to),
      });
      await press(page, 'Post it');
      await heads(page, '排练要一个厅');
      const match = page.locator('.match').filter({ hasText: hall });
      await match.getByRole('link', { name: 'Ask for the loan' }).click();
      await page.getByRole('heading', { name: hall, level: 1 }).waitFor();
      await fill(page, { 'What for': '合唱排练' });
      await press(page, 'Ask for it');
      await page.getByRole('link', { name: 'See the need' }).waitFor();
      within('a need to a request', acts.counted(), { seconds: 120 });

      // As the link in the message opens it.
      await beginAt(officer, new URL(page.url()).pathname);
      await confirm(officer.page, 'Approve', 'Approve');
      await officer.page.getByRole('button', { name: 'Hand over' }).first().waitFor();
      within('the approval of a loan', officer.acts.counted(), { taps: 2, fields: 0 });
    },
    storyMs,
  );

  it(
    'a bill that two unions share in three fields',
    async () => {
      const { page, acts } = officer;
      await beginAt(officer, '/cost-pools');
      await press(page, 'Share a bill');
      await page.getByLabel('Amount in yuan', { exact: true }).fill('1200');
      await page.getByLabel('Shared by', { exact: true }).fill(world.network.next.name);
      await press(page, world.network.next.name);
      await page.getByLabel('Purpose', { exact: true }).fill('印宣传册');
      await press(page, 'Submit for approval');
      await heads(page, '印宣传册');
      within('a shared bill', acts.counted(), { fields: 3, seconds: 60 });
    },
    storyMs,
  );
});

it('no page has broken on the way', () => {
  expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
});
