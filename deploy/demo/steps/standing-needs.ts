import type { Page } from '@gongxiang/contracts/core/contract';
import type { MatchView } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { WordGroupView } from '@gongxiang/contracts/sharing/finding/word-group.contract';
import type { NeedView } from '@gongxiang/contracts/sharing/lending/need.contract';
import { officerOf, unionParty, until, type World } from '../tools/world.js';
import { comingSaturday } from './need.js';

const dayMs = 86_400_000;

/** A need of one place in the network, as its officer posts it. */
interface Wish {
  readonly by: 'lvyuan' | 'hengda' | 'shuxiang';
  readonly title: string;
  readonly text: string;
  readonly audience: 'everyone' | 'families';
  readonly headcount: number;
  readonly windows: readonly { readonly from: string; readonly to: string }[];
}

const shuttle = `/word-groups/${encodeURIComponent('摆渡车')}`;

/** What the people of this network call a coach within a park, which no shipped list has; a later run leaves it as it is. */
export async function nameTheShuttle(world: World): Promise<void> {
  const { client } = officerOf(world, 'officer');
  await world.report.step('联合会添一组同义词 / The federation adds words that mean the same', async () => {
    const { version } = await client.get<WordGroupView>(shuttle);
    if (version > 0) return world.report.figure('kept', '摆渡车');
    const words = { same: ['穿梭车', '园区接驳车'], hints: ['园区接驳'], wider: '车辆', kind: 'vehicle' };
    const set = { ...words, reason: '各园区叫法不一，都指往返园区与地铁站的短驳车' };
    const { same } = await client.put<WordGroupView>(shuttle, set, { ifMatch: version });
    world.report.figure('摆渡车', same.join('、'));
  });
}

/** Needs that still stand: between them they are answered by something to borrow, an activity, a brand and a like need. */
export async function leaveNeedsStanding(world: World): Promise<void> {
  await world.report.step(
    '还在找的需求：资源、活动、品牌、同类 / Needs that still stand, and all that could answer them',
    async () => {
      const kinds = new Set<string>();
      for (const wish of wishes()) {
        const need = await posted(world, wish);
        const { items } = await matchesOf(world, wish, need.id);
        for (const { offer } of items) kinds.add(offer.kind);
        const [best] = items;
        if (best !== undefined)
          world.report.figure(`  ${need.title}`, `${best.score} 分 ${best.offer.title}`);
      }
      world.report.prove(
        'needs find what can be borrowed, an activity, a brand, and others who seek the same',
        ['resource', 'activity', 'brand', 'need'].every((kind) => kinds.has(kind)),
      );
    },
  );
}

function wishes(): readonly Wish[] {
  const inFiveWeeks = saturdayIn(35);
  return [
    {
      by: 'lvyuan',
      title: '周六想打羽毛球，缺场地',
      text: '本会 20 人，自己带球拍，也愿意和别的工会一起打',
      audience: 'everyone',
      headcount: 20,
      windows: [comingSaturday(new Date())],
    },
    {
      by: 'hengda',
      title: '想办一次亲子开放日',
      text: '职工多是双职工家庭，想让孩子看看爸爸妈妈上班的地方',
      audience: 'families',
      headcount: 30,
      windows: [inFiveWeeks],
    },
    {
      by: 'shuxiang',
      title: '亲子活动：人少，想和别的工会合办',
      text: '只有 8 个家庭报名，单独办太少',
      audience: 'families',
      headcount: 16,
      windows: [inFiveWeeks],
    },
  ];
}

function saturdayIn(days: number): { from: string; to: string } {
  return comingSaturday(new Date(Date.now() + days * dayMs));
}

/** An earlier run may have posted it. */
async function posted(world: World, { by, ...wish }: Wish): Promise<NeedView> {
  const { client } = officerOf(world, by);
  const known = await client.get<Page<NeedView>>(`/needs?q=${encodeURIComponent(wish.title)}`);
  return (
    known.items[0] ??
    client.post<NeedView>('/needs', {
      party: unionParty(world, by),
      wants: [{ function: 'facility', business: 'culture' }],
      ...wish,
    })
  );
}

/** All that answers it, once it was looked for. */
function matchesOf(world: World, { by }: Wish, needId: string): Promise<Page<MatchView>> {
  const { client } = officerOf(world, by);
  return until(async () => {
    const need = await client.get<NeedView>(`/needs/${needId}`);
    if (need.matchesComputedAt === null) return null;
    return client.get<Page<MatchView>>(`/needs/${needId}/matches`);
  }, 'the matches');
}
