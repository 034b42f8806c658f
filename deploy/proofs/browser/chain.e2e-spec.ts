import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { IndicatorSystemView } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { WeightVersionView } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show, type Visitor, visitWith } from '../../browser/visit.js';
import { designersOf } from '../access-evaluation.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { memberPassword, type Person } from '../fixtures.js';
import { publishSystem } from '../surveys.js';
import { story } from '../story.js';
import { sharedPlatform } from '../shared-platform.js';
import type { TestPlatform } from '../test-platform.js';
import { choose, chooseDated, confirm, fill, fillRun, openMore, pathOf, press, says } from './clicks.js';
import { shanghaiTime, visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
const dayMs = 86_400_000;
const hourMs = 3_600_000;
const title = '亲子趣味运动会';
const systemName = '共建共享效能评价';
let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let home: string;
/** The officer of the organising union, the one of the co-host, and who approves in their district. */
let officer: Page;
let coHost: Page;
let approver: Page;
/** A worker with a phone. */
let phone: Page;
const visitors: Visitor[] = [];
/** Where the officer has got to: later steps begin there. */
const addresses = { activity: '', costPool: '', nettingRun: '', survey: '' };

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'gongxiang-chain-'));
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  await publishOwnSystem();
  const atDesk = async (person: Person): Promise<Page> => {
    const visitor = await visitOf(browser, platform, person, { widthPx: 1280, locale: 'en' });
    visitors.push(visitor);
    return visitor.page;
  };
  officer = await atDesk(world.people.keeper);
  coHost = await atDesk(world.people.coHost);
  approver = await atDesk(world.people.approver);
  const nobody = await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'zh-CN' });
  visitors.push(nobody);
  phone = nobody.page;
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
  rmSync(home, { recursive: true, force: true });
}, startUpMs);

/** What activities are measured by is there before the first of them. */
async function publishOwnSystem(): Promise<void> {
  const { client } = world.people.keeper;
  const leaf = { direction: 'max', function: 'facility', business: 'culture' };
  const nodes = [
    { key: 'place', name: '我对场地满意', leaf: { ...leaf, kind: 'survey', scaleMin: 1, scaleMax: 5 } },
    {
      key: 'came',
      name: '到场率',
      leaf: { ...leaf, kind: 'fact', fact: 'attendanceRate', scaleMin: 0, scaleMax: 1 },
    },
  ].map((node) => ({ ...node, parentKey: null }));
  const system = await client.post<IndicatorSystemView>('/indicator-systems', {
    unionId: world.network.near.id,
    name: systemName,
    nodes,
  });
  const path = `/indicator-systems/${system.id}`;
  await publishSystem(designersOf(world), system.id);
  const weights = await client.post<WeightVersionView>(`${path}/weight-versions`, {
    nodes: [{ parentKey: null, method: 'direct', items: ['place', 'came'], weights: [0.6, 0.4] }],
  });
  await client.decide(`/weight-versions/${weights.id}/activate`);
}

