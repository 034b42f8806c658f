import { ownerOf } from '@gongxiang/contracts/core/contract';
import type { AssignmentView } from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type { BulletinView } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { MatterReceipt, MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { awaitRetoldEvents } from '@gongxiang/contracts/notification/awaits';
import {
  noticeRaisedEvents,
  noticeTextEvents,
  notifyingServices,
} from '@gongxiang/contracts/notification/notice-raised';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { MessageView } from '@gongxiang/contracts/sharing/activities/message.contract';
import type { DamageView } from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { Client } from '../../demo/tools/client.js';
import { until } from '../../demo/tools/world.js';
import { designersOf, factsArrived, indicatorNodes, indicatorWeights } from '../access-evaluation.js';
import { disputeShare } from '../access-confirmations.js';
import { assignDues } from '../access-netting.js';
import { publishSeasonSystem, seasonOf } from '../access-efficacy-surveys.js';
import type { AccessWorld } from '../access-world.js';
import { ask } from '../ask.js';
import { rowsOf } from '../rows.js';
import { openService } from './chaos-affairs.js';
import { settle } from './chaos-money.js';
import { submitCosts } from '../costs.js';
import { planWave } from './chaos-signups.js';
import { ride, seeded } from './chaos-wave.js';
import {
  grantRole,
  inDays,
  insertMembers,
  makePerson,
  newResident,
  type Person,
  roleIdOf,
} from '../fixtures.js';
import { publishSystem } from '../surveys.js';

const endsWithinMs = 60_000;
/** Long enough that a bulletin is published before its end, also on a busy machine. */
const shownMs = 10_000;

/**
 * Something of everything that one service tells another: unions that are renamed, members who join and leave,
 * clubs, roles, codes for those who sign in for the first time, complaints that are answered, activities with agreements and attendance, loans and damages, costs that are settled, and that are disputed and
 * taken back, scores, a ranking, a survey, and a season.
 */
export async function liveSome(world: AccessWorld): Promise<void> {
  const { platform, network } = world;
  const crowd = await insertMembers(platform, network, network.near, 12);
  await settle(world, await submitCosts(world), endsWithinMs);
  const poolId = await submitCosts(world);
  await takeBack(world, poolId);
  await askWhoCame(world, await scoreAndRank(world, poolId));
  await judgeSeason(world);
  await changeUnions(world);
  await giveTask(world);
  await publishMustRead(world);
  await askForCode(world);
  await enterByProgram(world);
  await bringMatter(world);
  await lendHall(world);
  await payDuesByBank(world);
  await letKeepBooks(world);
  await actForClub(world);
  await signUpAndLeave(world, crowd);
  await letDrift(world);
}

async function takeBack(world: AccessWorld, poolId: string): Promise<void> {
  const { client } = world.people.approver;
  const { entryId } = await client.decide<CostPoolView>(`/cost-pools/${poolId}/approve`);
  await disputeShare(world, poolId);
  await client.post(`/ledger/entries/${entryId}/reverse`, { reason: '发票重复入账' });
}

interface ScoredActivity {
  readonly activityId: string;
  readonly systemId: string;
}

/** The same activity with and without what nobody was asked: the later score is the one that stands, and is ranked. */
async function scoreAndRank(world: AccessWorld, poolId: string): Promise<ScoredActivity> {
  const { client } = world.people.keeper;
  const { activityId } = await client.get<CostPoolView>(`/cost-pools/${poolId}`);
  if (activityId === null) throw new Error('the pool is that of an activity');
  await factsArrived(world, activityId);
  const draft = { unionId: world.network.near.id, name: '效能评价', nodes: indicatorNodes };
  const { id: systemId } = await client.post<{ id: string }>('/indicator-systems', draft);
  // What passes on at once waits for nobody by the time that is told: this one stays, for who reviews it.
  await client.post('/indicator-systems', { ...draft, name: '效能评价（修订）' });
  const path = `/indicator-systems/${systemId}`;
  await publishSystem(designersOf(world), systemId);
  const version = await client.post<{ id: string }>(`${path}/weight-versions`, { nodes: indicatorWeights });
  await client.decide(`/weight-versions/${version.id}/activate`);
  for (const missing of ['omit', 'zero'])
    await client.post('/scores', { activityId, weightVersionId: version.id, missing });
  const ranking = { indicatorSystemId: systemId, method: 'score' };
  const { id: rankingId } = await client.post<{ id: string }>('/rankings', ranking);
  await client.decide(`/rankings/${rankingId}/publish`);
  return { activityId, systemId };
}

/** Half of its time is over, so that those who came are told of it and reminded at once. */
async function askWhoCame(world: AccessWorld, { activityId, systemId }: ScoredActivity): Promise<void> {
  await world.people.keeper.client.post('/surveys', {
    activityId,
    indicatorSystemId: systemId,
    opensAt: inDays(-0.5),
    closesAt: inDays(0.5),
  });
  await untilNotified(world, 'surveyReminded');
}

/** Half of its time is over as well; then it ends. */
async function judgeSeason(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  await publishSeasonSystem(world);
  const times = { from: '2026-01-01', to: '2026-12-31', opensAt: inDays(-0.5), closesAt: inDays(0.5) };
  const season = seasonOf(world, '2026 年第四季度', times);
  const { id } = await client.post<{ id: string }>('/efficacy-surveys', season);
  await untilNotified(world, 'seasonReminded');
  await client.decide(`/efficacy-surveys/${id}/close`);
}

async function askForCode(world: AccessWorld): Promise<void> {
  const { network, platform } = world;
  const { name, residentNumber } = newResident();
  const member = { unionId: network.near.id, name, residentNumber, phone: '13900004321' };
  await network.operator.client.post('/members', member);
  const wanted = { purpose: 'activation', name, residentNumber };
  await new Client(platform.gatewayUrl).post('/auth/codes', wanted);
  await untilTold(world, 'evt.membership.code.issued.v1');
}

/** A program enters members, of whom all hear at once. */
async function enterByProgram(world: AccessWorld): Promise<void> {
  const { network } = world;
  const entries = [1, 2].map((place) => ({ key: `chaos-${place}`, ...newResident() }));
  await network.operator.client.put('/roster-entries', { unionId: network.near.id, entries });
  await untilTold(world, membershipEvents.membersChanged.subject);
}

/** A member brings a matter to their union, where somebody decides it, and it is paid for. */
async function bringMatter(world: AccessWorld): Promise<void> {
  const { people } = world;
  const { client } = people.keeper;
  const serviceId = await openService(world, { anonymous: false });
  const body = { serviceId, answers: {}, contact: { name: '张三' } };
  const { id } = await people.member.client.post<MatterReceipt>('/matters', body);
  const path = `/matters/${id}`;
  await client.post(`${path}/take`, {}, { ifMatch: 1 });
  const decision = { outcome: 'issued', reasons: '已制好' };
  const { version } = await client.post<MatterView>(`${path}/decide`, decision, { ifMatch: 2 });
  const payment = { amount: { amount: '50000', currency: 'CNY' }, payees: [{ label: '收款人' }] };
  await client.post(`${path}/payment-requests`, payment, { ifMatch: version });
  await approvePayment(world);
}

async function approvePayment({ platform, people }: AccessWorld): Promise<void> {
  const asked = `SELECT id FROM settlement.matter_payment WHERE state = 'asked'`;
  await until(
    async () => (await rowsOf(platform, asked, [])).length > 0,
    'a payment that is asked for',
    endsWithinMs,
  );
  for (const { id } of await rowsOf<{ id: string }>(platform, asked, []))
    await people.approver.client.decide(`/matter-payments/${id}/approve`);
  await untilTold({ platform }, 'evt.settlement.matter-payment.changed.v1');
}

/** Each service finds that what waits at notification is not what it has, and tells it anew. */
async function letDrift(world: AccessWorld): Promise<void> {
  const { platform } = world;
  for (const owner of notifyingServices) {
    await rowsOf(
      platform,
      `WITH thing AS (
         INSERT INTO notification.awaited_thing (service, subject, id, version, told_at)
         VALUES ($1, 'invented', gen_random_uuid(), 1, now() - interval '1 hour') RETURNING *)
       INSERT INTO notification.awaiting (id, service, subject, thing_id, kind, slot, why, roles, is_nearest, about,
         values, time_zone, since)
       SELECT gen_random_uuid(), service, subject, id, 'loanRequested', '', 'lends', '{}', false, '{}', '{}',
         'Asia/Shanghai', now() FROM thing`,
      [owner],
    );
    await rowsOf(platform, `UPDATE ${owner}.due SET due_at = now() WHERE kind = 'awaits-digest'`);
    await untilTold(world, awaitRetoldEvents[owner].subject);
  }
}

async function untilTold({ platform }: Pick<AccessWorld, 'platform'>, subject: string): Promise<void> {
  const told = `SELECT 1 FROM ${ownerOf(subject)}.outbox WHERE subject = $1`;
  await until(async () => (await rowsOf(platform, told, [subject])).length > 0, subject);
}

/** Until evaluation has raised notices of this kind. */
async function untilNotified({ platform }: AccessWorld, kind: string): Promise<void> {
  const raised = `SELECT 1 FROM evaluation.outbox WHERE subject = $1 AND envelope->'data'->>'kind' = $2`;
  const { subject } = noticeRaisedEvents.evaluation;
  await until(async () => (await rowsOf(platform, raised, [subject, kind])).length > 0, kind);
}

async function changeUnions({ platform, network, people }: AccessWorld): Promise<void> {
  const { client } = network.operator;
  const branch = await client.post<UnionView>('/unions', { parentId: network.near.id, name: '一车间分会' });
  let { version } = branch;
  for (const name of ['一车间工会', '二车间工会', '三车间工会'])
    ({ version } = await client.patch<UnionView>(`/unions/${branch.id}`, { name }, { ifMatch: version }));
  const club = { name: '职工羽毛球俱乐部', unionId: network.near.id };
  const { id: clubId } = await client.post<{ id: string }>('/clubs', club);
  await people.member.client.post(`/clubs/${clubId}/members`, {});
  await people.member.client.decide(`/clubs/${clubId}/members/${people.member.personId}/end`);
  const groups = `/unions/${network.near.id}/groups`;
  const { id: groupId } = await client.post<{ id: string }>(groups, { name: '装配一班' });
  await client.post(`/groups/${groupId}/members`, { personId: people.member.personId });
  const { personId } = people.member;
  await grantRole(network, network.near, personId, 'organiser');
  const roleId = await roleIdOf(client, { unionId: network.near.id, personId, role: 'organiser' });
  const { token } = network.operator;
  await ask(platform.gatewayUrl, 'DELETE', `/unions/${network.near.id}/roles/${roleId}`, { token });
}

/** To the branch that was founded below the union. */
async function giveTask({ people, network }: AccessWorld): Promise<void> {
  const { client } = people.keeper;
  const { id, version } = await client.post<AssignmentView>('/assignments', {
    unionId: network.near.id,
    title: '季度统计',
    text: '请填报活动场次。',
    kind: 'task',
    questions: [{ id: 'events', kind: 'number', title: '活动场次', required: true }],
    dueOn: inDays(10).slice(0, 10),
    scope: 'all',
    unionIds: [],
  });
  await client.post(`/assignments/${id}/give`, {}, { ifMatch: version });
}

/** It is shown for a moment; then whom it reached is counted. */
async function publishMustRead(world: AccessWorld): Promise<void> {
  const { people, network } = world;
  const { client } = people.keeper;
  const { id, version } = await client.post<BulletinView>('/bulletins', {
    unionId: network.near.id,
    title: '高温作业通知',
    text: '气温在 35℃ 以上时停工。',
    kind: 'news',
    audience: 'members',
    mustRead: true,
    pinned: false,
    until: new Date(Date.now() + shownMs).toISOString(),
  });
  await client.post(`/bulletins/${id}/publish`, {}, { ifMatch: version });
  await untilTold(world, 'evt.affairs.bulletin.reached.v1');
}

/** A line of the bank is said to be dues, and comes back. */
async function payDuesByBank(world: AccessWorld): Promise<void> {
  await assignDues(world);
  await untilTold(world, settlementEvents.duesLineChanged.subject);
  await untilTold(world, membershipEvents.duesLineAnswered.subject);
}

async function letKeepBooks({ people, network }: AccessWorld): Promise<void> {
  await people.keeper.client.post('/mandates', {
    fromUnionId: network.near.id,
    toUnionId: network.next.id,
    scopes: ['bookkeeping'],
    until: inDays(90),
  });
}

async function actForClub({ people, network }: AccessWorld): Promise<void> {
  const club = { name: '职工书画社', unionId: network.near.id };
  const { id: matterId } = await network.operator.client.post<{ id: string }>('/clubs', club);
  const { client } = people.keeper;
  const delegated = { matterKind: 'club', matterId, personId: people.member.personId };
  const { id } = await client.post<{ id: string }>('/delegations', delegated);
  await client.decide(`/delegations/${id}/revoke`);
}

async function lendHall(world: AccessWorld): Promise<void> {
  const { network } = world;
  const { keeper, coHost } = world.people;
  const hall = await keeper.client.post<ResourceView>('/resources', {
    owner: { kind: 'union', id: network.near.id },
    title: '多功能厅',
    function: 'facility',
    businesses: ['culture'],
    capacity: 300,
  });
  await keeper.client.post(`/resources/${hall.id}/grants`, {
    to: { kind: 'everyone' },
    from: inDays(-1),
    until: inDays(90),
    approval: 'custodian',
    price: { kind: 'free' },
  });
  const loan = await coHost.client.post<LoanView>('/loans', {
    borrowerUnionId: network.next.id,
    resourceId: hall.id,
    purpose: '职工运动会',
    startsAt: inDays(11),
    endsAt: inDays(11.2),
  });
  for (const step of ['approve', 'hand-over']) await keeper.client.decide(`/loans/${loan.id}/${step}`);
  await oweDamages(world, loan.id);
  await keeper.client.decide(`/loans/${loan.id}/return`);
}

/** Two are accepted, so that they are posted; one of them is let off, so that its entry is taken back. */
async function oweDamages({ people }: AccessWorld, loanId: string): Promise<void> {
  const { keeper, coHost } = people;
  const path = `/loans/${loanId}/damages`;
  const ids: string[] = [];
  for (const note of ['话筒网罩凹陷', '座椅划痕']) {
    const claim = { note, amount: { amount: '12000', currency: 'CNY' } };
    const { id } = await keeper.client.post<DamageView>(path, claim);
    await coHost.client.decide(`${path}/${id}/accept`, {}, { sees: path });
    ids.push(id);
  }
  await keeper.client.decide(`${path}/${ids[1]}/withdraw`, { reason: '已自行修好' }, { sees: path });
}

/** More want to come than there are seats, and then one who has a seat leaves the union: the next in the line gets it. */
async function signUpAndLeave(world: AccessWorld, crowd: readonly Person[]): Promise<void> {
  const { platform, network } = world;
  const plan = { name: '一波', crowd, capacity: 5, others: 3, lastsMs: 200, random: seeded(1) };
  const wave = await planWave(world, plan);
  const leaving = await makePerson(platform, network, network.near);
  await leaving.client.post(`/activities/${wave.activityId}/registrations`);
  await ride(platform.gatewayUrl, wave.wishes, endsWithinMs);
  const [membership] = await rowsOf<{ id: string }>(
    platform,
    'SELECT id FROM membership.union_membership WHERE person_id = $1',
    [leaving.personId],
  );
  await network.operator.client.decide(`/members/${membership?.id}/end`);
  await until(
    async () => {
      const text = `SELECT 1 FROM sharing.registration WHERE activity_id = $1 AND person_id = $2 AND state = 'cancelled'`;
      return (await rowsOf(platform, text, [wave.activityId, leaving.personId])).length === 1;
    },
    'the end of a sign-up',
    endsWithinMs,
  );
  await writeToAll(world, wave.activityId);
}

/** A message to everybody with a seat, and another that is taken back. */
async function writeToAll(world: AccessWorld, activityId: string): Promise<void> {
  const { client } = world.people.keeper;
  const path = `/activities/${activityId}/messages`;
  await client.post(path, { subject: '集合地点', text: '请在东门集合。', filter: {} });
  const { id } = await client.post<MessageView>(path, {
    subject: '大巴',
    text: '大巴停在南门。',
    filter: {},
  });
  await client.post(`${path}/${id}/withdraw`);
  await untilTold(world, noticeTextEvents.changed.subject);
}
