import type { WorkView } from '@gongxiang/contracts/affairs/works/work.contract';
import type {
  WorksCallDefinition,
  WorksCallState,
  WorksCallView,
} from '@gongxiang/contracts/affairs/works/works-call.contract';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import type { Person } from './fixtures.js';
import { png } from './one-pixel.js';

const anybody = [200, 200, 200, 200] as const;
const signedIn = [401, 200, 200, 200] as const;
/** For officers of the union; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;
/** For officers of the union; its members see it. */
const managed = [401, 403, 404, 200] as const;
/** For members of the union and of those below it. */
const forMembers = [401, 200, 404, 200] as const;

const work = { title: '炉火旁的老班长', text: '凌晨四点的车间。', showName: true };
const jury = [{ name: '立意', weight: 10_000 }];
const secondMs = 1_000;
const dayS = 86_400;

/** Works from a minute ago; times in seconds from now. */
export function callOf({
  taken = dayS,
  judged = 2 * dayS,
  criteria = jury,
  audience = 'members',
}: {
  readonly taken?: number;
  readonly judged?: number;
  readonly criteria?: WorksCallDefinition['criteria'];
  readonly audience?: WorksCallDefinition['audience'];
} = {}): WorksCallDefinition {
  const at = (seconds: number): string => new Date(Date.now() + seconds * secondMs).toISOString();
  return {
    title: '“劳动最美”摄影作品征集',
    text: '用镜头记录身边的劳动者。',
    audience,
    submitFrom: at(-60),
    submitUntil: at(taken),
    judgeFrom: at(taken),
    judgeUntil: at(judged),
    worksPerPerson: 2,
    fileKinds: ['picture'],
    criteria,
    votesPerPerson: 1,
    voteShare: criteria.length === 0 ? 10_000 : 3_000,
    awards: [{ name: '一等奖', count: 1 }],
  };
}

export async function openCall(
  { network, people }: AccessWorld,
  definition: WorksCallDefinition,
): Promise<WorksCallView> {
  const { client } = people.keeper;
  let call = await client.post<WorksCallView>('/works-calls', { ...definition, unionId: network.near.id });
  if (definition.criteria.length > 0) {
    const body = { personIds: [people.judge.personId] };
    call = await client.put<WorksCallView>(`/works-calls/${call.id}/jurors`, body, { ifMatch: call.version });
  }
  return client.post<WorksCallView>(`/works-calls/${call.id}/publish`, {}, { ifMatch: call.version });
}

export async function worksCallIs({ people }: AccessWorld, id: string, state: WorksCallState): Promise<void> {
  const { client } = people.keeper;
  await until(
    async () => (await client.get<WorksCallView>(`/works-calls/${id}`)).state === state,
    `a call that is ${state}`,
  );
}

/** Somebody sends a work of their own to a call. */
export async function sendWork(
  world: AccessWorld,
  { client }: Person,
  callId: string,
  name: string,
): Promise<string> {
  const { id } = await client.post<WorkView>(`/works-calls/${callId}/works`, work);
  world.ids.set(name, id);
  return id;
}

const ofWork = (name: string, body?: unknown) => (world: AccessWorld) => ({
  params: { workId: idOf(world, name) },
  ...(body === undefined ? {} : { body }),
});

const ofCall = (name: string, body?: unknown) => (world: AccessWorld) => ({
  params: { worksCallId: idOf(world, name) },
  ...(body === undefined ? {} : { body }),
});

/** A work of the approver's is judged and voted on: works are taken for the seconds that this needs, at the slowest. */
async function judgeOne(world: AccessWorld): Promise<void> {
  const { keeper, approver } = world.people;
  const { id } = await openCall(world, callOf({ taken: 8, judged: dayS }));
  const workId = await sendWork(world, approver, id, 'judgedWorkId');
  await keeper.client.decide(`/works/${workId}/admit`);
  await worksCallIs(world, id, 'judging');
  world.ids.set('judgedCallId', id);
}

/** A call to which nobody has sent anything, and whose time is over. */
async function endOne(world: AccessWorld): Promise<void> {
  const { id } = await openCall(world, callOf({ taken: 5, judged: 6, criteria: [] }));
  await worksCallIs(world, id, 'closing');
  world.ids.set('endedCallId', id);
}

/** A gallery for anybody, of one work with a picture. */
async function awardOne(world: AccessWorld): Promise<void> {
  const { keeper, approver } = world.people;
  const { id } = await openCall(world, callOf({ taken: 10, judged: 11, criteria: [], audience: 'public' }));
  const workId = await sendWork(world, approver, id, 'shownWorkId');
  const { key: fileKey } = await approver.client.upload('w.png', png, 'image/png');
  const { files } = await approver.client.post<WorkView>(`/works/${workId}/files`, {
    fileKey,
    name: '炉火.png',
  });
  world.ids.set('shownFileId', files[0]?.id ?? '');
  await keeper.client.decide(`/works/${workId}/admit`);
  await worksCallIs(world, id, 'closing');
  await keeper.client.decide(`/works-calls/${id}/close`);
  world.ids.set('awardedCallId', id);
}

