import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show, visitWith } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { sharedPlatform } from '../shared-platform.js';
import { story } from '../story.js';
import type { TestPlatform } from '../test-platform.js';
import { confirm, fill, press, says, sound } from './clicks.js';
import { chinesePageOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 120_000;
const title = '防汛值班安排';

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let officer: Page;
let member: Page;
let stranger: Page;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  officer = await chinesePageOf(browser, platform, world.people.keeper, 1280);
  member = await chinesePageOf(browser, platform, world.people.member, 375);
  const nobody = await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'zh-CN' });
  stranger = nobody.page;
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

story('a bulletin that must be read, from its writing to who has read it', () => {
  it(
    'is written and published by an officer at a desk',
    async () => {
      await show(officer, '/bulletins/new');
      await fill(officer, { 标题: title });
      await fill(officer, { 正文: '值班电话 **12351**，全天有人接。' });
      await officer.getByLabel('必读：请会员读后确认').check();
      await press(officer, '存为草稿');
      await says(officer, '这是草稿，只有本会和上级工会的工会干部看得到。');
      await confirm(officer, '发布', '发布');
      await says(officer, '阅读情况');
    },
    storyMs,
  );

  it(
    'is found by a member on a phone, by its pinyin, read and confirmed',
    async () => {
      await show(member, '/bulletins');
      await fill(member, { 找信息: 'fxzb' });
      await press(member, '查找');
      await member.getByRole('link', { name: title, exact: true }).click();
      await says(member, '值班电话 12351，全天有人接。');
      expect(await member.locator('.markdown strong').textContent()).toBe('12351');
      await press(member, '我已阅读');
      await says(member, '确认阅读。');
    },
    storyMs,
  );

  it(
    'shows its officer that one has read it, and nothing to anybody else',
    async () => {
      await officer.reload();
      await says(officer, '1 / ');
      await says(officer, '人已确认');
      await show(stranger, '/public/bulletins');
      expect(await stranger.getByText(title).count()).toBe(0);
    },
    storyMs,
  );

  it(
    'keeps nobody out who hears its pages or goes by keys',
    async () => {
      for (const page of [officer, member, stranger]) await sound(page);
    },
    storyMs,
  );
});
