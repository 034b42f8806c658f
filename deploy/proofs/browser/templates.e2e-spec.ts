import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show } from '../../browser/visit.js';
import { grantRole, makeNetwork, makePerson } from '../fixtures.js';
import { png } from '../one-pixel.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { choose, confirm, pathOf, press, says, sound } from './clicks.js';
import { fillService, takenAbove, takenAtOnce, type Walk } from './matter-walk.js';
import { type TemplateRow, templateRows } from './template-rows.js';
import { chinesePageOf } from './visitors.js';

const startUpMs = 300_000;
const walkMs = 120_000;

let platform: TestPlatform;
let browser: Browser;
let people: Pick<Walk, 'platform' | 'handler' | 'colleagues' | 'above' | 'member'>;

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  const network = await makeNetwork(platform);
  const { near, districts } = network;
  const officerAt = async (union: typeof near) => {
    const person = await makePerson(platform, network, near);
    await grantRole(network, union, person.personId, 'officer');
    return { ...person, page: await chinesePageOf(browser, platform, person, 1280) };
  };
  const [handler, first, second, above] = [
    await officerAt(near),
    await officerAt(near),
    await officerAt(near),
    await officerAt(districts[0]),
  ];
  const member = await makePerson(platform, network, near);
  people = {
    platform,
    handler: handler.page,
    colleagues: [first, second],
    above: above.page,
    member: await chinesePageOf(browser, platform, member, 375),
  };
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

/** The officer begins with the template, changes nothing and opens it. */
async function openService(officer: Page, template: string): Promise<string> {
  await show(officer, '/service-items/new');
  await choose(officer, { '从模板开始（选填）': template });
  await press(officer, '存为草稿');
  await says(officer, '这是草稿，职工还看不到。');
  await confirm(officer, '开放办理', '开放办理');
  await says(officer, '职工现在可以办理。');
  return pathOf(officer).split('/').at(-1) ?? '';
}

/** The member fills in its form, with the papers that the row names, and sends it. */
async function sendMatter(
  member: Page,
  serviceId: string,
  { name, form, papers = [] }: TemplateRow,
): Promise<Pick<Walk, 'matterId' | 'number'>> {
  await fillService(member, serviceId, form);
  for (const title of papers) {
    const paper = { name: `${title}.png`, mimeType: 'image/png', buffer: png };
    await member.getByLabel(title, { exact: true }).setInputFiles(paper);
    await says(member, paper.name);
  }
  await press(member, '提交');
  await says(member, `已提交：${name}`);
  if (papers.length > 0) await says(member, `材料已交 ${papers.length} / ${papers.length} 份`);
  const [number = ''] = await member.locator('.facts dd').allTextContents();
  const address = await member.getByRole('link', { name: '看这件事', exact: true }).getAttribute('href');
  return { number, matterId: address?.split('/').at(-1) ?? '' };
}

describe('a service that begins with a template', () => {
  it.each(templateRows.map((row) => [row.name, row.rule, row] as const))(
    '%s: %s',
    async (name, _rule, row) => {
      const serviceId = await openService(people.handler, name);
      const sent = await sendMatter(people.member, serviceId, row);
      const handler = row.isTakenAbove ? people.above : people.handler;
      const walk: Walk = { ...people, ...sent, handler, serviceId };
      await (row.isTakenAbove ? takenAbove : takenAtOnce)(walk);
      for (const act of row.walk) await act(walk);
      await sound(people.member);
    },
    walkMs,
  );
});
