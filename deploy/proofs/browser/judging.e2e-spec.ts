import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IndicatorSystemView } from '@gongxiang/contracts';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { accessibilityFaults } from '../../browser/measure.js';
import { settled, show, visitWith } from '../../browser/visit.js';
import { designersOf } from '../access-evaluation.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { inDays } from '../fixtures.js';
import { publishSystem } from '../surveys.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';
import { shanghaiTime, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let systemId: string;
/** Who weighs, at a desk; an expert without an account, with a phone. */
let evaluator: Page;
let expert: Page;

beforeAll(async () => {
  [platform, browser] = await Promise.all([startTestPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  systemId = await publishedSystem();
  evaluator = (await visitOf(browser, platform, world.people.keeper, { widthPx: 1280, locale: 'en' })).page;
  expert = (await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'en' })).page;
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

async function publishedSystem(): Promise<string> {
  const { client } = world.people.keeper;
  const leaf = {
    ...{ kind: 'survey', scaleMin: 1, scaleMax: 5, direction: 'max' },
    ...{ function: 'service', business: 'culture' },
  };
  const nodes = ['Liked', 'Ours', 'Again'].map((name) => ({
    ...{ key: name.toLowerCase(), name, parentKey: null, leaf },
  }));
  const body = { unionId: world.network.near.id, name: 'Efficacy', nodes };
  const { id } = await client.post<IndicatorSystemView>('/indicator-systems', body);
  await publishSystem(designersOf(world), id);
  return id;
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

const says = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

/** The slider by keys: so many steps to the left, towards the first of the two. */
async function judge(page: Page, steps: number): Promise<void> {
  const slider = page.getByRole('slider');
  for (let step = 0; step < Math.abs(steps); step += 1)
    await slider.press(steps > 0 ? 'ArrowLeft' : 'ArrowRight');
}

async function sound(page: Page): Promise<void> {
  await settled(page);
  expect(await accessibilityFaults(page)).toEqual([]);
}

describe('experts weigh indicators', () => {
  it(
    'by a link, on a phone, with their consistency at every step, until their weights are in force',
    async () => {
      await show(evaluator, `/indicator-systems/${systemId}/judgement-rounds`);
      await evaluator.getByLabel('Name', { exact: true }).fill('Experts 2026');
      await evaluator.getByLabel('Ends at', { exact: true }).fill(shanghaiTime(new Date(inDays(7))));
      await press(evaluator, 'Start a round');
      await evaluator.getByRole('heading', { name: 'Judging by experts: Experts 2026' }).waitFor();
      await evaluator.getByLabel('Name', { exact: true }).fill('Professor Wang');
      await press(evaluator, 'Invite');
      const link = await evaluator.getByLabel('Link of the judge').textContent();
      const path = new URL(link ?? '').pathname;
      await sound(evaluator);

      await show(expert, path);
      await says(expert, 'Welcome, Professor Wang');
      await sound(expert);
      await press(expert, 'Start');
      // Liked is 3 times Ours; Again is 5 times Liked; and yet Ours is 5 times Again: a circle.
      await judge(expert, 2);
      await says(expert, /“Liked” matters slightly more than “Ours”/);
      await press(expert, 'Next');
      await judge(expert, -4);
      await press(expert, 'Next');
      await judge(expert, 4);
      await says(expert, /contradict each other/);
      await says(expert, /the CR falls to 0\.0/);
      await sound(expert);
      // What he is told to think over is the one in the middle: to the left end, nine times the other way.
      await press(expert, 'Go to this one');
      await says(expert, /^Question 2 of 3/);
      await expert.getByRole('slider').press('Home');
      await says(expert, /fit together/);
      await press(expert, 'Next');
      await press(expert, 'See all');
      await says(expert, 'Saved');
      await sound(expert);
      // Another device, or the same one later: he finds what he said.
      await show(expert, path);
      await says(expert, '3 of 3 judged');

      await evaluator.reload();
      await says(evaluator, '3 of 3 judged');
      await press(evaluator, 'End the round');
      await evaluator.locator('dialog[open]').getByRole('button', { name: 'End it', exact: true }).click();
      await says(evaluator, 'Closed');
      await press(evaluator, 'Make weights of it');
      await says(evaluator, /Judge 1: CR = /);
      await sound(evaluator);
      await expert.reload();
      await says(expert, 'This round has ended. Thank you.');
    },
    storyMs,
  );

  it(
    'and a link that is none says so, and nothing else',
    async () => {
      await show(expert, `/judge/${'x'.repeat(43)}`);
      await says(expert, /This link is not valid/);
      await sound(expert);
    },
    storyMs,
  );
});
