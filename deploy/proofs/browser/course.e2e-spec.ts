import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show } from '../../browser/visit.js';
import { rootAbove } from '../../root.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { sharedPlatform } from '../shared-platform.js';
import { story } from '../story.js';
import type { TestPlatform } from '../test-platform.js';
import { confirm, fill, heads, press, says, sound } from './clicks.js';
import { chinesePageOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 120_000;
const title = '灭火器怎么用';
const name = '提拔握压';
/** A video of four seconds, as a phone makes it. */
const video = readFileSync(
  join(rootAbove(fileURLToPath(import.meta.url)), 'deploy', 'demo', 'data', 'extinguisher.mp4'),
);

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let officer: Page;
let member: Page;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  officer = await chinesePageOf(browser, platform, world.people.keeper, 1280);
  member = await chinesePageOf(browser, platform, world.people.member, 375);
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

/** Of a video that plays, without sound. */
const placeOf = (player: Locator): Promise<number> =>
  player.evaluate((element) => (element as HTMLVideoElement).currentTime);

async function plays(page: Page): Promise<void> {
  await press(page, `播放 ${name}`);
  const player = page.locator('video');
  await player.evaluate((element) => {
    const media = element as HTMLVideoElement;
    media.muted = true;
    return media.play();
  });
  const before = await placeOf(player);
  await page.waitForFunction(
    (began) => (document.querySelector('video')?.currentTime ?? 0) > began + 0.3,
    before,
  );
  const shown = await player.evaluate((element) => {
    const { videoWidth, duration, error } = element as HTMLVideoElement;
    const { left, right } = element.getBoundingClientRect();
    return { videoWidth, duration: Math.round(duration), error, isWithin: left >= 0 && right <= innerWidth };
  });
  expect(shown).toEqual({ videoWidth: 480, duration: 4, error: null, isWithin: true });
}

story('a video in a lesson, from the officer who adds it to a worker who plays it', () => {
  it(
    'is added by an officer at a desk, with a picture out of it, and seen in the draft',
    async () => {
      await show(officer, '/courses/new');
      await fill(officer, { 课程名称: title, 简介: '四步，一分钟。' });
      const lesson = officer.getByRole('group', { name: '第 1 课', exact: true });
      await lesson.getByLabel('标题', { exact: true }).fill(name);
      await lesson.getByLabel('正文', { exact: true }).fill('看视频，记住四个字。');
      const added = officer.waitForResponse(
        (answer) => answer.url().endsWith('/bulletin-recordings') && answer.request().method() === 'POST',
      );
      await lesson
        .getByLabel('添加视频或录音')
        .setInputFiles({ name: `${name}.mp4`, mimeType: 'video/mp4', buffer: video });
      expect((await added).status()).toBe(201);
      await officer.getByLabel('视频或录音的名称').waitFor();
      expect(await officer.getByLabel('视频或录音的名称').inputValue()).toBe(name);
      const question = officer.getByRole('group', { name: '第 1 题', exact: true });
      await fill(officer, { 题目: '第一步是？', '选项 A': '提', '选项 B': '压' });
      await question.getByLabel('A 正确').check();
      await press(officer, '存为草稿');
      await heads(officer, title);
      await says(officer, '这是草稿，只有本会和上级工会的工会干部看得到。');
      await sound(officer);
    },
    storyMs,
  );

  it(
    'plays for the officer in the draft, who publishes it',
    async () => {
      const closed = officer.locator('.course-lessons details:not([open]) summary');
      if ((await closed.count()) > 0) await closed.first().click();
      await plays(officer);
      await confirm(officer, '发布', '发布');
      await heads(officer, '课程管理');
    },
    storyMs,
  );

  it(
    'plays for a worker on a phone, who then goes on with the course',
    async () => {
      await show(member, '/courses');
      await member.getByRole('link', { name: title, exact: true }).click();
      await press(member, '开始学习');
      await member.getByRole('img', { name }).waitFor();
      await plays(member);
      await sound(member);
      await press(member, '学完这一课');
      await says(member, '课时已学完，可以测验了。');
    },
    storyMs,
  );
});
