import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EfficacySurveyView } from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { Browser, Request } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { accessibilityFaults } from '../../browser/measure.js';
import { settled, show } from '../../browser/visit.js';
import { inDays, makeNetwork, makePerson, type Network, type Person } from '../fixtures.js';
import { endedActivity, openSurvey, publishedSystem } from '../surveys.js';
import { rowsOf } from '../rows.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 180_000;
let platform: TestPlatform;
let browser: Browser;
let network: Network;
let season: EfficacySurveyView;
let officer: Person;
let survey: SurveyView;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  network = await makeNetwork(platform);
  const evaluator = await makePerson(platform, network, network.near, ['evaluator']);
  const reviewer = await makePerson(platform, network, network.near, ['evaluator']);
  officer = await makePerson(platform, network, network.near, ['officer']);
  const keys = ['belonging', 'halls'];
  const indicatorSystemId = await publishedSystem({ evaluator, reviewer }, network.near.id, keys);
  season = await evaluator.client.post<EfficacySurveyView>('/efficacy-surveys', {
    unionId: network.near.id,
    name: '本季度',
    indicatorSystemId,
    identificationKey: 'belonging',
    satisfactionKey: 'halls',
    from: inDays(-90).slice(0, 10),
    to: inDays(0).slice(0, 10),
    opensAt: inDays(-0.01),
    closesAt: inDays(7),
  });
  const activityId = await endedActivity(platform, network.near.id, [officer.personId]);
  survey = await openSurvey(evaluator, { activityId, indicatorSystemId, questions: [] });
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

it(
  'a party answers a season pooled on a phone: it takes a token in its name, and the answer comes from nobody',
  async () => {
    const { page, context, faults } = await visitOf(browser, platform, officer, {
      widthPx: 375,
      locale: 'en',
    });
    const sent: Request[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/responses')) sent.push(request);
    });
    await show(page, `/efficacy-surveys/${season.id}/answer`);
    await page.getByRole('button', { name: 'Begin' }).click();
    for (const question of ['我对belonging满意', '我对halls满意'])
      await page.getByRole('group', { name: question }).locator('label').nth(3).click();
    await settled(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send the answers' }).click();
    await page.getByText(`The answers of ${network.near.name} have arrived`).waitFor();
    await page.getByText('All is answered. Thank you.').waitFor();
    const headers = await Promise.all(sent.map((request) => request.allHeaders()));
    expect(headers.map(({ authorization, cookie }) => [authorization, cookie])).toEqual([
      [undefined, undefined],
    ]);
    const rows = await rowsOf<{ sealed: Buffer }>(
      platform,
      'SELECT sealed FROM evaluation.sealed_answer WHERE survey_id = $1',
      [season.id],
    );
    expect(rows).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  },
  storyMs,
);

it(
  'a token is taken once somebody begins, goes to another device by a code, and answers there',
  async () => {
    const phone = await visitOf(browser, platform, officer, { widthPx: 375, locale: 'zh-CN' });
    const asked: string[] = [];
    phone.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const tokens = (): string[] => asked.filter((path) => path.endsWith('/tokens'));
    for (const path of ['/', '/my', '/surveys', `/surveys/${survey.id}/answer`]) await show(phone.page, path);
    expect(tokens()).toEqual([]);
    await phone.page.getByRole('button', { name: '开始填写' }).click();
    await phone.page.getByRole('button', { name: '匿名交卷' }).waitFor();
    expect(tokens()).toHaveLength(1);
    await phone.page.getByText('换到另一台设备填写').click();
    await phone.page.getByRole('button', { name: '显示二维码' }).click();
    await phone.page.getByRole('img', { name: '您的匿名凭证' }).waitFor();
    await settled(phone.page);
    expect(await accessibilityFaults(phone.page)).toEqual([]);
    const kept = await phone.page.evaluate((id) => {
      const key = Object.keys(localStorage).find(
        (one) => one.startsWith('gongxiang.survey.') && one.includes(id),
      );
      return JSON.parse(localStorage.getItem(key ?? '') ?? '{}') as { token: string; signature: string };
    }, survey.id);
    const brought = [survey.id, kept.token, kept.signature].map(encodeURIComponent).join('.');

    const desk = await visitOf(browser, platform, officer, { widthPx: 1280, locale: 'en' });
    await show(desk.page, `/surveys/${survey.id}/answer#token=${brought}`);
    await desk.page.getByText('This link brings an anonymous token').waitFor();
    await desk.page.getByRole('button', { name: 'It is mine: take it' }).click();
    for (const question of ['我对belonging满意', '我对halls满意'])
      await desk.page.getByRole('group', { name: question }).locator('label').nth(3).click();
    expect(desk.page.url()).not.toContain('#token');
    await desk.page.getByRole('button', { name: 'Send anonymously' }).click();
    await desk.page.getByText('Thank you, received').waitFor();

    await phone.page.getByRole('button', { name: '已在另一台设备上打开' }).click();
    await phone.page.getByRole('dialog').getByRole('button', { name: '从这台设备删除' }).click();
    await phone.page.getByText('凭证已转到您的另一台设备').waitFor();
    expect([phone.faults, desk.faults]).toEqual([[], []]);
    await phone.context.close();
    await desk.context.close();
  },
  storyMs,
);
