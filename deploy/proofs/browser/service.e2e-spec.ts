import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show, visitWith } from '../../browser/visit.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { png } from '../one-pixel.js';
import { sharedPlatform } from '../shared-platform.js';
import { story } from '../story.js';
import type { TestPlatform } from '../test-platform.js';
import { type Counter, countActs, handSeconds } from './acts.js';
import { choose, confirm, fill, press, says, sound } from './clicks.js';
import { chinesePageOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 120_000;
/** An officer adds the next service without a developer, in ten minutes of hands. */
const designSecondsMax = 600;
const name = '借书证';
const photo = { name: '一寸照片.png', mimeType: 'image/png', buffer: png };

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let officer: Page;
let acts: Counter;
let worker: Page;
let stranger: Page;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  officer = await chinesePageOf(browser, platform, world.people.keeper, 1280);
  acts = await countActs(officer);
  worker = await chinesePageOf(browser, platform, world.people.member, 375);
  const nobody = await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'zh-CN' });
  stranger = nobody.page;
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

/** Of the receipt that stands on the page. */
const receipt = { number: '', code: '' };

story('a service, from its design to what somebody thinks of it', () => {
  it(
    `is built by an officer within ${designSecondsMax / 60} minutes of hands, and opened`,
    async () => {
      await show(officer, '/service-items/new');
      acts.begin();
      await fill(officer, { 名称: name });
      await choose(officer, { 类别: '证件与证明' });
      await fill(officer, { 一句话说明: '凭工会会员证办理，一人一证。' });
      await press(officer, '加一题');
      await fill(officer, { 题目: '在哪里领' });
      await press(officer, '添加材料');
      await fill(officer, { '材料 1': '一寸照片' });
      await fill(officer, { 多久之内办结: '3' });
      await press(officer, '存为草稿');
      await says(officer, '这是草稿，职工还看不到。');
      await confirm(officer, '开放办理', '开放办理');
      await says(officer, '职工现在可以办理。');
      const counted = acts.counted();
      expect({ ...counted, isQuick: handSeconds(counted) <= designSecondsMax }).toMatchObject({
        isQuick: true,
      });
    },
    storyMs,
  );

  it(
    'is found by a worker on a phone, by its pinyin, and used',
    async () => {
      await show(worker, '/services');
      await fill(worker, { '找办事项目或服务，可用拼音': 'jsz' });
      await press(worker, '查找');
      await worker.getByRole('link', { name, exact: true }).click();
      await fill(worker, { 在哪里领: '职工书屋' });
      await worker.getByLabel('一寸照片').setInputFiles(photo);
      await says(worker, photo.name);
      await press(worker, '提交');
      await says(worker, `已提交：${name}`);
      await says(worker, '材料已交 1 / 1 份');
      const [number, code] = await worker.locator('.facts dd').allTextContents();
      Object.assign(receipt, { number, code });
      expect(receipt.code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    },
    storyMs,
  );

  it(
    'is taken from the desk, which does not say what it is about, and decided',
    async () => {
      await show(officer, '/matters');
      await says(officer, receipt.number);
      expect(await officer.getByText('职工书屋').count()).toBe(0);
      await press(officer, `领取 ${receipt.number}`);
      await says(officer, '职工书屋');
      await says(officer, `一寸照片 ${photo.name}`);
      const [saved] = await Promise.all([officer.waitForEvent('download'), press(officer, '下载')]);
      expect([saved.suggestedFilename(), readFileSync(await saved.path())]).toEqual([photo.name, png]);
      await choose(officer, { 办理结果: '已办好' });
      await fill(officer, { 理由: '已制好，凭会员卡领取。' });
      await confirm(officer, '办结并告知', '办结并告知');
      await says(officer, '办理结果：已办好');
    },
    storyMs,
  );

  it(
    'is looked up by number and code without signing in, and rated by the worker',
    async () => {
      await show(stranger, '/matter-status');
      await fill(stranger, { 受理编号: receipt.number.toLowerCase() });
      await fill(stranger, { 查询码: receipt.code.toLowerCase().replaceAll('-', ' ') });
      await press(stranger, '查进度');
      await says(stranger, '办理结果：已办好');
      await show(worker, '/my-matters');
      await worker.getByRole('link', { name, exact: true }).click();
      await choose(worker, { 满意程度: '很满意' });
      await press(worker, '评价并结束');
      await says(worker, '已完成');
    },
    storyMs,
  );

  it(
    'is written down for who calls, who then follows it by number and code',
    async () => {
      await show(officer, '/matters');
      await officer.getByRole('link', { name: '代录', exact: true }).click();
      await choose(officer, { 怎么来的: '电话' });
      const services = officer.getByLabel('办事项目', { exact: true });
      const own = await services.locator('option').filter({ hasText: name }).first().textContent();
      await services.selectOption({ label: own ?? name });
      await fill(officer, { 在哪里领: '门卫室', 来人姓名: '陈师傅', '来人电话（选填）': '13800002266' });
      await press(officer, '记下并给出编号');
      await says(officer, `已提交：${name}`);
      const [number = '', code = ''] = await officer.locator('.entered-receipt dd').allTextContents();
      await sound(officer);
      await show(stranger, '/matter-status');
      await fill(stranger, { 受理编号: number, 查询码: code });
      await press(stranger, '查进度');
      await says(stranger, '门卫室');
    },
    storyMs,
  );

  it(
    'keeps nobody out who hears its pages or goes by keys',
    async () => {
      for (const page of [officer, worker, stranger]) await sound(page);
    },
    storyMs,
  );
});
