import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  CommitteeElectionView,
  CommitteesView,
} from '@gongxiang/contracts/membership/members/committee.contract';
import type { EmploymentView } from '@gongxiang/contracts/membership/members/employment.contract';
import type { GroupMemberView, GroupView } from '@gongxiang/contracts/membership/members/group.contract';
import type { MemberImportView } from '@gongxiang/contracts/membership/members/member-import.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type { UnionTransferView } from '@gongxiang/contracts/membership/members/union-transfer.contract';
import type { PendingChangeView } from '@gongxiang/contracts/membership/unions/pending-change.contract';
import type { UnionClosingView } from '@gongxiang/contracts/membership/unions/union-closing.contract';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import type {
  AnnouncementPreviewView,
  AnnouncementView,
} from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { shanghaiDate, syntheticResidentNumber } from '@gongxiang/domain';
import { type Client, Refusal } from '../tools/client.js';
import { officerOf, passwords, signIn, unionOf, until, type World } from '../tools/world.js';

const group = '装配一班';
/** Of the roster of 江城重工; `worker`, who leads the group, is the second. */
const rosterIndexes = { assemblers: [20, 21, 22], retired: 30 } as const;
/** A union whose enterprise has moved away: its two members go to another one, and it is to be closed. */
const leaving = { name: '钢桥铸造厂工会', members: ['段秋实', '邬明川'] } as const;
const agency = '江城人力资源服务有限公司';

/** Members as they come, work elsewhere, stop working and move with their whole union; and what waits for somebody. */
export async function keepMemberships(world: World): Promise<void> {
  await world.report.step(
    '小组、派遣、保留会籍 / A group, a dispatched worker, a retained member',
    async () => {
      await makeGroup(world);
      await dispatchOne(world);
      await retainOne(world);
    },
  );
  await world.report.step(
    '委员会换届与补选 / A committee is elected, and another election waits',
    async () => {
      await electCommittee(world);
      await electAudit(world);
    },
  );
  await world.report.step(
    '整建制接转与撤销工会 / All members of a union move; it is to be closed',
    async () => {
      const union = await leavingUnion(world);
      const transfer = await moveAll(world, union);
      const closing = await fileClosing(world, union, transfer.toUnionId);
      world.report.prove(
        'all members of a union have moved, and its closing waits for another officer',
        transfer.moved >= leaving.members.length && closing.state === 'waiting',
      );
    },
  );
  await world.report.step(
    '待确认的任职、带错的名册 / A role that waits, and a roster with traps',
    async () => {
      await proposeRole(world);
      await checkRoster(world);
    },
  );
}

async function makeGroup(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const path = `/unions/${unionOf(world, 'zhonggong').id}/groups`;
  const leader = await signIn(world.nobody, 'worker', passwords.member);
  const { items } = await client.get<Page<GroupView>>(path);
  const made =
    items.find(({ name }) => name === group) ??
    (await client.post<GroupView>(path, { name: group, leaderId: leader.personId }));
  const assemblers = await Promise.all(rosterIndexes.assemblers.map((index) => rosterMember(world, index)));
  for (const { personId } of [leader, ...assemblers])
    await client.post<GroupMemberView>(`/groups/${made.id}/members`, { personId });
  const own = await leader.client.get<Page<GroupView>>('/me/groups');
  world.report.prove(
    'a member leads a group of members, and sees it',
    own.items.some(({ id, members }) => id === made.id && members > assemblers.length),
  );
  const audience = { kind: 'group', id: made.id };
  const preview = { unionId: made.unionId, audience };
  const reached = await until(
    () => reachedBy(client, preview),
    'the copy of the group where announcements are written',
  );
  world.report.prove('an announcement can go to the members of a group', reached > 0);
  await writeToGroup(world, leader.client, { unionId: made.unionId, audience });
}

/** Its leader writes to it, and the union sees what; how many of it have signed up for something is a figure. */
async function writeToGroup(world: World, leader: Client, to: object): Promise<void> {
  const own = { ...to, writer: 'group' };
  const title = '周三班前会提前十分钟';
  const path = `/announcements?writerId=${(to as { audience: { id: string } }).audience.id}`;
  await until(() => reachedBy(leader, own), 'the copy of who leads the group');
  const written = await leader.get<Page<AnnouncementView>>(path);
  if (!written.items.some((one) => one.title === title))
    await leader.post<AnnouncementView>('/announcements', {
      ...own,
      title,
      text: '请大家七点五十分到班组园地。',
      urgency: 'soon',
      release: 'now',
    });
  const seen = await officerOf(world, 'zhonggong').client.get<Page<AnnouncementView>>(path);
  world.report.prove(
    'the leader of a group writes to it, and its union sees that',
    seen.items.some(({ writer }) => writer === 'group'),
  );
}

