import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { type Looks, show, type Visitor, visitWith } from '../../browser/visit.js';
import { inDays, type Person } from '../fixtures.js';
import { endNotice } from '../rankings.js';
import { story } from '../story.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { choose, chooseDated, confirm, fill, heads, openMore, pathOf, press, says, sound } from './clicks.js';
import { heldActivity, makeScoreWorld, type ScoreWorld } from './score-world.js';
import { shanghaiTime, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
const system = 'Worth of an activity';
const version = `${system} (version 1)`;
/** All who had signed up came to the one, and two of five to the other. */
// Titles that no other story has: the platform is that of all of them.
const [full, half] = ['东湖健步走', '书香分享会'];

let platform: TestPlatform;
let browser: Browser;
let world: ScoreWorld;
/** At their desks. */
let evaluator: Page;
let reviewer: Page;
let guest: Page;
/** An expert without an account, with a phone. */
let expert: Page;
const visitors: Visitor[] = [];
/** Where the evaluator has got to: later steps begin there. */
const addresses = { system: '', survey: '', ranking: '' };

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeScoreWorld(platform);
  const { near, next } = world.network;
  await heldActivity(platform, world, { title: full, organiser: world.host, union: near, came: 5 });
  await heldActivity(platform, world, { title: half, organiser: world.guest, union: next, came: 2 });
  evaluator = await pageOf(world.evaluator, { widthPx: 1280, locale: 'en' });
  reviewer = await pageOf(world.reviewer, { widthPx: 1280, locale: 'en' });
  guest = await pageOf(world.guest, { widthPx: 1280, locale: 'en' });
  const nobody = await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'en' });
  visitors.push(nobody);
  expert = nobody.page;
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

async function pageOf(person: Person, looks: Looks): Promise<Page> {
  const visitor = await visitOf(browser, platform, person, looks);
  visitors.push(visitor);
  return visitor.page;
}

/** The slider by keys: so many steps to the left, towards the first of the two. */
async function judge(page: Page, steps: number): Promise<void> {
  const slider = page.getByRole('slider');
  for (let step = 0; step < Math.abs(steps); step += 1)
    await slider.press(steps > 0 ? 'ArrowLeft' : 'ArrowRight');
}

