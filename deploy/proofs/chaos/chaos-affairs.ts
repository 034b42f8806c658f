import { randomUUID } from 'node:crypto';
import type { AssignmentView } from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type { BulletinReadingView } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { MatterFiguresView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServiceItemView } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { shanghaiDate } from '@gongxiang/domain';
import { eventually } from '@gongxiang/testing';
import { newCode } from '../access-affairs.js';
import { foundEmployer, vacancy } from '../access-listings.js';
import { callOf, openCall, sendWork, worksCallIs } from '../access-works.js';
import { type AccessWorld, idOf } from '../access-world.js';
import type { AnswerBody } from '../ask.js';
import { inDays, type Person } from '../fixtures.js';
import { rowsOf } from '../rows.js';
import type { Violation } from './chaos-checks.js';
import { type Kept, Steps } from './chaos-steps.js';
import { pause } from './chaos-wave.js';

/** What every round finds there: a service, a call for works with two of them, and an employer. */
export interface AffairsGround {
  readonly serviceId: string;
  readonly callId: string;
  readonly workIds: readonly [string, string];
  readonly employerId: string;
}

export interface AffairsPlan {
  /** Marks what this round makes. */
  readonly name: string;
  /** Members of `near`, twelve or more. */
  readonly crowd: readonly Person[];
  /** Within how much time everything begins. */
  readonly lastsMs: number;
  readonly random: () => number;
  readonly withinMs: number;
  readonly patienceMs: number;
}

/** One round: what was said, and what has to be there for it. */
export interface AffairsRound {
  readonly steps: Steps;
  readonly kept: readonly Kept[];
  /** What is told on, and is there a moment later. */
  readonly keptLater: readonly Kept[];
  /** All that were acknowledged. */
  readonly matterIds: readonly string[];
  readonly bulletinId: string;
  readonly assignmentId: string;
}

interface Scene extends Pick<AffairsPlan, 'name' | 'crowd'> {
  readonly world: AccessWorld;
  readonly ground: AffairsGround;
  readonly steps: Steps;
}

/** What one story asks for, and what there is to be for it. */
interface Lived {
  readonly kept: readonly Kept[];
  readonly keptLater?: readonly Kept[];
  readonly id?: string;
}

const readers = 2;
const amount = { amount: '50000', currency: 'CNY' };
/** What near and next return to the one question of an assignment. */
const returned = [3, 4] as const;
/** Works are taken for the seconds that preparing needs, at the slowest. */
const worksTakenS = 8;

const service = {
  name: '借书证',
  category: 'certificate',
  summary: '凭会员证办理。',
  applicants: 'members',
  anonymous: true,
  questions: [],
  handledAt: 'own',
  acceptWithin: { count: 1, days: 'working' },
  decideWithin: { count: 3, days: 'working' },
  secondPerson: false,
  outcomes: [{ id: 'issued', label: '已办好' }],
  pays: { expenseCode: '2.5', most: null },
};
const decision = { outcome: 'issued', reasons: '已制好' };

/** Opens a service at `near`. */
export async function openService({ people, network }: AccessWorld, more: object = {}): Promise<string> {
  const { client } = people.keeper;
  const body = { ...service, ...more, unionId: network.near.id };
  const { id, version } = await client.post<ServiceItemView>('/services', body);
  await client.post(`/services/${id}/open`, {}, { ifMatch: version });
  return id;
}

export async function prepareAffairs(world: AccessWorld): Promise<AffairsGround> {
  const { keeper, approver, judge } = world.people;
  const { id: callId } = await openCall(world, callOf({ taken: worksTakenS, criteria: [] }));
  const workIds = [
    await sendWork(world, approver, callId, 'firstWorkId'),
    await sendWork(world, judge, callId, 'secondWorkId'),
  ] as const;
  for (const id of workIds) await keeper.client.decide(`/works/${id}/admit`);
  await foundEmployer(world);
  return { serviceId: await openService(world), callId, workIds, employerId: idOf(world, 'employerUnionId') };
}