/** How many people an announcement would reach; null until its audience is known there. */
async function reachedBy(client: Client, preview: object): Promise<number | null> {
  try {
    const { recipients } = await client.post<AnnouncementPreviewView>('/announcements/preview', preview);
    return recipients === 0 ? null : recipients;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** An agency's worker, a member of the street's union, works at 江城重工, whose union serves them. */
async function dispatchOne(world: World): Promise<void> {
  const { client } = world.operator;
  const host = await client.get<UnionView>(`/unions/${unionOf(world, 'zhonggong').id}`);
  const { id } = await ensureMember(world, unionOf(world, 'baiyun').id, { name: '尤小帆', sequence: 741 });
  const path = `/members/${id}/employments`;
  const { items } = await client.get<Page<EmploymentView>>(path);
  if (!items.some(({ employerName }) => employerName === agency))
    await client.post<EmploymentView>(path, {
      kind: 'dispatched',
      employerName: agency,
      hostEnterpriseId: host.enterpriseId,
      validFrom: '2026-03-01',
    });
  const served = await officerOf(world, 'zhonggong').client.get<Page<{ readonly servedByUnionId: string }>>(
    '/served-members',
  );
  world.report.prove(
    'a dispatched worker of another union is served where they work',
    served.items.some(({ servedByUnionId }) => servedByUnionId === host.id),
  );
}

async function retainOne(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const member = await rosterMember(world, rosterIndexes.retired);
  if (member.basis !== 'retained') await client.decide(`/members/${member.id}/retain`, { reason: 'retired' });
  const now = await client.get<MemberView>(`/members/${member.id}`);
  world.report.prove(
    'whoever retires stays a member, by a membership that is retained',
    now.basis === 'retained',
  );
}

/** The members have elected their committee; an officer of the federation approves it, and anyone reads who speaks for the union. */
async function electCommittee(world: World): Promise<void> {
  const { id } = unionOf(world, 'zhonggong');
  const { client } = officerOf(world, 'zhonggong');
  const known = await client.get<CommitteesView>(`/unions/${id}/committees`);
  if (known.items.length === 0) {
    const [chair, vice, member] = await Promise.all(
      rosterIndexes.assemblers.map((index) => rosterMember(world, index)),
    );
    const seats = [
      { personId: chair?.personId, office: 'chair' },
      { personId: vice?.personId, office: 'viceChair' },
      { personId: member?.personId, office: 'member' },
    ];
    const filed = await fileElection(world, { kind: 'union', termYears: '5', seats });
    await officerOf(world, 'officer').client.decide(`/committee-elections/${filed.id}/approve`, {
      approvalNumber: '江城工复〔2026〕18号',
    });
  }
  const shown = await world.nobody.get<CommitteesView>(`/public/unions/${id}/committees`);
  const names = shown.items[0]?.seats.map(({ name }) => name ?? '') ?? [];
  world.report.prove(
    'anyone reads who is chair and vice chair of a union, and of the others no name',
    names.length === 3 && names.map((name) => name.includes('*')).join() === 'false,false,true',
  );
}

/** What was elected waits for another officer of the union above. */
async function electAudit(world: World): Promise<void> {
  const { id } = unionOf(world, 'zhonggong');
  const { client } = officerOf(world, 'zhonggong');
  const { items } = await client.get<Page<CommitteeElectionView>>(
    `/committee-elections?union=${id}&open=true`,
  );
  const { personId } = await rosterMember(world, rosterIndexes.assemblers[0] + 5);
  const seats = [{ personId, office: 'member' }];
  const filed = items[0] ?? (await fileElection(world, { kind: 'audit', termYears: '5', seats }));
  world.report.prove('an election that was filed waits for the union above', filed.state === 'waiting');
}

function fileElection(world: World, election: object): Promise<CommitteeElectionView> {
  const { id } = unionOf(world, 'zhonggong');
  return officerOf(world, 'zhonggong').client.post<CommitteeElectionView>(
    `/unions/${id}/committee-elections`,
    { ...election, heldOn: shanghaiDate(new Date()), entitled: 60, present: 52 },
  );
}

async function leavingUnion(world: World): Promise<UnionView> {
  const { client } = world.operator;
  const search = `/unions?q=${encodeURIComponent(leaving.name)}`;
  const { items } = await client.get<Page<UnionView>>(search);
  const known = items.find(({ name }) => name === leaving.name);
  if (known !== undefined) return known;
  const parentId = unionOf(world, 'gangqiao').id;
  const made = await client.post<UnionView>('/unions', { parentId, name: leaving.name, tier: 'enterprise' });
  for (const [index, name] of leaving.members.entries())
    await ensureMember(world, made.id, { name, sequence: 751 + 2 * index });
  return made;
}

/** One officer of the federation files it, and another one confirms. */
async function moveAll(world: World, { id }: UnionView): Promise<UnionTransferView> {
  const { client } = officerOf(world, 'approver');
  const { items } = await client.get<Page<UnionTransferView>>(`/union-transfers?union=${id}`);
  const terms = { toUnionId: unionOf(world, 'hengda').id, reason: '企业整体并入恒达模具' };
  const filed =
    items[0] ?? (await client.post<UnionTransferView>(`/unions/${id}/membership-transfers`, terms));
  if (filed.state === 'waiting')
    await officerOf(world, 'officer').client.decide(`/union-transfers/${filed.id}/confirm`);
  return until(async () => {
    const now = await client.get<UnionTransferView>(`/union-transfers/${filed.id}`);
    return now.state === 'done' && now;
  }, 'the transfer of all members');
}

async function fileClosing(
  world: World,
  { id }: UnionView,
  successorUnionId: string,
): Promise<UnionClosingView> {
  const { client } = officerOf(world, 'approver');
  const { items } = await client.get<Page<UnionClosingView>>(`/union-closings?union=${id}`);
  return (
    items[0] ??
    client.post<UnionClosingView>(`/unions/${id}/closings`, {
      ground: 'merged',
      successorUnionId,
      documentNumber: '钢桥工发〔2026〕18号',
      documentDate: shanghaiDate(new Date()),
      registration: 'none',
      reason: '企业已并入恒达模具，会员均已接转',
    })
  );
}

/** The only officer of 江城重工 wants to hand its money to somebody: an officer above has to confirm it. */
async function proposeRole(world: World): Promise<void> {
  const { id } = unionOf(world, 'zhonggong');
  const { personId } = await rosterMember(world, rosterIndexes.assemblers[0]);
  await officerOf(world, 'zhonggong').client.post(`/unions/${id}/roles`, { personId, role: 'finance' });
  const { items } = await officerOf(world, 'officer').client.get<Page<PendingChangeView>>(
    '/pending-changes?waitingForMe=true',
  );
  world.report.prove(
    'a role that one officer proposes waits for another',
    items.some(({ subjectId }) => subjectId === personId),
  );
}

/** A number that a spreadsheet has rounded, one with a slip, one twice, and a phone that somebody else has. */
async function checkRoster(world: World): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const { id: unionId } = unionOf(world, 'zhonggong');
  const earlier = await client.get<Page<MemberImportView>>(`/member-imports?union=${unionId}`);
  const known = earlier.items.find(({ state }) => state === 'checked');
  const file = known ? null : await client.upload('名册.csv', trappedRoster(world), 'text/csv');
  const { id } =
    known ??
    (await client.post<MemberImportView>('/member-imports', { unionId, fileKey: file?.key, dryRun: true }));
  const checked = await until(async () => {
    const now = await client.get<MemberImportView>(`/member-imports/${id}`);
    return now.state === 'checked' && now;
  }, 'the check of a roster');
  const { rejected, ambiguous, created } = checked.progress;
  world.report.figure('rows: good, wrong, to be decided', [created, rejected, ambiguous].join(', '));
  world.report.prove(
    'a roster with traps is only checked: what is wrong, and what somebody has to say, is told by row',
    rejected >= 3 && ambiguous >= 1,
  );
}

function trappedRoster(world: World): string {
  const number = (sequence: number): string => numberOf(sequence);
  const known = world.rosters.get('zhonggong')?.[40];
  if (known === undefined) throw new Error('the roster of zhonggong is too short');
  const slipped = `${number(761).slice(0, -1)}${number(761).endsWith('1') ? '2' : '1'}`;
  return [
    '姓名,身份证号,手机号,入会日期',
    `汪新雨,${number(763)},13910007763,2026-09-01`,
    `祝远航,${number(765)},13910007765,2026/9/1`,
    `祝远航,${number(765)},13910007765,2026/9/1`,
    '康佳宁,4.20106E+17,13910007767,2026-09-01',
    `滕飞,${slipped},13910007761,2026-09-01`,
    `${known.name},${number(769)},${known.phone},2026-09-01`,
    `,${number(771)},13910007771,2026-09-01`,
  ].join('\n');
}

async function rosterMember(world: World, index: number): Promise<MemberView> {
  const { residentNumber } = world.rosters.get('zhonggong')?.[index] ?? {};
  const { client } = officerOf(world, 'zhonggong');
  const { items } = await client.get<Page<MemberView>>(`/members?q=${residentNumber}`);
  if (items[0] === undefined) throw new Error('the roster of zhonggong is too short');
  return items[0];
}

async function ensureMember(
  world: World,
  unionId: string,
  { name, sequence }: { readonly name: string; readonly sequence: number },
): Promise<MemberView> {
  const { client } = world.operator;
  const residentNumber = numberOf(sequence);
  const { items } = await client.get<Page<MemberView>>(`/members?q=${residentNumber}`);
  return items[0] ?? client.post<MemberView>('/members', { unionId, name, residentNumber });
}

function numberOf(sequence: number): string {
  return syntheticResidentNumber({ area: '420107', birthDate: '1986-09-12', sequence });
}
