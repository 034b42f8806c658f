import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../browser/chromium.js';
import { show, type Visitor, visitWith } from '../../browser/visit.js';
import { type RosterRow, rosterRows, xlsxOf } from '../../bench/roster/rows.js';
import { codeIn } from '../../demo/tools/mailbox.js';
import { designersOf } from '../access-evaluation.js';
import { type AccessWorld, makeAccessWorld } from '../access-world.js';
import { inDays, newResident, type Person, publishActivity, withDatabase } from '../fixtures.js';
import { sharedPlatform } from '../shared-platform.js';
import { story } from '../story.js';
import { endedActivity, openSurvey, publishedSystem } from '../surveys.js';
import type { TestPlatform } from '../test-platform.js';
import { beginAt, countActs, type Hand, within } from './acts.js';
import { confirm, fill, heads, press, says, sound } from './clicks.js';
import { visitOf } from './visitors.js';

const startUpMs = 300_000;
const storyMs = 300_000;
/** A phone gets one text message a minute, so no other story uses this one. */
const phone = '13800017311';
const asked = ['place', 'order', 'food', 'way', 'gain'];
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const yearly = '迎春健步走';
/** Each child has a shirt of its own. */
const form = {
  questions: [
    {
      id: 'shirt',
      kind: 'choice',
      title: '衣服尺码',
      required: false,
      perHead: true,
      visibleTo: 'hosts',
      options: [
        { id: 's', label: '小码' },
        { id: 'm', label: '中码' },
      ],
    },
  ],
  keepDays: 30,
};

let platform: TestPlatform;
let browser: Browser;
let world: AccessWorld;
let survey: SurveyView;
let rider: Hand;
let worker: Hand;
let officer: Hand;
let coHost: Hand;
const visitors: Visitor[] = [];

beforeAll(async () => {
  [platform, browser] = await Promise.all([sharedPlatform(), startBrowser()]);
  world = await makeAccessWorld(platform);
  const { people, network } = world;
  const policy = `/unions/${network.near.id}/joining-policy`;
  await people.keeper.client.put(policy, { acceptsDirectMembers: true }, { ifMatch: 0 });
  const indicatorSystemId = await publishedSystem(designersOf(world), network.near.id, asked);
  const activityId = await endedActivity(platform, network.near.id, [people.member.personId]);
  survey = await openSurvey(people.keeper, { activityId, indicatorSystemId, questions: [] });
  await heldLastYear();
  rider = await handOf(
    await visitWith(browser, platform.gatewayUrl, null, { widthPx: 375, locale: 'zh-CN' }),
  );
  worker = await signedIn(people.member, 375, 'zh-CN');
  officer = await signedIn(people.keeper, 1280, 'en');
  coHost = await signedIn(people.coHost, 1280, 'en');
}, startUpMs);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
}, startUpMs);

async function handOf(visitor: Visitor): Promise<Hand> {
  visitors.push(visitor);
  return { page: visitor.page, acts: await countActs(visitor.page) };
}

async function signedIn(person: Person, widthPx: 375 | 1280, locale: 'zh-CN' | 'en'): Promise<Hand> {
  return handOf(await visitOf(browser, platform, person, { widthPx, locale }));
}

/** What was held a year ago cannot be published today: the rows are moved to where they would be. */
async function heldLastYear(): Promise<void> {
  const { people, network } = world;
  const { id } = await publishActivity(people.keeper.client, network.near, 40, { title: yearly });
  await withDatabase(platform, async (sql) => {
    await sql.query(
      `UPDATE sharing.activity SET starts_at = starts_at - interval '350 days', ends_at = ends_at - interval '350 days',
         sign_up_opens_at = sign_up_opens_at - interval '350 days', sign_up_closes_at = sign_up_closes_at - interval '350 days'
       WHERE id = $1`,
      [id],
    );
  });
}

