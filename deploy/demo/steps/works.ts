import type { ScoreWork, WorkLine, WorkView } from '@gongxiang/contracts/affairs/works/work.contract';
import type {
  WorksCallDefinition,
  WorksCallLine,
  WorksCallState,
  WorksCallView,
  WorksResultView,
} from '@gongxiang/contracts/affairs/works/works-call.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { isRefused } from '../tools/client.js';
import { factoryPicture } from '../tools/court-picture.js';
import { type Account, officerOf, passwords, signIn, unionOf, until, type World } from '../tools/world.js';

const secondMs = 1_000;
const dayS = 86_400;
/** How long works are taken, and judged, of a call that comes to its end while the demo runs. */
const shortS = { taken: 15, judged: 12 };

interface Times {
  /** In seconds from now. */
  readonly taken: number;
  readonly judged: number;
}

function callOf(title: string, text: string, { taken, judged }: Times): WorksCallDefinition {
  const at = (seconds: number): string => new Date(Date.now() + seconds * secondMs).toISOString();
  return {
    title,
    text,
    audience: 'members',
    submitFrom: at(-60),
    submitUntil: at(taken),
    judgeFrom: at(taken),
    judgeUntil: at(judged),
    worksPerPerson: 2,
    fileKinds: ['picture', 'video'],
    criteria: [
      { name: '立意', weight: 6_000 },
      { name: '技法', weight: 4_000 },
    ],
    votesPerPerson: 1,
    voteShare: 3_000,
    awards: [
      { name: '一等奖', count: 1 },
      { name: '二等奖', count: 1 },
    ],
  };
}

const titles = {
  draft: '“我的工会故事”征文',
  open: '“劳动最美”职工摄影作品征集',
  judged: '“安全在我心”职工漫画征集',
  ended: '“最美班组”照片征集',
} as const;

const texts = {
  draft: '讲一件发生在身边的工会故事，**1500 字**以内。',
  open: '用镜头记录身边的劳动者。\n\n- 每件作品附 **一张** 照片和一段说明\n- 须为本人拍摄，不得合成',
  judged: '用漫画讲安全：一个隐患、一条规程、一次险情。',
  ended: '拍下你们班组最有干劲的一刻。',
} as const;

interface Entry {
  readonly by: string;
  readonly title: string;
  readonly text: string;
  readonly showName: boolean;
  readonly sky: 0 | 1 | 2;
  /** What each juror gives for both criteria. */
  readonly points: number;
}

const entries: readonly Entry[] = [
  { by: 'lvyuan', title: '凌晨四点', text: '环卫班组上路前。', showName: true, sky: 0, points: 90 },
  { by: 'hengda', title: '炉火旁的老班长', text: '三十年，一座炉。', showName: true, sky: 1, points: 80 },
  { by: 'baiyun', title: '巷子里的接力', text: '停电夜，二十户。', showName: false, sky: 2, points: 70 },
];

/**
 * By whom each work of the call that ends is chosen. Of at most 3 votes: the first 0.7 × 90 + 0.3 × 100 × 2/3 = 83, the
 * second 0.7 × 80 + 0.3 × 100 = 86, the third 0.7 × 70 = 49: the votes turn the places of the jury.
 */
const votes: Readonly<Record<string, number>> = { hengda: 0, baiyun: 0, worker: 1, zhonggong: 1, lvyuan: 1 };

/** A call that takes works, one that is judged, and one that comes to its end: blind scores, sealed votes, awards. */
export async function callForWorks(world: World): Promise<void> {
  await world.report.step('作品征集：投稿、盲评、投票、公布 / Calls for works', async () => {
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    const long = { taken: 60 * dayS, judged: 75 * dayS };
    await draftOnce(world, callOf(titles.draft, texts.draft, long));
    await openOnce(world, callOf(titles.open, texts.open, long), worker);
    const closed = await knownCall(world, titles.ended, ['awarded']);
    const ended = closed ?? (await judgeTwo(world, worker));
    await prove(world, ended, worker);
  });
}

/** Both take works for the same seconds; one of them is judged for a month, and the other is brought to its end. */
async function judgeTwo(world: World, worker: Account): Promise<WorksCallLine> {
  const taken = shortS.taken;
  const month = callOf(titles.judged, texts.judged, { taken, judged: 30 * dayS });
  const judged = await openWithWorks(world, month, worker);
  // Whoever is not signed in sees what becomes of it.
  const short: WorksCallDefinition = {
    ...callOf(titles.ended, texts.ended, { taken, judged: taken + shortS.judged }),
    audience: 'public',
  };
  const ended = await openWithWorks(world, short, worker);
  const works = await judgedWorks(world, ended);
  await proveBlind(world, ended, works[0]?.id ?? '', worker);
  await scoreAndVote(world, ended, works, worker);
  await stateIs(world, judged.id, 'judging');
  const closing = await stateIs(world, ended.id, 'closing');
  const { client } = officerOf(world, 'officer');
  return client.post<WorksCallView>(`/works-calls/${ended.id}/close`, {}, { ifMatch: closing.version });
}

/** The works of a call in the order of the entries, once it is judged. */
async function judgedWorks(world: World, { id }: WorksCallLine): Promise<WorkLine[]> {
  await stateIs(world, id, 'judging');
  const { client } = officerOf(world, 'officer');
  const { items } = await client.get<Page<WorkLine>>(`/works-calls/${id}/works?state=admitted`);
  return entries.flatMap(({ title }) => items.filter((work) => work.title === title));
}