/** What a district of affairs lives through, all at once, each story step by step. */
export async function liveAffairs(
  world: AccessWorld,
  ground: AffairsGround,
  { lastsMs, random, withinMs, patienceMs, ...plan }: AffairsPlan,
): Promise<AffairsRound> {
  await worksCallIs(world, ground.callId, 'judging');
  const steps = new Steps(world.platform.gatewayUrl, withinMs, patienceMs);
  const scene: Scene = { world, ground, steps, ...plan };
  const begun = (story: (scene: Scene) => Promise<Lived>): Promise<Lived> =>
    pause(random() * lastsMs).then(() => story(scene));
  const [bulletin, assignment, matters, others] = await Promise.all([
    begun(publishToRead),
    begun(giveDown),
    Promise.all([bringNamed, bringUnnamed].map(begun)),
    Promise.all([enterRecord, seekWork, chooseWorks].map(begun)),
  ]);
  const all = [bulletin, assignment, ...matters, ...others];
  return {
    steps,
    kept: all.flatMap(({ kept }) => kept),
    keptLater: all.flatMap(({ keptLater = [] }) => keptLater),
    matterIds: matters.map(({ id = '' }) => id),
    bulletinId: bulletin.id ?? '',
    assignmentId: assignment.id ?? '',
  };
}

const entriesOfMatter = `
  SELECT m.state, m.stars, (SELECT string_agg(e.event, ' ' ORDER BY e.sequence)
    FROM affairs.matter_entry e WHERE e.matter_id = m.id) AS events
  FROM affairs.matter m WHERE m.id = $1`;

/** Sent under a name, answered, decided, paid and rated. */
async function bringNamed({ world, ground, steps, crowd }: Scene): Promise<Lived> {
  const { keeper } = world.people;
  const person = personAt(crowd, 0);
  const body = { serviceId: ground.serviceId, answers: {}, contact: { name: '张三' } };
  const { id, number } = await steps.take<AnswerBody & { readonly number?: string }>({
    person,
    path: '/matters',
    body,
  });
  const path = `/matters/${id}`;
  await talkOver(steps, keeper, path);
  await steps.decide(person, path, 'reply', { text: '三车间' });
  await steps.decide(keeper, path, 'decide', decision);
  const payment = { amount, payees: [{ label: '收款人' }] };
  await steps.take({ person: keeper, path: `${path}/payment-requests`, body: payment, sees: path });
  await payFor({ world, steps }, number);
  await steps.decide(person, path, 'rate', { stars: 5 });
  const events = 'sent taken asked replied decided paymentRequested paymentPaid rated';
  const kept = [matterKept(id, { state: 'closed', stars: 5, events }), ...paymentsKept(id, number)];
  return { id: id ?? '', kept };
}

/** Takes it, and asks its person something. */
async function talkOver(steps: Steps, keeper: Person, path: string): Promise<number | undefined> {
  await steps.actOn(keeper, `${path}/take`, 1);
  const { version } = await steps.decide(keeper, path, 'ask', { text: '哪个车间？' });
  return version;
}

/** Settlement hears of it, another hand approves it, and affairs hears that it is paid. */
async function payFor({ world, steps }: Pick<Scene, 'world' | 'steps'>, number = ''): Promise<void> {
  const { keeper, approver } = world.people;
  const asked = await rowWhen<{ id: string }>(
    world,
    'SELECT id FROM settlement.matter_payment WHERE matter_number = $1',
    [number],
  );
  const path = `/matter-payments/${asked.id}`;
  await steps.decide(approver, path, 'approve');
  const paid = { incomeKind: 'dues', bankReference: '20261127-000318', paidOn: shanghaiDate(new Date()) };
  await steps.decide(keeper, path, 'paid', paid);
  await rowWhen(world, `SELECT 1 FROM affairs.matter_payment WHERE id = $1 AND state = 'paid'`, [asked.id]);
}

