import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { SignUpFormView } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import type { MutualInterestView } from '@gongxiang/contracts/sharing/attendance/mutual-interest.contract';
import type { AnswersSummaryView } from '@gongxiang/contracts/sharing/seats/registration-answers.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Account, officerOf, passwords, signIn, unionParty, type World } from '../tools/world.js';
import { beginNow, checkIn, scanOf } from './door.js';
import { comingSaturday } from './need.js';

export const askedTitles = { hike: '周末磨山健步走', evening: '鹊桥：青年职工交友晚会' } as const;

const sizes = ['中码', '大码', '加大码'].map((label, index) => ({ id: `s${index + 1}`, label }));
const foods = ['清真', '素食', '不吃辣'].map((label, index) => ({ id: `f${index + 1}`, label }));
const questions = [
  {
    id: 'shirt',
    kind: 'choice',
    title: '文化衫尺码',
    options: sizes,
    required: true,
    perHead: true,
    visibleTo: 'door',
  },
  {
    id: 'food',
    kind: 'choices',
    title: '午餐有什么要注意的',
    options: foods,
    maxPicks: 2,
    required: false,
    perHead: false,
    visibleTo: 'hosts',
  },
  {
    id: 'bus',
    kind: 'yesNo',
    title: '坐工会的班车吗',
    required: true,
    perHead: false,
    visibleTo: 'door',
  },
  {
    id: 'contact',
    kind: 'phone',
    title: '紧急联系人电话',
    required: true,
    perHead: false,
    help: '只在出现意外时使用',
    visibleTo: 'organiser',
  },
];

/** Questions at sign-up, counted for the organiser; and an evening after which people find each other in secret. */
export async function askAndMeet(world: World): Promise<void> {
  await world.report.step('报名表；鹊桥互选 / A sign-up form, and mutual interest', async () => {
    await askAtSignUp(world);
    await meetAgain(world);
  });
}

async function askAtSignUp(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const hike = await planned(world, askedTitles.hike, { kind: 'sports', companionsMax: 2 });
  if (hike.formVersion === 0) {
    const path = `/activities/${hike.id}/sign-up-form`;
    await client.put<SignUpFormView>(path, { questions }, { ifMatch: 0 });
  }
  const people = (world.members.get('zhonggong') ?? []).slice(0, 8);
  for (const [index, one] of people.entries()) {
    const answers = {
      shirt: [sizes[index % 3]?.id],
      bus: index % 4 !== 0,
      contact: '027-8888 0000',
      ...(index % 2 === 0 ? { food: [foods[index % 3]?.id] } : {}),
    };
    await one.client.post<RegistrationView>(`/activities/${hike.id}/registrations`, { answers });
  }
  const path = `/activities/${hike.id}/answers/summary`;
  const summary = await client.get<AnswersSummaryView>(path);
  world.report.figure('answered', `${summary.registrations} registrations, ${questions.length} questions`);
  world.report.prove('whoever signed up answered what is required', summary.toComplete === 0);
}

async function meetAgain(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const evening = await planned(world, askedTitles.evening, { kind: 'matchmaking' });
  const path = `/activities/${evening.id}`;
  const people = [
    await signIn(world.nobody, 'worker', passwords.member),
    ...(world.members.get('zhonggong') ?? []).slice(10, 14),
  ];
  if (new Date(evening.startsAt) > new Date()) {
    const seats: RegistrationView[] = [];
    for (const one of people)
      seats.push(await one.client.post<RegistrationView>(`${path}/registrations`, {}));
    await beginNow(client, evening.id);
    await checkIn(
      client,
      evening.id,
      seats.map(({ id }) => scanOf({ registrationId: id })),
    );
  }
  const tags = ['1 号 小周', '2 号 小林', '3 号 小何', '4 号 小宋', '5 号 小叶'];
  for (const [index, one] of people.entries()) {
    const tag = tags[index] ?? `${index + 1} 号`;
    const card = {
      tag,
      introduction: '喜欢爬山和做饭，周末常去图书馆。',
      contact: `微信 jc-${index + 1}`,
      consentVersion: 1,
    };
    await one.client.put(`${path}/mutual-interest/me`, card);
  }
  const [first, second, third] = people as [Account, Account, Account];
  await say(first, path, tags[1]);
  await say(third, path, tags[0]);
  await say(second, path, tags[0]);
  const seen = await Promise.all(
    [first, second, third].map((one) => one.client.get<MutualInterestView>(`${path}/mutual-interest`)),
  );
  world.report.prove(
    'the two who chose each other learn it, and the third, who was not chosen, learns nothing',
    seen.map(({ matches }) => matches.length).join() === '1,1,0',
  );
}

async function say(who: Account, path: string, tag: string | undefined): Promise<void> {
  const { participants } = await who.client.get<MutualInterestView>(`${path}/mutual-interest`);
  const other = participants.find((one) => one.tag === tag);
  if (other !== undefined) await who.client.put(`${path}/mutual-interest/choices/${other.id}`, {});
}

/** A published activity by this title; an earlier run may have made it already. */
async function planned(world: World, title: string, more: object): Promise<ActivityView> {
  const { client } = officerOf(world, 'zhonggong');
  const known = await client.get<Page<ActivityView>>(
    `/activities?state=published&q=${encodeURIComponent(title)}`,
  );
  const [found] = known.items;
  if (found !== undefined) return found;
  const { from, to } = comingSaturday(new Date(Date.now() + 7 * 86_400_000));
  const draft = await client.post<ActivityView>('/activities', {
    organiser: unionParty(world, 'zhonggong'),
    title,
    description: '先报名，后安排。',
    function: 'service',
    business: 'culture',
    venue: '江城重工职工文体中心',
    startsAt: from,
    endsAt: to,
    ...more,
  });
  await client.post<PoolView>(`/activities/${draft.id}/pools`, { name: '公共名额', capacity: 30 });
  return client.decide<ActivityView>(`/activities/${draft.id}/publish`);
}
