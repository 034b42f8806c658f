import type { Page } from '@gongxiang/contracts/core/contract';
import type { LendingRuleView } from '@gongxiang/contracts/sharing/lending/lending-rule.contract';
import type { LoanWaitView } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { OpeningHoursView } from '@gongxiang/contracts/sharing/lending/opening-hours.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { LoanSeriesView } from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import type { Client } from '../tools/client.js';
import { officerOf, unionOf, unionParty, until, type World } from '../tools/world.js';

const title = '江城重工职工乒乓球室';
const dayMs = 86_400_000;
const weeks = 4;

/** A room with hours and rules; a small union has it each week, and what it gives back goes to whoever waits. */
export async function lendByRules(world: World): Promise<void> {
  await world.report.step(
    '开放时间、小微优先与排队 / Opening hours, small unions first, and a line',
    async () => {
      const { client } = officerOf(world, 'zhonggong');
      const known = await client.get<Page<ResourceView>>(`/resources?q=${encodeURIComponent(title)}`);
      if (known.items.length > 0) return world.report.figure('kept', title);
      const room = await offerRoom(world, client);
      const series = await borrowWeekly(world, room.id);
      await handOn(world, room.id, series);
    },
  );
}

async function offerRoom(world: World, client: Client): Promise<ResourceView> {
  const room = await client.post<ResourceView>('/resources', {
    owner: unionParty(world, 'zhonggong'),
    title,
    description: '四张球台，球拍自备',
    function: 'facility',
    businesses: ['culture', 'service'],
    district: '青林区',
    place: '钢桥大道 8 号二楼',
    capacity: 16,
  });
  const term = { from: new Date().toISOString(), until: new Date(Date.now() + 300 * dayMs).toISOString() };
  const terms = { approval: 'automatic', price: { kind: 'free' } };
  await client.post(`/resources/${room.id}/grants`, { to: { kind: 'everyone' }, ...term, ...terms });
  const workdays = ['MO', 'TU', 'WE', 'TH', 'FR'].map((weekday) => ({ weekday, from: '12:00', to: '21:00' }));
  await client.put<OpeningHoursView>(
    `/resources/${room.id}/opening-hours`,
    {
      weekly: [...workdays, { weekday: 'SA', from: '09:00', to: '17:00' }],
      exceptions: [],
      holidays: 'closed',
      makeUpDays: 'asWorkday',
      overnight: false,
    },
    { ifMatch: 0 },
  );
  await client.put<LendingRuleView>(
    `/resources/${room.id}/lending-rule`,
    {
      bookableDaysAhead: 28,
      noticeHours: 2,
      smallEarlierDays: 28,
      reserved: { percent: 30, per: 'week', releasedDaysBefore: 3 },
      fairUse: { periodDays: 28, loansMax: 4, gapHours: 24 },
    },
    { ifMatch: 0 },
  );
  return room;
}

/** The Wednesday of the week after next, in the evening: none of it is over, whatever day it is. */
async function borrowWeekly(world: World, resourceId: string): Promise<LoanSeriesView> {
  const day = new Date(Date.now() + 8 * 3_600_000);
  day.setUTCDate(day.getUTCDate() + 7 + ((3 - day.getUTCDay() + 7) % 7));
  const date = day.toISOString().slice(0, 10);
  const { client } = officerOf(world, 'shuxiang');
  const series = await client.post<LoanSeriesView>('/loan-series', {
    resourceId,
    borrowerUnionId: unionOf(world, 'shuxiang').id,
    purpose: '周三乒乓球活动',
    startsAt: `${date}T18:00:00+08:00`,
    endsAt: `${date}T20:00:00+08:00`,
    rule: `FREQ=WEEKLY;COUNT=${weeks}`,
    holidays: 'skip',
  });
  world.report.figure('weekly', series.created.map((one) => one.date).join('、'));
  world.report.prove(
    'each week of the rule has a loan or a reason why it has none',
    series.created.length + series.skipped.length === weeks,
  );
  return series;
}

/** Another union waits for one of these evenings; it is given back, offered and accepted. */
async function handOn(world: World, resourceId: string, series: LoanSeriesView): Promise<void> {
  const [first, second, third] = series.created;
  if (first === undefined || second === undefined || third === undefined) return;
  const { client } = officerOf(world, 'lvyuan');
  const waits = `/resources/${resourceId}/waits`;
  const wish = (windowFrom: string, windowTo: string): object => ({
    borrowerUnionId: unionOf(world, 'lvyuan').id,
    windowFrom,
    windowTo,
    durationMinutes: 120,
    latestDecisionAt: windowFrom,
    purpose: '趣味乒乓球赛',
  });
  const offered = async ({ startsAt, endsAt, loanId }: typeof first): Promise<string> => {
    const { id } = await client.post<LoanWaitView>(waits, wish(startsAt, endsAt));
    await officerOf(world, 'shuxiang').client.decide<LoanView>(`/loans/${loanId}/cancel`);
    await until(
      async () => (await client.get<LoanWaitView>(`/loan-waits/${id}`)).state === 'offered',
      'the offer',
    );
    return id;
  };
  const id = await offered(first);
  const accepted = await client.post<LoanWaitView>(`/loan-waits/${id}/accept`);
  // One offer is still to be answered, and one stays in line, for the pages to show.
  await offered(third);
  await client.post<LoanWaitView>(waits, wish(second.startsAt, second.endsAt));
  world.report.prove(
    'the evening that was given back went to the union that waited for it',
    accepted.state === 'accepted' && accepted.offeredFrom === first.startsAt,
  );
}
