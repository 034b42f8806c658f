import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { sharedPlatform } from '../shared-platform.js';
import { story } from '../story.js';
import type { TestPlatform } from '../test-platform.js';
import { choose, confirm, fill, press, says, sound } from './clicks.js';
import { chinesePageOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 120_000;
const title = '第四季度活动统计';

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let giver: Page;
let receiver: Page;
let other: Page;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  giver = await chinesePageOf(browser, platform, world.people.federal, 1280);
  receiver = await chinesePageOf(browser, platform, world.people.keeper, 375);
  other = await chinesePageOf(browser, platform, world.people.coHost, 1280);
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

/** What is written is saved as a draft first. */
async function give(): Promise<void> {
  await press(giver, '存为草稿');
  await says(giver, '这是草稿，下级工会还看不到。');
  await confirm(giver, '下达', '下达');
  await says(giver, '进行中');
}

async function answer(page: Page, events: string, visits: string): Promise<void> {
  await show(page, '/assignments');
  await page.getByRole('link', { name: title, exact: true }).click();
  await press(page, '收到');
  await says(page, '已签收');
  await fill(page, { 活动场次: events });
  await fill(page, { 参加人次: visits });
  await press(page, '回报');
  await says(page, '已回报');
}

story('an assignment, from the federation to two unions and back', () => {
  it(
    'is written with two numbers to return, and given',
    async () => {
      await show(giver, '/assignments/new');
      await fill(giver, { 标题: title, 要求: '请填报。', 截止日期: '2099-12-31' });
      for (const [index, question] of ['活动场次', '参加人次'].entries()) {
        await press(giver, '加一题');
        const designed = giver.locator('.designed').nth(index);
        await designed.getByLabel('题目', { exact: true }).fill(question);
        await designed.getByLabel('题型', { exact: true }).selectOption({ label: '数字' });
      }
      await give();
    },
    storyMs,
  );

  it(
    'is returned by two unions, one on a phone',
    async () => {
      await answer(receiver, '3', '40');
      await answer(other, '2', '15');
    },
    storyMs,
  );

  it(
    'adds up on the board',
    async () => {
      await giver.reload();
      await says(giver, /5\s*（2 家）/); // 3 + 2
      await says(giver, /55\s*（2 家）/); // 40 + 15
      const file = giver.waitForEvent('download');
      await giver.locator('summary').filter({ hasText: '导出' }).click();
      await press(giver, 'CSV 文件（.csv）');
      const table = await readFile(await (await file).path(), 'utf8');
      expect(table).toContain('活动场次');
      expect(table).toMatch(/\b3"?,"?40/);
      expect(table).toMatch(/\b2"?,"?15/);
      for (const page of [giver, receiver, other]) await sound(page);
    },
    storyMs,
  );
});

const report = '工会工作季度报表';

story('an assignment from a template, for a branch of the tree', () => {
  it(
    'is begun from a template, with a document, for a union with all below it, which is saved as a set',
    async () => {
      await show(giver, '/assignments/new');
      await choose(giver, { 从模板开始: report, 范围: '选定的下级工会' });
      await giver.getByRole('searchbox', { name: '按名称找工会' }).last().fill(world.network.near.name);
      await giver.getByLabel(`${world.network.near.name} 含全部下级`, { exact: true }).check();
      await says(giver, '将下达给 1 家工会');
      await giver.locator('summary').filter({ hasText: '把选定的工会存为名单' }).click();
      await fill(giver, { 名单名称: '试点工会' });
      await press(giver, '存为新名单');
      await says(giver, '修改或删除这份名单');
      const document = { name: '填报口径.csv', mimeType: 'text/csv', buffer: Buffer.from('项目,口径\n') };
      await giver.locator('#bulletin-attachments-add').setInputFiles(document);
      await giver.getByLabel('附件名称', { exact: true }).waitFor();
      await sound(giver);
      await give();
    },
    storyMs,
  );

  it(
    'offers the union what the platform has counted, on a phone',
    async () => {
      await show(receiver, '/assignments');
      await receiver.getByRole('link', { name: report, exact: true }).click();
      await says(receiver, '下载 填报口径');
      await says(receiver, /会员人数：\d+，来自平台上本会和下级工会的在册会员/);
      expect(await receiver.getByLabel(/^会员人数/).inputValue()).toMatch(/^\d+$/);
      await sound(receiver);
    },
    storyMs,
  );

  it(
    'stands in the calendar of both, a table on a wide screen and a list on a phone',
    async () => {
      for (const page of [giver, receiver]) {
        await show(page, '/assignments/calendar?month=2099-12');
        await page.getByRole('link', { name: title, exact: true }).waitFor();
        await sound(page);
      }
      expect(await giver.getByRole('table').count()).toBe(1);
      expect(await receiver.getByRole('table').count()).toBe(0);
    },
    storyMs,
  );
});