story('the whole chain, from an idea to a ranking, by clicking', () => {
  it(
    'an officer drafts an activity with seats and invites a co-host, who accepts',
    async () => {
      const { near, next } = world.network;
      await show(officer, '/activities');
      await officer.getByRole('link', { name: 'New activity' }).click();
      await officer.getByRole('heading', { name: 'New activity' }).waitFor();
      await choose(officer, { Organiser: near.name, Kind: 'Sports' });
      await choose(officer, {
        'Main resource used': 'Facilities',
        'Area of union work': 'Culture and sports',
      });
      const now = Date.now();
      await fill(officer, {
        Name: title,
        'Description (optional)': '带上孩子一起来',
        Starts: shanghaiTime(new Date(now + 3 * dayMs)),
        Ends: shanghaiTime(new Date(now + 4 * dayMs)),
        'Sign-up opens (optional)': shanghaiTime(new Date(now - dayMs)),
        'Place in words (optional)': '文化宫二楼',
        'Companions per person': '2',
      });
      await press(officer, 'Save draft and continue');
      await officer.getByRole('heading', { name: `Organising: ${title}` }).waitFor();
      addresses.activity = pathOf(officer).replace('/organise', '');

      await says(officer, '1 step left before publishing');
      await choose(officer, { For: 'For members of all unions' });
      await officer.getByLabel('How many').fill('10');
      await press(officer, 'Add seats');
      await says(officer, '0 of 10 taken, 10 left');
      await says(officer, 'Ready to publish');
      await officer.getByLabel('Find a party by its name').fill(next.name);
      await press(officer, next.name);
      await officer.getByLabel('Message (optional)').fill('一起办一场运动会');
      await press(officer, 'Send the invitation');
      await officer.locator('.tag.is-invited').first().waitFor();

      await show(coHost, '/co-host-invitations');
      await says(coHost, '一起办一场运动会');
      await confirm(coHost, 'Accept', 'Accept');
      await coHost.getByRole('link', { name: 'To the agreement' }).click();
      await coHost.getByRole('heading', { name: `Agreement: ${title}` }).waitFor();
    },
    storyMs,
  );

  it(
    'they agree how to split the costs, having seen it beforehand, and both sign',
    async () => {
      const { near, next } = world.network;
      await show(officer, `${addresses.activity}/agreement`);
      const how = officer.getByLabel('How', { exact: true }).first();
      const preview = officer.getByRole('table', { name: 'What each would pay' });
      const shareOf = (name: string, amount: string): Promise<void> =>
        preview.getByRole('row').filter({ hasText: name }).filter({ hasText: amount }).waitFor();
      await how.selectOption({ label: 'Equally' });
      await shareOf(next.name, '5,000.00');
      await how.selectOption({ label: 'By agreed weights' });
      await fill(officer, { [`Weight of ${near.name}`]: '3', [`Weight of ${next.name}`]: '2' });
      await shareOf(near.name, '6,000.00');
      await shareOf(next.name, '4,000.00');
      await press(officer, 'Send it to be signed');
      await confirm(officer, `Sign for ${near.name}`, 'Sign');
      await says(officer, new RegExp(`^${near.name}, signed `));

      await show(coHost, `${addresses.activity}/agreement`);
      await confirm(coHost, `Sign for ${next.name}`, 'Sign');
      await coHost.locator('.tag.is-inForce').first().waitFor();
    },
    storyMs,
  );

  it(
    'it is published, and a worker finds it on the phone and signs up with a companion',
    async () => {
      await show(officer, `${addresses.activity}/organise`);
      await confirm(officer, 'Publish', 'Publish');
      await says(officer, /^Published /);

      await phone.goto('/');
      await says(phone, '近期活动');
      await phone.getByRole('link', { name: '登录', exact: true }).tap();
      await phone.getByLabel('手机号或登录名').fill(world.people.member.account);
      await phone.getByLabel('密码', { exact: true }).fill(memberPassword);
      await phone.getByRole('button', { name: '登录', exact: true }).tap();
      await phone.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '活动' }).tap();
      await phone.getByRole('searchbox', { name: '按活动名称查找' }).fill('亲子');
      await phone.getByRole('button', { name: '查找' }).tap();
      await phone.getByRole('link', { name: title }).tap();
      await phone.getByRole('button', { name: '添加同行人' }).tap();
      await phone.getByLabel('姓名').fill('小明');
      await phone.getByLabel('年龄段').selectOption({ label: '7–13 岁' });
      await phone.getByLabel('我是同行未成年人的监护人').tap();
      await phone.getByRole('button', { name: '报名（2 人）' }).tap();

      await says(phone, '报名成功');
      await says(phone, '文化宫二楼');
      await phone.getByRole('img', { name: '签到码的二维码' }).waitFor();
      expect(await codeOnPhone()).toMatch(/^[0-9A-Z-]{6,}$/);
    },
    storyMs,
  );

  const codeOnPhone = (): Promise<string> => phone.locator('.check-in code').innerText();

  it(
    'on the day the code is typed at the door, and the activity is closed',
    async () => {
      await show(officer, `${addresses.activity}/edit`);
      const now = new Date();
      await fill(officer, {
        Starts: shanghaiTime(now),
        Ends: shanghaiTime(new Date(now.getTime() + hourMs)),
        'Sign-up closes (optional)': shanghaiTime(now),
      });
      await press(officer, 'Save');
      await officer.waitForURL(`**${addresses.activity}/organise`);
      await officer.getByRole('link', { name: 'Check-in at the door' }).click();
      await officer.getByLabel('Check-in code', { exact: true }).fill(await codeOnPhone());
      await officer.locator('form.type-code').getByRole('button', { name: 'Check in' }).click();
      await officer.locator('.scan.is-checkedIn').waitFor();

      await officer.getByRole('link', { name: 'Back', exact: true }).click();
      await confirm(officer, 'Close the activity', 'Close the activity');
      await says(officer, /^Closed /);
    },
    storyMs,
  );

  it(
    'what went well is held again: the plan of the copy is seen beforehand, and its page says whom to invite anew',
    async () => {
      await show(officer, `${addresses.activity}/organise`);
      await press(officer, 'Run it again');
      await says(officer, /^Takes place /);
      const [day = ''] = shanghaiTime(new Date(Date.now() + 30 * dayMs)).split('T');
      await fill(officer, { 'Name of the new activity': `${title}（再办）`, 'New start': `${day}T14:30` });
      await officer.getByLabel('Keep this date even if it is a holiday').check();
      await says(officer, / 14:30 – 15:30$/);
      await press(officer, 'Create new draft');
      await officer.getByRole('heading', { name: 'Edit the activity' }).waitFor();
      await says(officer, `Co-hosts to invite again: ${world.network.next.name}.`);
      expect(await officer.getByLabel('Starts', { exact: true }).inputValue()).toBe(`${day}T14:30`);
      await officer.getByRole('link', { name: 'Invite the co-hosts' }).click();
      await officer.getByRole('heading', { name: `Organising: ${title}（再办）` }).waitFor();
      await says(officer, '0 of 10 taken, 10 left');
    },
    storyMs,
  );

  it(
    'the costs are put together with a receipt, split, submitted, and approved by another person',
    async () => {
      await show(officer, '/cost-pools');
      await press(officer, 'Open a cost pool');
      await press(officer, `Open the cost pool of “${title}”`);
      await press(officer, 'Record a bill');
      addresses.costPool = pathOf(officer);
      await choose(officer, { 'Paid by': world.network.near.name, Fund: 'Allotment' });
      await choose(officer, { 'Expense code': '1.2 Culture and sports' });
      await fill(officer, {
        Purpose: '场地租金',
        'Amount in yuan': '1000',
        'Invoice number': '24422000000000000009',
      });
      const receipt = join(home, 'invoice.pdf');
      writeFileSync(receipt, '%PDF-1.4 hire of the hall');
      await officer.getByLabel('Receipt or invoice').setInputFiles(receipt);
      await says(officer, 'Uploaded: invoice.pdf');
      await press(officer, 'Record');
      await says(officer, '“场地租金” has been recorded');
      await press(officer, 'Calculate shares');
      await confirm(officer, 'Submit for approval', 'Submit');
      await says(officer, 'You entered, calculated or submitted part of this');

      await show(approver, addresses.costPool);
      await says(approver, `${world.network.next.name}: ¥400.00`);
      await confirm(approver, 'Approve and post', 'Approve');
      await approver.locator('.tag.is-approved').first().waitFor();
    },
    storyMs,
  );

  it(
    'each party confirms its share, of which it reads how it came about',
    async () => {
      const { near, next } = world.network;
      for (const [page, union] of [[officer, near] as const, [coHost, next] as const]) {
        await show(page, '/desk?kind=confirmations');
        const row = page
          .getByRole('table', { name: 'Finance desk' })
          .getByRole('row')
          .filter({ hasText: union.name });
        await row.getByRole('link', { name: title }).click();
        await page.getByRole('heading', { name: 'How this share was calculated' }).waitFor();
        await confirm(page, 'Confirm this share', 'Confirm');
        await page.locator('.tag.is-confirmed').first().waitFor();
      }
    },
    storyMs,
  );

  it(
    'what is owed is netted by two people, sent, and received',
    async () => {
      await show(officer, '/netting-runs');
      await fillRun(officer, world.network.districts[0].name);
      await press(officer, 'Propose');
      await says(officer, 'You proposed this yourself');
      addresses.nettingRun = pathOf(officer);
      await show(approver, addresses.nettingRun);
      await confirm(approver, 'Confirm this run', 'Confirm');
      await approver.locator('.tag.is-confirmed').first().waitFor();

      await show(coHost, '/payments');
      await coHost.getByLabel('Bank reference', { exact: true }).fill('20261120-000123');
      await confirm(coHost, 'Record as sent', 'Yes, sent');
      await says(coHost, 'There is nothing to send');
      await show(officer, '/payments?view=toReceive');
      await says(officer, '400.00');
      await confirm(officer, 'Record as received', 'They arrived');
      await officer.getByRole('link', { name: 'Settled' }).click();
      await says(officer, '20261120-000123');
    },
    storyMs,
  );

  it(
    'who came is asked, answers on the phone, and nobody sees one answer alone',
    async () => {
      await show(officer, '/surveys/new');
      await chooseDated(officer, 'Activity', title);
      await choose(officer, { 'Indicator system': `${systemName} (version 1)` });
      await press(officer, 'Open it');
      await says(officer, 'Nobody sees results before it closes');
      addresses.survey = pathOf(officer);

      await phone.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '我的' }).tap();
      const mine = phone.getByRole('region', { name: '待填问卷' });
      await mine.getByRole('link', { name: title }).tap();
      await phone.getByRole('button', { name: '开始填写' }).tap();
      await phone.getByText('5', { exact: true }).tap();
      await says(phone, '都填好了，可以交卷。');
      await phone.getByRole('button', { name: '匿名交卷' }).tap();
      await says(phone, '谢谢，已收到');

      await show(officer, addresses.survey);
      await openMore(officer);
      await confirm(officer, 'Close early', 'Close the survey');
      await says(officer, 'Too few answers: results are not shown');
    },
    storyMs,
  );

  it(
    'the activity is scored and ranked, and each figure says why',
    async () => {
      await show(officer, '/scores/new');
      // The button does nothing before the weights of the system are there.
      const weights = officer.waitForResponse(/\/weight-versions/);
      await fill(officer, { Activity: title });
      // With its day, as there may be several of one name.
      await officer
        .getByRole('button', { name: `${title} (` })
        .first()
        .click();
      await choose(officer, { 'Indicator system': `${systemName} (version 1)` });
      await (await weights).finished();
      await officer.locator('main .ant-btn-loading').waitFor({ state: 'detached' });
      await press(officer, 'Calculate the score');
      await officer.getByRole('heading', { name: `Score: ${title}` }).waitFor();
      await says(officer, '100.0 of 100');
      await show(officer, '/rankings/new');
      await choose(officer, { 'Indicator system': `${systemName} (version 1)` });
      await fill(officer, { 'Last day': shanghaiTime(new Date(Date.now() + 2 * dayMs)).slice(0, 10) });
      await press(officer, 'Rank');
      await officer.getByRole('heading', { name: `Ranking: ${systemName}` }).waitFor();
      const first = officer.getByRole('listitem').filter({ hasText: 'No. 1' });
      await first.getByRole('heading', { name: title }).waitFor();
      await confirm(officer, 'Begin the notice', 'Begin the notice');
      await says(officer, 'On public notice; it does not count yet');
      await press(officer, 'Calculate it again now');
      await says(officer, 'It came out the same');
    },
    storyMs,
  );
});

it('no page has broken on the way', () => {
  expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
});