story('the whole life of a score, by clicking', () => {
  it(
    'design: a tree is drawn, reviewed by another person, and published',
    async () => {
      await show(evaluator, '/indicator-systems/new');
      await press(evaluator, 'Begin with nothing');
      await fill(evaluator, { Name: system });
      const nodes = evaluator.getByRole('treeitem');
      await nodes.first().click();
      await fill(evaluator, { 'Name of the group': 'Worth' });
      const question = 'Name of the indicator (as the survey asks it)';
      await nodes.nth(1).click();
      await fill(evaluator, { [question]: 'Liked' });
      await press(evaluator, 'Add an indicator');
      await fill(evaluator, { [question]: 'Ours' });
      await press(evaluator, 'Add an indicator');
      await fill(evaluator, { [question]: 'Came' });
      await evaluator
        .getByRole('combobox', { name: 'Source', exact: true })
        .selectOption({ label: 'Counted by the platform' });
      await press(evaluator, 'Save the draft');
      await heads(evaluator, version);
      addresses.system = pathOf(evaluator);
      await says(evaluator, /another evaluator has to review it/);

      await show(reviewer, addresses.system);
      await confirm(reviewer, 'Pass the review', 'It may be published');
      await says(reviewer, /Another evaluator has reviewed it/);
      await evaluator.reload();
      await confirm(evaluator, 'Publish', 'Publish the system');
      await says(evaluator, /It never changes/);
      await sound(evaluator);
    },
    storyMs,
  );

  it(
    'judge: an expert weighs by a link, on a phone, and sees the consistency at every step',
    async () => {
      await show(evaluator, `${addresses.system}/judgement-rounds`);
      await fill(evaluator, { Name: 'Experts 2026', 'Ends at': shanghaiTime(new Date(inDays(7))) });
      await press(evaluator, 'Start a round');
      await heads(evaluator, 'Judging by experts: Experts 2026');
      await fill(evaluator, { Name: 'Professor Wang' });
      await press(evaluator, 'Invite');
      const link = await evaluator.getByLabel('Link of the judge').textContent();
      const path = new URL(link ?? '').pathname;
      await sound(evaluator);

      await show(expert, path);
      await says(expert, 'Welcome, Professor Wang');
      await press(expert, 'Start');
      // Liked is 3 times Ours; Came is 5 times Liked; and yet Ours is 5 times Came: a circle.
      await judge(expert, 2);
      await says(expert, /“Liked” matters slightly more than “Ours”/);
      await press(expert, 'Next');
      await judge(expert, -4);
      await press(expert, 'Next');
      await judge(expert, 4);
      await says(expert, /contradict each other/);
      await says(expert, /the CR falls to 0\.0/);
      await sound(expert);
      // The one to be thought over is in the middle: to the left end, nine times the other way.
      await press(expert, 'Go to this one');
      await says(expert, /^Question 2 of 3/);
      await expert.getByRole('slider').press('Home');
      await says(expert, /fit together/);
      await press(expert, 'Next');
      await press(expert, 'See all');
      await says(expert, 'Saved');
      await sound(expert);
      // Another device, or the same one later: what was said is there.
      await show(expert, path);
      await says(expert, '3 of 3 judged');
      await show(expert, `/judge/${'x'.repeat(43)}`);
      await says(expert, /This link is not valid/);
      await show(expert, path);
    },
    storyMs,
  );

  it(
    'weight: the round ends, and what was judged is put in force',
    async () => {
      await evaluator.reload();
      await says(evaluator, '3 of 3 judged');
      await confirm(evaluator, 'End the round', 'End it');
      await says(evaluator, 'Closed');
      await press(evaluator, 'Make weights of it');
      await says(evaluator, /Judge 1: CR = /);
      await sound(evaluator);
      await expert.reload();
      await says(expert, 'This round has ended. Thank you.');
      await confirm(evaluator, 'Put in force', 'Put this version in force');
      await says(evaluator, /^In force/);
    },
    storyMs,
  );

  it(
    'close and answer: those who came answer on their phones, and results come with the close',
    async () => {
      await show(evaluator, '/surveys/new');
      await chooseDated(evaluator, 'Activity', full);
      await choose(evaluator, { 'Indicator system': version });
      await press(evaluator, 'Open it');
      await says(evaluator, 'Nobody sees results before it closes');
      addresses.survey = pathOf(evaluator);
      for (const worker of world.workers) await answer(worker);
      await openMore(evaluator);
      await confirm(evaluator, 'Close early', 'Close the survey');
      await says(evaluator, 'How the answers divide');
      await sound(evaluator);
    },
    storyMs,
  );

  async function answer(worker: Person): Promise<void> {
    const phone = await pageOf(worker, { widthPx: 375, locale: 'zh-CN' });
    await show(phone, '/my');
    const mine = phone.getByRole('region', { name: '待填问卷' });
    await mine.getByRole('link', { name: full }).tap();
    await phone.getByRole('button', { name: '开始填写' }).tap();
    await phone.getByText('5', { exact: true }).nth(0).tap();
    await phone.getByText('5', { exact: true }).nth(1).tap();
    await phone.getByRole('button', { name: '匿名交卷' }).tap();
    await says(phone, '谢谢，已收到');
    await phone.close();
  }

  it(
    'score: each activity has its points, and why',
    async () => {
      for (const [title, points] of [[full, '100.0 of 100'] as const, [half, '40.0 of 100'] as const]) {
        await show(evaluator, '/scores/new');
        await fill(evaluator, { Activity: title });
        // With its day, as there may be several of one name.
        await evaluator
          .getByRole('button', { name: `${title} (` })
          .first()
          .click();
        // The button does nothing before the weights of the system are there.
        const weights = evaluator.waitForResponse(/\/weight-versions/);
        await choose(evaluator, { 'Indicator system': version });
        await (await weights).finished();
        await press(evaluator, 'Calculate the score');
        await heads(evaluator, `Score: ${title}`);
        await says(evaluator, points);
      }
      await sound(evaluator);
    },
    storyMs,
  );

  it(
    '公示 and appeal: whoever is ranked appeals, another person decides, and the corrected ranking counts',
    async () => {
      await show(evaluator, '/rankings/new');
      await choose(evaluator, { 'Indicator system': version });
      await fill(evaluator, { 'Last day': shanghaiTime(new Date(inDays(2))).slice(0, 10) });
      await press(evaluator, 'Rank');
      await heads(evaluator, `Ranking: ${system}`);
      await confirm(evaluator, 'Begin the notice', 'Begin the notice');
      await says(evaluator, 'On public notice; it does not count yet');
      // Appeals open above the proof: a press while they come would meet what stood there before.
      await heads(evaluator, 'Appeals');
      await press(evaluator, 'Calculate it again now');
      await says(evaluator, 'It came out the same');
      addresses.ranking = pathOf(evaluator);

      await show(guest, addresses.ranking);
      await guest.locator('summary', { hasText: 'Appeal' }).click();
      await choose(guest, { About: `${half} (No. 2)` });
      await fill(guest, { 'Why it is wrong': 'Two of those who stayed away were on duty' });
      await guest.getByLabel('Attachment (optional)').setInputFiles({
        name: 'roster.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4 who was on duty'),
      });
      await says(guest, 'Uploaded: roster.pdf');
      await press(guest, 'Send the appeal');
      await says(guest, 'It was sent; please wait for the decision.');
      await sound(guest);
      await show(reviewer, addresses.ranking);
      const download = reviewer.waitForEvent('download');
      await press(reviewer, 'Download the attachment roster.pdf');
      expect((await download).suggestedFilename()).toBe('roster.pdf');
      await fill(reviewer, { Answer: 'That is so' });
      await reviewer.getByLabel('It is right, and the ranking is to be corrected').check();
      await press(reviewer, 'Decide');
      await says(reviewer, 'It will be corrected');

      await show(evaluator, addresses.ranking);
      await press(evaluator, 'Rank again');
      await says(evaluator, 'A draft, seen by evaluators alone');
      await confirm(evaluator, 'Begin the notice', 'Begin the notice');
      await says(evaluator, 'On public notice; it does not count yet');
      const id = pathOf(evaluator).split('/').at(-1) ?? '';
      await endNotice(platform, world.evaluator, id);
      await evaluator.reload();
      await says(evaluator, 'It counts');
    },
    storyMs,
  );

  it(
    'recognition: the first is recognised, which stands where the activity is shown',
    async () => {
      await evaluator.getByRole('link', { name: 'Give recognitions by it' }).click();
      await fill(evaluator, { Title: 'Activity of the year' });
      await press(evaluator, 'Give recognitions');
      await heads(evaluator, `${full}: Activity of the year First prize`);
      await sound(evaluator);
      await show(guest, `/activities?phase=closed&q=${encodeURIComponent(full)}`);
      await guest.getByRole('link', { name: full }).click();
      await heads(guest, 'Recognitions');
      await says(guest, 'First prize');
    },
    storyMs,
  );

  it(
    'tune: the season is looked at, and the next version begins without what says little',
    async () => {
      await show(evaluator, '/tuning-reports');
      await choose(evaluator, { 'Indicator system': version });
      await press(evaluator, 'Make the report');
      await heads(evaluator, `Tuning report: ${version}`);
      await sound(evaluator);
      await evaluator.getByRole('group', { name: 'Drop' }).getByLabel('Ours').check();
      await confirm(evaluator, 'Make the draft', 'Make the draft');
      await heads(evaluator, `${system} (version 2)`);
      await says(evaluator, 'Draft');
    },
    storyMs,
  );
});

it('no page has broken on the way', () => {
  expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
});
