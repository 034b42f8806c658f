import type { Page } from '@gongxiang/contracts/core/contract';
import type { ClubMemberView } from '@gongxiang/contracts/membership/clubs/club-member.contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type {
  CreateDelegation,
  DelegationView,
} from '@gongxiang/contracts/sharing/activities/delegation.contract';
import type { EligibilityView } from '@gongxiang/contracts/sharing/activities/eligibility.contract';
import type { AnnouncementView } from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import type { PartyLoanView } from '@gongxiang/contracts/sharing/lending/party-loan.contract';
import type { PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { RegistrationLineView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { isRefused } from '../tools/client.js';
import { type Account, idOf, officerOf, unionParty, until, type World } from '../tools/world.js';
import { comingSaturday } from './need.js';

export const neighbourTitles = { match: '周边工会羽毛球友谊赛', run: '跑友俱乐部周末长跑' } as const;
const ahead = 21 * 86_400_000;
const withinKm = 5;
/** So many of each union join the club. */
const runnersPerUnion = 6;

/** An activity for the neighbours of its organiser, and one for a club that people join by themselves. */
export async function inviteNeighbours(world: World): Promise<void> {
  await world.report.step('邻近工会和俱乐部 / Neighbours and clubs', async () => {
    const runners = await joinTheClub(world);
    const match = await publish(world, neighbourTitles.match, { neighbours: { withinKm } });
    const run = await publish(world, neighbourTitles.run, { clubIds: [idOf(world, 'club')] });
    await delegate(world, run, runners);
    await actForTheClub(world, runners);
    const [near, far] = [world.members.get('hengda')?.[0], world.members.get('lvyuan')?.[0]];
    if (near === undefined || far === undefined) throw new Error('nobody of hengda or lvyuan has signed in');
    world.report.prove(
      `a member 2 km away may come, one 16 km away is told that it is for ${withinKm} km`,
      (await unmetOf(near, match)) === '' && (await unmetOf(far, match)) === 'NOT_A_NEIGHBOUR',
    );
    await until(async () => (await unmetOf(runners.at(-1) ?? near, run)) === '', 'the copy of the club');
    world.report.prove(
      'who is in the club may come to its run, who is not may not',
      (await unmetOf(far, run)) === 'NOT_IN_THESE_CLUBS',
    );
  });
}

async function joinTheClub(world: World): Promise<Account[]> {
  const path = `/clubs/${idOf(world, 'club')}/members`;
  const people = ['zhonggong', 'hengda'].flatMap((key) =>
    (world.members.get(key) ?? []).slice(0, runnersPerUnion),
  );
  for (const { client } of people) await client.post<ClubMemberView>(path, {});
  const { items } = await officerOf(world, 'zhonggong').client.get<Page<ClubMemberView>>(path);
  world.report.figure('in the club', items.length);
  return people;
}

/** The club is led by one of its runners for a year, and another helps to organise its run until that is over. */
async function delegate(world: World, run: ActivityView, runners: readonly Account[]): Promise<void> {
  const [leader, helper] = runners;
  if (leader === undefined || helper === undefined) throw new Error('nobody is in the club');
  const ofClub = { matterKind: 'club', matterId: idOf(world, 'club') } as const;
  const ofRun = { matterKind: 'activity', matterId: run.id } as const;
  const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();
  await ensureDelegation(world, leader, { ...ofClub, validTo: inAYear, note: '跑友俱乐部负责人' });
  await ensureDelegation(world, helper, { ...ofRun, validTo: run.endsAt, note: '协助报名和签到' });
  const { items } = await helper.client.get<Page<RegistrationLineView>>(
    `/activities/${run.id}/registrations`,
  );
  world.report.figure('signed up for the run, as its co-organiser reads', items.length);
  world.report.prove(
    'who helps with one run does nothing else of its union',
    await isRefused(
      () =>
        helper.client.post('/activities', {
          ...planOf(world, '另一场'),
          startsAt: run.startsAt,
          endsAt: run.endsAt,
        }),
      'NOT_PERMITTED',
    ),
  );
}

/** Whoever leads the club writes to its members, and asks its union to borrow a hall for it. */
async function actForTheClub(world: World, [leader]: readonly Account[]): Promise<void> {
  if (leader === undefined) throw new Error('nobody leads the club');
  const { client: officer } = officerOf(world, 'zhonggong');
  const { from: startsAt, to: endsAt } = comingSaturday(new Date(Date.now() + ahead));
  const club = { kind: 'club', id: idOf(world, 'club') } as const;
  const { unionId } = await officer.get<{ readonly unionId: string }>(`/clubs/${club.id}`);
  const written = await leader.client.get<Page<AnnouncementView>>(`/announcements?writerId=${club.id}`);
  if (written.items.length === 0)
    await leader.client.post<AnnouncementView>('/announcements', {
      unionId,
      writer: 'club',
      audience: club,
      title: '周末长跑改在东门集合',
      text: '东湖绿道修路，这次从东门出发，时间不变。',
      urgency: 'soon',
      release: 'now',
    });
  const asked = await leader.client.get<Page<PartyLoanView>>('/party-loans');
  const wish =
    asked.items[0] ??
    (await leader.client.post<PartyLoanView>('/party-loans', {
      party: club,
      resourceId: idOf(world, 'hall'),
      startsAt,
      endsAt,
      purpose: '俱乐部雨天室内训练',
    }));
  world.report.prove('a club writes to its members and asks its union to borrow', wish.partyName !== '');
}

async function ensureDelegation(
  world: World,
  to: Account,
  body: Omit<CreateDelegation, 'personId'>,
): Promise<void> {
  const held = await to.client.get<Page<DelegationView>>('/me/delegations?limit=200');
  if (held.items.some(({ matterId, state }) => matterId === body.matterId && state === 'active')) return;
  await officerOf(world, 'zhonggong').client.post<DelegationView>('/delegations', {
    ...body,
    personId: to.personId,
  });
}

async function unmetOf({ client }: Account, { id }: ActivityView): Promise<string> {
  return (await client.get<EligibilityView>(`/activities/${id}/eligibility`)).mine.unmet.join();
}

async function publish(world: World, title: string, rules: object): Promise<ActivityView> {
  const { client } = officerOf(world, 'zhonggong');
  const known = await client.get<Page<ActivityView>>(
    `/activities?state=published&q=${encodeURIComponent(title)}`,
  );
  const [found] = known.items;
  if (found !== undefined) return found;
  const { from, to } = comingSaturday(new Date(Date.now() + ahead));
  const draft = await client.post<ActivityView>('/activities', {
    ...planOf(world, title),
    startsAt: from,
    endsAt: to,
  });
  await client.post<PoolView>(`/activities/${draft.id}/pools`, { name: '公共名额', capacity: 24 });
  await client.put<EligibilityView>(
    `/activities/${draft.id}/eligibility`,
    { unionIds: [], sizeClasses: [], ...rules },
    { ifMatch: draft.version },
  );
  return client.decide<ActivityView>(`/activities/${draft.id}/publish`);
}

function planOf(world: World, title: string): object {
  return {
    organiser: unionParty(world, 'zhonggong'),
    title,
    kind: 'sports',
    function: 'facility',
    business: 'culture',
    venue: '江城重工职工文体中心',
    description: '自带装备，水和场地由主办工会准备。',
  };
}