const ofShown = (world: AccessWorld) => ({
  params: { workId: idOf(world, 'shownWorkId'), fileId: idOf(world, 'shownFileId') },
});

/** A call is its union's officers'; works are their authors', scores those of the jury, and votes those of the members. */
export const worksRows: readonly AccessRow[] = [
  {
    route: 'POST /works-calls',
    expected: [401, 404, 404, 201],
    request: (world) => ({ body: { ...callOf(), unionId: world.network.near.id } }),
    keep: 'worksCallId',
  },
  { route: 'PUT /works-calls/{worksCallId}', expected: hidden, request: () => ({ body: callOf() }) },
  {
    route: 'PUT /works-calls/{worksCallId}/jurors',
    expected: hidden,
    request: (world) => ({ body: { personIds: [world.people.judge.personId] } }),
  },
  { route: 'POST /works-calls/{worksCallId}/publish', expected: hidden },
  { route: 'GET /works-calls/{worksCallId}', expected: forMembers },
  { route: 'GET /works-calls', expected: signedIn },
  { route: 'GET /me/judging', expected: signedIn },
  {
    route: 'POST /works-calls/{worksCallId}/works',
    expected: [401, 201, 404, 201],
    right: 'member',
    request: () => ({ body: work }),
    keep: 'workId',
  },
  { route: 'GET /me/works', expected: signedIn },
  { route: 'GET /works/{workId}', expected: forMembers },
  // Members see works once they are judged.
  { route: 'GET /works-calls/{worksCallId}/works', expected: [401, 409, 404, 200] },
  { route: 'POST /works/{workId}/admit', expected: managed },
  {
    route: 'POST /works/{workId}/refuse',
    expected: hidden,
    before: (world) => sendWork(world, world.people.approver, idOf(world, 'worksCallId'), 'refusedWorkId'),
    request: ofWork('refusedWorkId', { reason: '与主题无关' }),
  },
  {
    route: 'POST /works/{workId}/files',
    expected: [401, 404, 404, 201],
    before: async (world) => {
      const { keeper } = world.people;
      await sendWork(world, keeper, idOf(world, 'worksCallId'), 'ownWorkId');
      world.ids.set('workUpload', (await keeper.client.upload('w.png', png, 'image/png')).key);
    },
    request: (world) => ofWork('ownWorkId', { fileKey: idOf(world, 'workUpload'), name: '炉火.png' })(world),
    after: (world, body) => {
      world.ids.set('workFileId', (body as WorkView).files.at(-1)?.id ?? '');
    },
  },
  {
    route: 'GET /works/{workId}/files/{fileId}',
    expected: hidden,
    request: (world) => ({
      params: { workId: idOf(world, 'ownWorkId'), fileId: idOf(world, 'workFileId') },
    }),
  },
  {
    route: 'GET /works/{workId}/files/{fileId}/preview',
    expected: hidden,
    request: (world) => ({
      params: { workId: idOf(world, 'ownWorkId'), fileId: idOf(world, 'workFileId') },
    }),
  },
  { route: 'POST /works/{workId}/withdraw', expected: hidden, request: ofWork('ownWorkId') },
  {
    route: 'PUT /works/{workId}/score',
    expected: managed,
    right: 'judge',
    before: judgeOne,
    request: ofWork('judgedWorkId', { points: [{ criterion: 0, points: 88 }] }),
  },
  {
    route: 'PUT /works-calls/{worksCallId}/ballot',
    expected: forMembers,
    request: (world) => ofCall('judgedCallId', { workIds: [idOf(world, 'judgedWorkId')] })(world),
  },
  {
    route: 'GET /works-calls/{worksCallId}/result',
    expected: managed,
    before: endOne,
    request: ofCall('endedCallId'),
  },
  { route: 'POST /works-calls/{worksCallId}/close', expected: managed, request: ofCall('endedCallId') },
  {
    route: 'POST /works-calls/{worksCallId}/cancel',
    expected: managed,
    request: () => ({ body: { reason: '与市里的活动合并举办' } }),
  },
  { route: 'GET /public/works-calls', expected: anybody, before: awardOne },
  {
    route: 'GET /public/works-calls/{worksCallId}',
    expected: anybody,
    request: ofCall('awardedCallId'),
  },
  {
    route: 'GET /public/works-calls/{worksCallId}/result',
    expected: anybody,
    request: ofCall('awardedCallId'),
  },
  { route: 'GET /public/works/{workId}', expected: anybody, request: ofWork('shownWorkId') },
  { route: 'GET /public/works/{workId}/files/{fileId}', expected: anybody, request: ofShown },
  { route: 'GET /public/works/{workId}/files/{fileId}/preview', expected: anybody, request: ofShown },
];