story('the ways of people and of those who organise for them', () => {
  it(
    'somebody without an employer applies to join in a minute of typing',
    async () => {
      const { page, acts } = rider;
      const { name, residentNumber } = newResident();
      await beginAt(rider, '/join');
      await page.getByRole('radio', { name: /我没有固定单位/ }).check();
      await fill(page, { 从事的工作: '送外卖', 工作地点: '青山区' });
      await press(page, '下一步');
      await fill(page, { 姓名: name, 居民身份证号: residentNumber, 手机号: phone });
      await press(page, '发送短信验证码');
      await fill(page, { 验证码: await codeIn(join(platform.home, 'mailbox'), phone) });
      await page.getByRole('checkbox').check();
      await press(page, '提交申请');
      await heads(page, '申请已提交');
      within('an application to join', acts.counted(), { seconds: 60 });
    },
    storyMs,
  );

  it(
    'a survey is answered from home in a minute, and does not wait there any more',
    async () => {
      const { page, acts } = worker;
      const link = page.getByRole('link', { name: survey.activityTitle });
      await beginAt(worker, '/');
      await link.first().tap();
      await page.getByRole('button', { name: '开始填写' }).tap();
      await says(page, '谁答了什么，工会和平台都查不出');
      for (const key of asked)
        await page
          .getByRole('group', { name: `我对${key}满意` })
          .locator('label')
          .nth(3)
          .tap();
      await page.getByRole('button', { name: '匿名交卷' }).tap();
      await says(page, '谢谢，已收到');
      within('a survey', acts.counted(), { seconds: 60 });
      await show(page, '/my');
      await says(page, `这台设备上交过了：${survey.activityTitle}`);
      expect(await link.count()).toBe(0);
    },
    storyMs,
  );

  it(
    'a parent brings the children by a tap each, and one of them stays at home',
    async () => {
      const { page, acts } = worker;
      const { near } = world.network;
      const { client } = world.people.keeper;
      const more = { kind: 'parentChild', companionsMax: 3 };
      const first = await publishActivity(client, near, 10, { ...more, title: '亲子手工' });
      const family = [
        { name: '胡小北', ageBand: 'child7to13' },
        { name: '胡小南', ageBand: 'child3to6' },
      ];
      const signUp = { companions: family, guardianConsent: true };
      await world.people.member.client.post(`/activities/${first.id}/registrations`, signUp);
      const { id } = await publishActivity(client, near, 10, { ...more, title: '亲子采摘' });
      await client.put(`/activities/${id}/sign-up-form`, form, { ifMatch: 0 });

      await beginAt(worker, `/activities/${id}`);
      for (const { name } of family) await page.getByRole('button', { name: `带上${name}` }).tap();
      await page.getByLabel(/^衣服尺码（胡小北）/).selectOption({ label: '中码' });
      await page.getByLabel(/^衣服尺码（胡小南）/).selectOption({ label: '小码' });
      await page.getByLabel('我是同行未成年人的监护人').tap();
      await page.getByRole('button', { name: '报名（3 人）' }).tap();
      await says(page, '报名成功');
      within('a parent with two children', acts.counted(), { seconds: 60 });
      await says(page, '胡小北 中码；胡小南 小码');
      await sound(page);
      const file = page.waitForEvent('download');
      await page.getByRole('button', { name: '加入日历' }).tap();
      expect((await file).suggestedFilename()).toBe('亲子采摘.ics');

      acts.begin();
      await page.getByRole('button', { name: '胡小北不去了' }).tap();
      await page.locator('dialog[open]').getByRole('button', { name: '不去了', exact: true }).tap();
      await says(page, '共 2 人');
      await says(page, '胡小南 小码');
      within('one child fewer', acts.counted(), { taps: 2, fields: 0 });
    },
    storyMs,
  );

  it(
    'an activity is copied from that of last year and published in a minute',
    async () => {
      const { page, acts } = officer;
      await beginAt(officer, '/activities');
      await page.getByRole('link', { name: 'New activity' }).click();
      await press(page, 'Copy an earlier one');
      await page.getByRole('button', { name: yearly }).click();
      await says(page, /^Takes place /);
      await press(page, 'Create new draft');
      await heads(page, 'Edit the activity');
      await press(page, 'Save');
      await heads(page, `Organising: ${yearly}`);
      await confirm(page, 'Publish', 'Publish');
      await says(page, /^Published /);
      within('an activity from last year’s', acts.counted(), { seconds: 60 });
    },
    storyMs,
  );

  it(
    'two unions agree on holding it together: six clicks each, signatures included',
    async () => {
      const { near, next } = world.network;
      const { client } = world.people.keeper;
      const { id } = await client.post<ActivityView>('/activities', {
        organiser: { kind: 'union', id: near.id },
        title: '羽毛球联赛',
        kind: 'sports',
        function: 'facility',
        business: 'culture',
        startsAt: inDays(20),
        endsAt: inDays(20.1),
      });
      const clicks = { organiser: 0, coHost: 0 };
      await beginAt(officer, `/activities/${id}/organise`);
      await officer.page.getByLabel('Find a party by its name').fill(next.name);
      await press(officer.page, next.name);
      await press(officer.page, 'Send the invitation');
      await officer.page.locator('.tag.is-invited').first().waitFor();
      clicks.organiser += officer.acts.counted().taps;

      await beginAt(coHost, '/');
      await coHost.page.getByRole('link', { name: /^Accept or decline/ }).click();
      await confirm(coHost.page, 'Accept', 'Accept');
      await coHost.page.getByRole('link', { name: 'To the agreement' }).waitFor();
      clicks.coHost += coHost.acts.counted().taps;

      await beginAt(officer, `/activities/${id}/organise`);
      await officer.page.getByRole('link', { name: 'Agreement', exact: true }).click();
      await press(officer.page, 'Send it to be signed');
      await confirm(officer.page, `Sign for ${near.name}`, 'Sign');
      await says(officer.page, new RegExp(`^${near.name}, signed `));
      clicks.organiser += officer.acts.counted().taps;

      await beginAt(coHost, '/');
      await coHost.page.getByRole('link', { name: /^Read and sign/ }).click();
      await confirm(coHost.page, `Sign for ${next.name}`, 'Sign');
      await coHost.page.locator('.tag.is-inForce').first().waitFor();
      clicks.coHost += coHost.acts.counted().taps;
      process.stdout.write(`an agreement of two: ${JSON.stringify(clicks)}\n`);
      expect(Math.max(clicks.organiser, clicks.coHost)).toBeLessThanOrEqual(6);
    },
    storyMs,
  );

  it(
    'a roster of 200 comes in by .xlsx with 40 traps, each named, some mended in the page, in three minutes',
    async () => {
      const { page, acts } = officer;
      const right = rosterRows(200, 7);
      const buffer = await xlsxOf(withTraps(right));
      await beginAt(officer, '/member-imports/new');
      const chooser = page.waitForEvent('filechooser');
      await page.getByLabel('Roster', { exact: true }).click();
      await (await chooser).setFiles({ name: 'roster.xlsx', mimeType: xlsxType, buffer });
      await page.getByLabel('The column “姓名” is').waitFor();
      await press(page, 'Check it');
      await press(page, 'Mend them here');
      await page.getByLabel(labelOf(traps[0])).waitFor();
      const named = await page
        .locator('.mend-rows li')
        .evaluateAll((items) =>
          items.map((item) => [
            item.querySelector('input')?.getAttribute('aria-label') ?? '',
            (item.querySelector('.field-error')?.textContent ?? '').trim() !== '',
          ]),
        );
      expect(named).toEqual(traps.map((trap) => [labelOf(trap), true]));
      for (const trap of mended)
        await page.getByLabel(labelOf(trap)).fill(right[trap.place]?.[trap.column] ?? '');
      await press(page, 'Check it again');
      const left = traps.length - mended.length;
      await says(page, `Checked: ${200 - left} rows will change the roster.`);
      await says(page, `${left} rows are rejected and will not be loaded.`);
      await confirm(page, 'Load the roster', 'Load it');
      await says(page, /^The roster is loaded/);
      within('a roster of 200', acts.counted(), { seconds: 180 });
    },
    storyMs,
  );
});

