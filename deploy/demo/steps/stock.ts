import type { Page } from '@gongxiang/contracts/core/contract';
import type { LoanView } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { PiecesView } from '@gongxiang/contracts/sharing/lending/piece.contract';
import type { ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { officerOf, unionOf, unionParty, type World } from '../tools/world.js';

/** By this the pages of the portal find it. */
export const projectorTitle = '便携投影仪';

const dayMs = 86_400_000;
const chairs = 200;
const chairsOfKit = 40;

/** What is counted: projectors with labels, chairs by number, and a kit for a film evening that is made of both. */
export async function lendByNumber(world: World): Promise<void> {
  const title = '按件、按数量、成套出借 / Lent by piece, by number, as a kit';
  await world.report.step(title, async () => {
    const { client } = officerOf(world, 'zhonggong');
    const query = `q=${encodeURIComponent(projectorTitle)}`;
    const known = await client.get<Page<ResourceView>>(`/resources?${query}`);
    if (known.items.length > 0) return world.report.figure('on offer since an earlier run', projectorTitle);
    const projectors = await offer(world, { title: projectorTitle, counting: 'pieces', setupMinutes: 15 });
    const kit = await offer(world, { title: '露天电影套装', counting: 'kit' });
    const seats = await offer(world, { title: '折叠椅', counting: 'stock', quantity: chairs });
    const { pieces } = await client.post<PiecesView>(`/resources/${projectors.id}/pieces`, {
      count: 3,
      prefix: '投影仪',
      place: '文体中心三楼器材室',
      serials: ['EB-X51-0193', 'EB-X51-0194', 'EB-X51-0201'],
    });
    const contents = [
      { resourceId: projectors.id, quantity: 1 },
      { resourceId: seats.id, quantity: chairsOfKit },
    ];
    await client.put(`/resources/${kit.id}/contents`, { contents }, { ifMatch: kit.version });
    const codes = pieces.map(({ code }) => code);
    world.report.figure('labels', codes.join(' '));
    await lendSome(world, { projectors, seats, kit }, codes[0] ?? '');
  });
}

async function offer(world: World, about: object): Promise<ResourceView> {
  const { client } = officerOf(world, 'zhonggong');
  const resource = await client.post<ResourceView>('/resources', {
    owner: unionParty(world, 'zhonggong'),
    function: 'facility',
    businesses: ['culture'],
    district: '青林区',
    place: '钢桥大道 8 号',
    latitude: 30.62,
    longitude: 114.4,
    ...about,
  });
  await client.post(`/resources/${resource.id}/grants`, {
    to: { kind: 'everyone' },
    approval: 'automatic',
    price: { kind: 'free' },
    from: new Date().toISOString(),
    until: new Date(Date.now() + 180 * dayMs).toISOString(),
  });
  return resource;
}

interface Counted {
  readonly projectors: ResourceView;
  readonly seats: ResourceView;
  readonly kit: ResourceView;
}

async function lendSome(world: World, { projectors, seats, kit }: Counted, code: string): Promise<void> {
  const borrower = officerOf(world, 'lvyuan');
  const start = Date.now() + 10 * dayMs;
  const ask = (resourceId: string, quantity: number): Promise<LoanView> =>
    borrower.client.post<LoanView>('/loans', {
      borrowerUnionId: unionOf(world, 'lvyuan').id,
      resourceId,
      quantity,
      purpose: '厂区露天电影',
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + dayMs / 4).toISOString(),
    });
  await ask(kit.id, 1);
  // Of 200 chairs 40 go with the kit: 160 are left, and nobody gets 161.
  const outcomes = await Promise.allSettled([ask(seats.id, chairs - chairsOfKit + 1), ask(seats.id, 100)]);
  const loan = await ask(projectors.id, 1);
  await officerOf(world, 'zhonggong').client.decide(`/loans/${loan.id}/hand-over`, { pieces: [code] });
  world.report.prove(
    'a kit takes what it is made of: what is left can be borrowed, and not one chair more',
    outcomes.map(({ status }) => status).join() === 'rejected,fulfilled',
  );
}