/** One payment in both services, and one spending for it. */
function paymentsKept(matterId: string | undefined, number: string | undefined): Kept[] {
  const what = `the payment of matter ${number}`;
  return [
    {
      what,
      text: `SELECT state, amount_fen::text AS fen FROM affairs.matter_payment WHERE matter_id = $1`,
      values: [matterId],
      rows: [{ state: 'paid', fen: amount.amount }],
    },
    {
      what: `${what} at settlement`,
      text: `SELECT p.state, s.kind, s.amount_fen::text AS fen FROM settlement.matter_payment p
             LEFT JOIN settlement.matter_spending s ON s.payment_id = p.id WHERE p.matter_number = $1`,
      values: [number],
      rows: [{ state: 'paid', kind: 'paid', fen: amount.amount }],
    },
  ];
}

/** Sent without a name, and followed by number and code alone. */
async function bringUnnamed({ world, ground, steps }: Scene): Promise<Lived> {
  const { keeper } = world.people;
  const own = { id: randomUUID(), code: newCode() };
  const body = { ...own, serviceId: ground.serviceId, answers: {} };
  const { number } = await steps.take<AnswerBody & { readonly number?: string }>({
    person: null,
    path: '/anonymous-matters',
    body,
    // It has no key, as that would lead to its sender: by its own id it is there already.
    statusAgain: 200,
  });
  const path = `/matters/${own.id}`;
  const byCode = (act: string, more: object): Promise<AnswerBody> =>
    steps.take({
      person: null,
      path: `/matters/status/${act}`,
      body: { number, code: own.code, ...more },
      status: 200,
    });
  await talkOver(steps, keeper, path);
  await byCode('reply', { text: '三车间' });
  await steps.decide(keeper, path, 'decide', decision);
  await byCode('rate', { stars: 4 });
  const events = 'sent taken asked replied decided rated';
  return { id: own.id, kept: [matterKept(own.id, { state: 'closed', stars: 4, events })] };
}

function matterKept(id: string | undefined, row: object): Kept {
  return { what: `matter ${id}`, text: entriesOfMatter, values: [id], rows: [row] };
}

/** Members confirm that they have read it; whoever has not is notified once. */
async function publishToRead({ world, steps, name, crowd }: Scene): Promise<Lived> {
  const { keeper } = world.people;
  const { near } = world.network;
  const { id, version } = await steps.take({
    person: keeper,
    path: '/bulletins',
    body: {
      unionId: near.id,
      title: `${name}通知`,
      text: '气温在 35℃ 以上时停工。',
      kind: 'news',
      audience: 'members',
      mustRead: true,
      pinned: false,
    },
  });
  const path = `/bulletins/${id}`;
  await steps.actOn(keeper, `${path}/publish`, version);
  const people = crowd.slice(2, 2 + readers);
  await Promise.all(
    people.map((person) => steps.take({ person, path: `${path}/confirm`, body: {}, status: 200 })),
  );
  const readBy = sorted(people.map(({ personId }) => personId));
  return {
    id: id ?? '',
    kept: [
      {
        what: `bulletins of ${name}`,
        text: 'SELECT id, state FROM affairs.bulletin WHERE title = $1',
        values: [`${name}通知`],
        rows: [{ id, state: 'published' }],
      },
      {
        what: `receipts of bulletin ${id}`,
        text: 'SELECT person_id FROM affairs.bulletin_receipt WHERE bulletin_id = $1 ORDER BY person_id',
        values: [id],
        rows: readBy.map((personId) => ({ person_id: personId })),
      },
    ],
    keptLater: [
      {
        what: `people without a notice of bulletin ${id}, or with several`,
        text: `SELECT m.person_id FROM affairs.member_ref m JOIN affairs.union_ref u ON u.id = m.union_id
               LEFT JOIN notification.notice n ON n.person_id = m.person_id AND n.kind = 'bulletinToRead'
                 AND n.about->>'bulletinId' = $1
               WHERE starts_with(u.path::text, $2) AND m.state = 'active' GROUP BY m.person_id
               HAVING count(n.id) > 1 OR count(n.id) = 0 AND m.person_id <> ALL($3::uuid[])`,
        values: [id, near.path, readBy],
        rows: [],
      },
    ],
  };
}

