import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  MemberMergeView,
  MergeCandidateView,
} from '@gongxiang/contracts/membership/members/member-merge.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { syntheticResidentNumber } from '@gongxiang/domain';
import { officerOf, unionOf, type World } from '../tools/world.js';

/** How long the services may take over a merge; they look again after five seconds. */
const appliedWithinMs = 60_000;
const askEveryMs = 500;

/** Two people were entered twice: one pair is merged, the other is left for whoever looks around. */
export async function mergeDuplicates(world: World): Promise<void> {
  await world.report.step('重复档案：两人办理合并 / Duplicate records: two people merge them', async () => {
    const { client } = officerOf(world, 'zhonggong');
    await ensureTwice(world, { name: '顾长河', phone: '13900007701', sequence: 701 });
    await ensureTwice(world, { name: '沈知秋', phone: '13900007702', sequence: 711 });
    const candidates = await client.get<Page<MergeCandidateView>>('/member-merges/candidates');
    const merges = await client.get<Page<MemberMergeView>>('/member-merges?state=applied');
    const pair = candidates.items.find(({ first }) => first.name === '沈知秋');
    const merged = merges.items.length > 0 || pair === undefined ? null : await merge(world, pair);
    world.report.prove(
      'a person who was entered twice is one again, in every service',
      merges.items.length > 0 || merged?.state === 'applied',
    );
    world.report.prove(
      'records that may be of one person are listed with the reason, and nothing is merged by itself',
      candidates.items.some(({ first, reasons }) => first.name === '顾长河' && reasons.includes('samePhone')),
    );
  });
}

/** Takes a person in twice, by two numbers that differ in one place; found again where an earlier run has done it. */
async function ensureTwice(
  world: World,
  { name, phone, sequence }: { readonly name: string; readonly phone: string; readonly sequence: number },
): Promise<void> {
  const { client } = officerOf(world, 'zhonggong');
  const { id: unionId } = unionOf(world, 'zhonggong');
  const { items } = await client.get<Page<MemberView>>(`/members?q=${encodeURIComponent(name)}`);
  if (items.length > 0) return;
  for (const one of [sequence, sequence + 1]) {
    const residentNumber = syntheticResidentNumber({
      area: '420107',
      birthDate: '1979-04-18',
      sequence: one,
    });
    await client.post('/members', { unionId, name, phone, residentNumber });
  }
}

async function merge(world: World, { first, second }: MergeCandidateView): Promise<MemberMergeView> {
  const { client } = officerOf(world, 'zhonggong');
  const proposed = await client.post<MemberMergeView>('/member-merges', {
    survivorId: first.personId,
    mergedId: second.personId,
    name: 'survivor',
    residentNumber: 'survivor',
    phone: 'survivor',
    reason: '本人持身份证到场核对，录入时抄错一位，录成了两份',
  });
  await world.operator.client.decide(`/member-merges/${proposed.id}/approve`);
  const until = Date.now() + appliedWithinMs;
  for (;;) {
    const view = await client.get<MemberMergeView>(`/member-merges/${proposed.id}`);
    if (view.state === 'applied' || Date.now() > until) return view;
    await new Promise((resolve) => setTimeout(resolve, askEveryMs));
  }
}
