import { createHash } from 'node:crypto';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { DrawProofView, DrawView } from '@gongxiang/contracts/sharing/seats/draw.contract';
import {
  type Account,
  forEachLimit,
  officerOf,
  passwords,
  signIn,
  unionParty,
  until,
  type World,
} from '../tools/world.js';
import { comingSaturday } from './need.js';

/** By these the pages of the portal find them. */
export const drawTitles = { drawn: '江城话剧《钢城往事》赠票', open: '红杉湖疗休养名额' } as const;

const ahead = 21 * 86_400_000;
const seats = 5;
const entrants = 12;

/** Few seats, many who want them: entry for some seconds, then they are drawn, and everybody can compute it again. */
export async function drawSeats(world: World): Promise<void> {
  await world.report.step('摇号分配名额：一场话剧的赠票 / Seats by lot: tickets for a play', async () => {
    const activity = await findOrMake(world, drawTitles.drawn, seats);
    if (activity.draw !== null) return world.report.figure('kept', drawTitles.drawn);
    const { client } = officerOf(world, 'officer');
    const opensAt = new Date(Date.now() + 2_000).toISOString();
    const closesAt = new Date(Date.now() + 12_000).toISOString();
    const terms = { opensAt, closesAt, fairShareDays: 365 };
    const draw = await client.post<DrawView>(`/activities/${activity.id}/draws`, terms);
    world.report.figure('commitment', draw.commitment);
    await until(async () => new Date() > new Date(opensAt), 'the opening of the draw');
    const members = await peopleOf(world);
    await forEachLimit(members, 4, ({ client: own }) => own.post(`/draws/${draw.id}/entries`));
    await forEachLimit(members, 4, ({ client: own }) => own.post(`/draws/${draw.id}/entries`));
    const drawn = await until(async () => {
      const now = await client.get<DrawView>(`/draws/${draw.id}`);
      return now.state === 'drawn' && now;
    }, 'the draw');
    await prove(world, drawn, members.length);
  });
}

async function prove(world: World, draw: DrawView, people: number): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const proof = await client.get<DrawProofView>(`/draws/${draw.id}/proof`);
  const { report } = world;
  report.figure('entries', draw.entries);
  report.figure('seats', draw.winners ?? 0);
  report.prove('pressing twice is one entry', draw.entries === people);
  report.prove('no seat is given twice, and none is left', draw.winners === Math.min(seats, people));
  const hash = createHash('sha256').update(Buffer.from(proof.secret, 'hex')).digest('hex');
  report.prove('the secret is the one that was committed to before entry opened', hash === draw.commitment);
}

/** A draw for whoever looks around to enter. */
export async function leaveADrawOpen(world: World): Promise<void> {
  await world.report.step('留一次开放登记的摇号 / A draw stays open for you to enter', async () => {
    const activity = await findOrMake(world, drawTitles.open, 8);
    if (activity.draw === null) {
      const terms = {
        opensAt: new Date(Date.now() + 1_000).toISOString(),
        closesAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
        fairShareDays: 365,
      };
      await officerOf(world, 'officer').client.post(`/activities/${activity.id}/draws`, terms);
    }
    world.report.figure('open', drawTitles.open);
  });
}

/** An earlier run may have made it already. */
export async function findOrMake(world: World, title: string, capacity: number): Promise<ActivityView> {
  const { client } = officerOf(world, 'officer');
  const query = `state=published&q=${encodeURIComponent(title)}`;
  const [found] = (await client.get<Page<ActivityView>>(`/activities?${query}`)).items;
  if (found !== undefined) return found;
  const { from, to } = comingSaturday(new Date(Date.now() + ahead));
  const draft = await client.post<ActivityView>('/activities', {
    organiser: unionParty(world, 'federation'),
    title,
    description: '名额少、想来的人多，所以摇号。',
    kind: 'welfare',
    function: 'service',
    business: 'culture',
    venue: '江城工人文化宫',
    startsAt: from,
    endsAt: to,
  });
  await client.post<PoolView>(`/activities/${draft.id}/pools`, { name: '全市名额', capacity });
  return client.decide<ActivityView>(`/activities/${draft.id}/publish`);
}

/** The demo's worker among others, so that whoever signs in as this worker sees what came of it. */
export async function peopleOf(world: World): Promise<Account[]> {
  const worker = await signIn(world.nobody, 'worker', passwords.member);
  const others = (world.members.get('hengda') ?? []).slice(1, entrants);
  return [worker, ...others.filter(({ personId }) => personId !== worker.personId)];
}