/** What is wrong with a cell: its column, what the page calls that, and what stands there in place of what is right. */
const faults: readonly (readonly [column: 0 | 1 | 2 | 3, label: string, write: (right: string) => string])[] =
  [
    [0, 'Name', () => ''],
    [0, 'Name', () => '王??'],
    [0, 'Name', () => '王\uFFFD'],
    [0, 'Name', () => '=1+1'],
    [1, 'ID number', () => ''],
    [1, 'ID number', () => '4.20106E+17'],
    [1, 'ID number', (right) => right.slice(0, 17)],
    [1, 'ID number', (right) => `${right}1`],
    [1, 'ID number', (right) => right.slice(0, 17) + (right.endsWith('1') ? '2' : '1')],
    [1, 'ID number', (right) => `${right.slice(0, 10)}A${right.slice(11)}`],
    [1, 'ID number', (right) => right.slice(0, 6) + right.slice(8, 17)],
    [2, 'Phone', () => '027-86860000'],
    [2, 'Phone', () => '1380000'],
    [2, 'Phone', () => '12800000001'],
    [2, 'Phone', () => '没有'],
    [3, 'Joined', () => '2021-02-30'],
    [3, 'Joined', () => '2021年5月'],
    [3, 'Joined', () => '05/01/2021'],
    [3, 'Joined', () => '2099-01-01'],
    [3, 'Joined', () => '1960-01-01'],
  ];

interface Trap {
  /** Among the rows, from 0. */
  readonly place: number;
  readonly column: 0 | 1 | 2 | 3;
  readonly label: string;
  readonly write: (right: string) => string;
}

/** Each fault in the first hundred rows and in the second: 40 of 200. */
const traps: readonly Trap[] = [3, 103].flatMap((first) =>
  faults.map(([column, label, write], index) => ({ place: first + 4 * index, column, label, write })),
);
const mended = traps.filter((_trap, index) => index % 7 === 0);

/** As the page asks for the cell; the header is row 1. */
const labelOf = (trap: Trap | undefined): string =>
  trap === undefined ? '' : `Row ${trap.place + 2}, ${trap.label}`;

function withTraps(rows: readonly RosterRow[]): RosterRow[] {
  return rows.map((row, place) => {
    const [name, residentNumber, mobile, joined] = row;
    const cells: [string, string, string, string] = [name, residentNumber, mobile, joined];
    for (const trap of traps) if (trap.place === place) cells[trap.column] = trap.write(row[trap.column]);
    return cells;
  });
}

it('no page has broken on the way', () => {
  expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
});