/** The federation asks two unions, one of which hands it on; what one returns is sent back once. */
async function giveDown({ world, ground, steps, name }: Scene): Promise<Lived> {
  const { people, network } = world;
  const { federal, keeper, coHost } = people;
  const { root, near, next } = network;
  const content = {
    title: `${name}统计`,
    text: '请填报活动场次。',
    kind: 'task',
    questions: [{ id: 'events', kind: 'number', title: '活动场次', required: true }],
    dueOn: inDays(30).slice(0, 10),
    scope: 'chosen',
  };
  const give = async (giver: Person, to: object): Promise<string> => {
    const made = await steps.take({ person: giver, path: '/assignments', body: { ...content, ...to } });
    await steps.actOn(giver, `/assignments/${made.id}/give`, made.version);
    return made.id ?? '';
  };
  const id = await give(federal, { unionId: root.id, unionIds: [near.id, next.id] });
  const partOf = async ({ id: unionId }: { readonly id: string }): Promise<string> => {
    const text = 'SELECT id FROM affairs.assignment_part WHERE assignment_id = $1 AND union_id = $2';
    return (await rowWhen<{ id: string }>(world, text, [id, unionId])).id;
  };
  const [nearPart, nextPart] = [await partOf(near), await partOf(next)];
  const returning = (person: Person, part: string, events: number): Promise<AnswerBody> =>
    steps.decide(person, part, 'return', { answers: { events } });
  const [nearPath, nextPath] = [`/assignment-parts/${nearPart}`, `/assignment-parts/${nextPart}`];
  await steps.decide(keeper, nearPath, 'receive');
  const below = { unionId: near.id, unionIds: [ground.employerId], parentPartId: nearPart };
  const handedOn = await give(keeper, below);
  await returning(keeper, nearPath, returned[0]);
  await returning(coHost, nextPath, returned[0]);
  await steps.decide(federal, nextPath, 'send-back', { reason: '请按签到数填' });
  await returning(coHost, nextPath, returned[1]);
  for (const path of [nearPath, nextPath]) await steps.decide(federal, path, 'accept');
  return {
    id,
    kept: [
      {
        what: `parts of the assignments of ${name}`,
        text: `SELECT a.id, p.union_id, p.state FROM affairs.assignment a
               LEFT JOIN affairs.assignment_part p ON p.assignment_id = a.id
               WHERE a.title = $1 ORDER BY a.id = $2, p.union_id = $3`,
        values: [content.title, handedOn, next.id],
        rows: [
          { id, union_id: near.id, state: 'accepted' },
          { id, union_id: next.id, state: 'accepted' },
          { id: handedOn, union_id: ground.employerId, state: 'waiting' },
        ],
      },
    ],
  };
}

/** Somebody says what they are able to do, and an officer verifies it. */
async function enterRecord({ world, steps, name, crowd }: Scene): Promise<Lived> {
  const title = `${name}焊工`;
  const body = { kind: 'skill', title, details: { skillLevel: '高级工' } };
  const { id } = await steps.take({ person: personAt(crowd, 6), path: '/records', body });
  await steps.decide(world.people.keeper, `/records/${id}`, 'verify');
  return {
    kept: [
      {
        what: `records of ${name}`,
        text: 'SELECT id, state FROM affairs.person_record WHERE title = $1',
        values: [title],
        rows: [{ id, state: 'verified' }],
      },
    ],
  };
}

/** Three say that a vacancy interests them: who has come in by the roster, as the name is that of the record. */
async function seekWork({ world, ground, steps, name }: Scene): Promise<Lived> {
  const { keeper, member, approver, judge } = world.people;
  const title = `${name}车工`;
  const body = { ...vacancy(), title, unionId: ground.employerId };
  const { id, version } = await steps.take({ person: keeper, path: '/vacancies', body });
  const path = `/vacancies/${id}`;
  await steps.actOn(keeper, `${path}/publish`, version);
  const people = [member, approver, judge];
  await Promise.all(
    people.map((person) => steps.take({ person, path: `${path}/interest`, body: { phone: '13800000000' } })),
  );
  return {
    kept: [
      {
        what: `interests in the vacancies of ${name}`,
        text: `SELECT v.id, v.state, i.person_id FROM affairs.vacancy v
               LEFT JOIN affairs.vacancy_interest i ON i.vacancy_id = v.id WHERE v.title = $1 ORDER BY i.person_id`,
        values: [title],
        rows: sorted(people.map(({ personId }) => personId)).map((personId) => ({
          id,
          state: 'published',
          person_id: personId,
        })),
      },
    ],
  };
}