async function scoreAndVote(
  world: World,
  { id }: WorksCallLine,
  works: readonly WorkLine[],
  worker: Account,
): Promise<void> {
  for (const juror of [worker, officerOf(world, 'zhonggong')])
    for (const [index, work] of works.entries()) {
      const points = [0, 1].map((criterion) => ({ criterion, points: entries[index]?.points ?? 0 }));
      const score: Omit<ScoreWork, 'workId'> = { points };
      await juror.client.put<WorkView>(`/works/${work.id}/score`, score);
    }
  for (const [login, choice] of Object.entries(votes)) {
    const voter = login === 'worker' ? worker : officerOf(world, login);
    const workIds = [works[choice]?.id ?? ''];
    await voter.client.put<WorksCallView>(`/works-calls/${id}/ballot`, { workIds });
  }
}

async function proveBlind(
  world: World,
  { id }: WorksCallLine,
  workId: string,
  juror: Account,
): Promise<void> {
  const seen = await juror.client.get<WorkView>(`/works/${workId}`);
  const { client } = officerOf(world, 'officer');
  const isSealed = await isRefused(() => client.get(`/works-calls/${id}/result`), 'WORKS_CALL_STATE');
  world.report.prove(
    'a juror does not see whose a work is, and nobody sees a vote before the end',
    seen.authorName === null && seen.unionName === null && isSealed,
  );
}

async function prove(world: World, { id }: WorksCallLine, worker: Account): Promise<void> {
  const { client } = worker;
  const { voters, works } = await client.get<WorksResultView>(`/works-calls/${id}/result`);
  const gallery = await client.get<Page<WorkLine>>(`/works-calls/${id}/works`);
  world.report.figure('voters', voters);
  for (const { place, title, score } of works) world.report.figure(`  ${place}. ${title}`, score / 100);
  const named = gallery.items.map(({ authorName }) => authorName !== null);
  world.report.prove(
    'scores and votes are weighed as announced, and the gallery names whoever has agreed to it',
    voters === 5 &&
      works.map(({ score }) => score).join() === '8600,8300,4900' &&
      works.map(({ award }) => award).join() === '一等奖,二等奖,' &&
      named.join() === 'true,true,false',
  );
  const shown = await world.nobody.get<WorksResultView>(`/public/works-calls/${id}/result`);
  world.report.prove(
    'whoever is not signed in sees the gallery of a call for anybody',
    shown.works.map(({ title }) => title).join() === works.map(({ title }) => title).join(),
  );
}

async function knownCall(
  world: World,
  title: string,
  states: readonly WorksCallState[],
): Promise<WorksCallLine | undefined> {
  const { client } = officerOf(world, 'officer');
  for (const state of states) {
    const search = `state=${state}&q=${encodeURIComponent(title)}`;
    const { items } = await client.get<Page<WorksCallLine>>(`/works-calls?${search}`);
    if (items[0] !== undefined) return items[0];
  }
  return undefined;
}

/** What an earlier run has written is there still. */
async function draftOnce(world: World, definition: WorksCallDefinition): Promise<WorksCallLine> {
  const known = await knownCall(world, definition.title, ['draft']);
  if (known !== undefined) return known;
  const { client } = officerOf(world, 'officer');
  return client.post<WorksCallView>('/works-calls', {
    ...definition,
    unionId: unionOf(world, 'federation').id,
  });
}

/** With one work that takes part, and one that waits for an officer. */
async function openOnce(world: World, definition: WorksCallDefinition, worker: Account): Promise<void> {
  if ((await knownCall(world, definition.title, ['open'])) !== undefined) return;
  const { id } = await publish(world, definition, [officerOf(world, 'zhonggong')]);
  const [first, second] = entries;
  if (first !== undefined) await admit(world, await send(officerOf(world, first.by), id, first));
  if (second !== undefined) await send(worker, id, second);
}

/** Announced with its jury, and all entries admitted. */
async function openWithWorks(
  world: World,
  definition: WorksCallDefinition,
  worker: Account,
): Promise<WorksCallLine> {
  const known = await knownCall(world, definition.title, ['open', 'judging']);
  if (known !== undefined) return known;
  const call = await publish(world, definition, [worker, officerOf(world, 'zhonggong')]);
  for (const entry of entries) await admit(world, await send(officerOf(world, entry.by), call.id, entry));
  return call;
}

async function publish(
  world: World,
  definition: WorksCallDefinition,
  jurors: readonly Account[],
): Promise<WorksCallView> {
  const { client } = officerOf(world, 'officer');
  const unionId = unionOf(world, 'federation').id;
  const made = await client.post<WorksCallView>('/works-calls', { ...definition, unionId });
  const path = `/works-calls/${made.id}`;
  const body = { personIds: jurors.map(({ personId }) => personId) };
  const named = await client.put<WorksCallView>(`${path}/jurors`, body, { ifMatch: made.version });
  return client.post<WorksCallView>(`${path}/publish`, {}, { ifMatch: named.version });
}

async function send(
  { client }: Account,
  callId: string,
  { title, text, showName, sky }: Entry,
): Promise<WorkView> {
  const { id } = await client.post<WorkView>(`/works-calls/${callId}/works`, { title, text, showName });
  const { key: fileKey } = await client.upload('work.png', factoryPicture(sky), 'image/png');
  return client.post<WorkView>(`/works/${id}/files`, { fileKey, name: `${title}.png` });
}

async function admit(world: World, { id, version }: WorkView): Promise<void> {
  const { client } = officerOf(world, 'officer');
  await client.post<WorkView>(`/works/${id}/admit`, {}, { ifMatch: version });
}

function stateIs(world: World, id: string, state: WorksCallState): Promise<WorksCallView> {
  const { client } = officerOf(world, 'officer');
  return until(async () => {
    const call = await client.get<WorksCallView>(`/works-calls/${id}`);
    return call.state === state && call;
  }, `a call that is ${state}`);
}
