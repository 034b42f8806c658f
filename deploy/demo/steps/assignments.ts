import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  AssignmentLine,
  AssignmentPartLine,
  AssignmentPartView,
  AssignmentView,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import type {
  AssignmentAudienceView,
  AssignmentSetsView,
  AssignmentSetView,
} from '@gongxiang/contracts/affairs/assignments/assignment-set.contract';
import { shanghaiDate } from '@gongxiang/domain';
import { isRefused } from '../tools/client.js';
import { type Account, officerOf, unionOf, type World } from '../tools/world.js';

const title = '第四季度工会活动统计';
const setName = '每季度报统计的工会';
const unions = ['zhonggong', 'baiyun', 'shuxiang'] as const;
const answers = { events: 12, visits: 640, note: '含与兄弟单位合办的 3 场。' };

/** The federation gives an assignment to three unions, due today; one returns it, and one has read it. */
export async function giveAssignments(world: World): Promise<void> {
  await world.report.step('任务：下达、签收、回报、汇总 / An assignment and what comes back', async () => {
    const federation = officerOf(world, 'officer');
    const { id } = await giveOnce(world, federation);
    const zhonggong = officerOf(world, 'zhonggong');
    await returnOnce(zhonggong, id);
    await receiveOnce(officerOf(world, 'baiyun'), id);
    const board = await federation.client.get<AssignmentView>(`/assignments/${id}`);
    const events = board.totals.find(({ questionId }) => questionId === 'events');
    world.report.figure('events', events?.sum ?? 0);
    world.report.prove(
      'the numbers of an assignment add up, and nobody below sees its board',
      events?.sum === answers.events &&
        (await isRefused(() => zhonggong.client.get(`/assignments/${id}`), 'NOT_FOUND')),
    );
    const sets = await setsOnce(world, federation);
    world.report.prove(
      'a saved set of unions reaches as many as are counted before it is given',
      (await countOf(world, federation, sets)) === unions.length,
    );
  });
}

/** The federation often asks the same unions. */
async function setsOnce(world: World, { client }: Account): Promise<AssignmentSetView> {
  const path = `/unions/${unionOf(world, 'federation').id}/assignment-sets`;
  const { items } = await client.get<AssignmentSetsView>(path);
  const known = items.find(({ name }) => name === setName);
  const unionIds = unions.map((key) => unionOf(world, key).id);
  return known ?? client.post<AssignmentSetView>(path, { name: setName, unionIds, branchIds: [] });
}

async function countOf(
  world: World,
  { client }: Account,
  { unionIds, branchIds }: AssignmentSetView,
): Promise<number> {
  const path = `/unions/${unionOf(world, 'federation').id}/assignment-audience`;
  const body = { scope: 'chosen', unionIds, branchIds };
  return (await client.post<AssignmentAudienceView>(path, body)).unions;
}

/** What an earlier run has given is given still. */
async function giveOnce(world: World, { client }: Account): Promise<AssignmentLine> {
  const { items } = await client.get<Page<AssignmentLine>>('/assignments?state=given&limit=200');
  const known = items.find((one) => one.title === title);
  if (known !== undefined) return known;
  const made = await client.post<AssignmentView>('/assignments', {
    unionId: unionOf(world, 'federation').id,
    title,
    text: '请填报本季度开展的活动场次和参加人次，人次按签到数填。',
    kind: 'task',
    questions: [
      { id: 'events', kind: 'number', title: '活动场次', required: true, min: 0, unit: '场' },
      { id: 'visits', kind: 'number', title: '参加人次', required: true, min: 0, unit: '人次' },
      { id: 'members', kind: 'number', title: '会员人数', required: false, min: 0, unit: '人' },
      { id: 'note', kind: 'shortText', title: '说明', required: false },
    ],
    figures: [{ questionId: 'members', figure: 'members' }],
    dueOn: shanghaiDate(new Date()),
    scope: 'chosen',
    unionIds: unions.map((key) => unionOf(world, key).id),
  });
  return client.post<AssignmentView>(`/assignments/${made.id}/give`, {}, { ifMatch: made.version });
}

async function partOf({ client }: Account, assignmentId: string): Promise<AssignmentPartLine> {
  const { items } = await client.get<Page<AssignmentPartLine>>('/assignment-parts?desk=all&limit=200');
  const part = items.find((one) => one.assignmentId === assignmentId);
  if (part === undefined) throw new Error(`${title} was not given`);
  return part;
}

async function receiveOnce(officer: Account, assignmentId: string): Promise<AssignmentPartLine> {
  const part = await partOf(officer, assignmentId);
  if (part.state !== 'waiting') return part;
  const path = `/assignment-parts/${part.id}/receive`;
  return officer.client.post<AssignmentPartView>(path, {}, { ifMatch: part.version });
}

async function returnOnce(officer: Account, assignmentId: string): Promise<void> {
  const { id, version, state } = await receiveOnce(officer, assignmentId);
  if (state === 'returned' || state === 'accepted') return;
  const path = `/assignment-parts/${id}/return`;
  await officer.client.post<AssignmentPartView>(path, { answers }, { ifMatch: version });
}