/** Two choose a work each under their names, and then the other one: one person, one vote. */
async function chooseWorks({ ground, steps, crowd }: Scene): Promise<Lived> {
  const { callId, workIds } = ground;
  const people = crowd.slice(7, 9);
  await Promise.all(
    people.map(async (person) => {
      for (const workId of workIds) {
        const path = `/works-calls/${callId}/ballot`;
        await steps.take({ person, path, method: 'PUT', body: { workIds: [workId] }, status: 200 });
      }
    }),
  );
  return {
    kept: people.map(({ personId }) => ({
      what: `the vote of ${personId}`,
      text: 'SELECT work_ids FROM affairs.works_ballot WHERE call_id = $1 AND person_id = $2',
      values: [callId, personId],
      rows: [{ work_ids: [workIds[1]] }],
    })),
  };
}

/** What the boards say is what a scan of the tables counts. */
export async function boardViolations(
  { people, network, platform }: AccessWorld,
  { serviceId }: AffairsGround,
  { bulletinId, assignmentId }: AffairsRound,
): Promise<Violation[]> {
  const { client } = people.keeper;
  const { near } = network;
  const year = shanghaiDate(new Date()).slice(0, 4);
  const figures = await client.get<MatterFiguresView>(`/unions/${near.id}/matter-figures?year=${year}`);
  const ofService = figures.items.find((one) => one.serviceId === serviceId);
  const [matters] = await rowsOf<{ sent: number; decided: number; rated: number }>(
    platform,
    `SELECT count(*)::int AS sent, count(decided_at)::int AS decided, count(stars)::int AS rated
     FROM affairs.matter WHERE service_id = $1`,
    [serviceId],
  );
  const reading = await client.get<BulletinReadingView>(
    `/bulletins/${bulletinId}/reading?unionId=${near.id}`,
  );
  const { counts, totals } = await people.federal.client.get<AssignmentView>(`/assignments/${assignmentId}`);
  const accepted = counts.find(({ state }) => state === 'accepted')?.count;
  const seen = {
    matters: { sent: ofService?.sent, decided: ofService?.decided, rated: ofService?.rated },
    confirmed: reading.confirmed,
    accepted,
    sum: totals[0]?.sum,
  };
  const counted = { matters, confirmed: readers, accepted: returned.length, sum: returned[0] + returned[1] };
  return JSON.stringify(seen) === JSON.stringify(counted)
    ? []
    : [`wrong: boards say ${JSON.stringify(seen)}, and ${JSON.stringify(counted)} is counted`];
}

/** All matters of the service are those that were acknowledged. */
export async function matterViolations(
  { platform }: Pick<AccessWorld, 'platform'>,
  { serviceId }: Pick<AffairsGround, 'serviceId'>,
  ids: readonly string[],
): Promise<Violation[]> {
  const rows = await rowsOf<{ id: string }>(platform, 'SELECT id FROM affairs.matter WHERE service_id = $1', [
    serviceId,
  ]);
  return rows
    .filter(({ id }) => !ids.includes(id))
    .map(({ id }) => `twice: matter ${id} was made and nobody was told`);
}

/** Once there is such a row; the server may be killed while we look. */
export function rowWhen<Row extends object = object>(
  { platform }: Pick<AccessWorld, 'platform'>,
  text: string,
  values: readonly unknown[],
  withinMs?: number,
): Promise<Row> {
  return eventually(async () => {
    const [row] = await rowsOf<Record<string, unknown>>(platform, text, values);
    if (row === undefined) throw new Error(`there is no row: ${text}`);
    return row as Row;
  }, withinMs);
}

function personAt(crowd: readonly Person[], index: number): Person {
  const person = crowd[index];
  if (person === undefined) throw new Error('the crowd is too small');
  return person;
}

function sorted(ids: readonly string[]): string[] {
  return [...ids].sort();
}
