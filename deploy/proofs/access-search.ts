import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { SearchItemView, SearchKind, SearchView } from '@gongxiang/contracts/words/search';
import { until } from '../demo/tools/world.js';
import type { AccessRow, AccessWorld, RowRequest, Who } from './access-world.js';
import { newResident } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
/** The words are the whole network's: an officer of one of its unions sees them, and changes none. */
const byFederation = [401, 403, 403, 200] as const;
const shuttle = { same: ['穿梭车'], hints: [], wider: '车辆', kind: 'vehicle' };
const ofGroup = (): RowRequest => ({ params: { word: encodeURIComponent('摆渡车') } });
const draftTitle = '尚未公开的茶话会';

async function found(world: AccessWorld, who: Who, q: string, kind: SearchKind): Promise<SearchItemView[]> {
  const query = new URLSearchParams({ q, kind });
  // On a busy machine a service may be late for an answer, which then names it.
  const { groups } = await until(async () => {
    const view = await world.people[who].client.get<SearchView>(`/search?${query}`);
    return view.unanswered.length === 0 && view;
  }, `What every service finds of ${q}`);
  return groups.flatMap(({ items }) => items);
}

/** The right person finds it, and whoever must not know of it finds nothing. */
async function isFoundBy(
  world: AccessWorld,
  right: Who,
  [q, kind]: readonly [string, SearchKind],
): Promise<void> {
  await until(async () => (await found(world, right, q, kind)).length > 0, `The ${kind} that ${right} finds`);
  for (const who of ['member', 'other', 'coHost'] as const)
    if ((await found(world, who, q, kind)).length > 0)
      throw new Error(`${who} finds the ${kind} of ${right}`);
}

async function makeDraft(world: AccessWorld): Promise<void> {
  await world.people.keeper.client.post<ActivityView>('/activities', {
    organiser: { kind: 'union', id: world.network.near.id },
    title: draftTitle,
    kind: 'parentChild',
    function: 'facility',
    business: 'culture',
    startsAt: '2099-11-21T09:00:00+08:00',
    endsAt: '2099-11-21T16:00:00+08:00',
  });
}

/** What is public to members is found by all of them; a draft, or a person, by their own union's officers alone. */
export const searchRows: readonly AccessRow[] = [
  {
    route: 'GET /search',
    expected: signedIn,
    before: async (world) => {
      await makeDraft(world);
      await isFoundBy(world, 'keeper', [draftTitle, 'activity']);
      const person = newResident();
      await world.people.keeper.client.post('/members', { unionId: world.network.near.id, ...person });
      await isFoundBy(world, 'keeper', [person.residentNumber, 'member']);
      const far = world.network.far.name;
      await until(async () => (await found(world, 'member', far, 'union')).length > 0, 'A union for members');
    },
    request: () => ({ query: `q=${encodeURIComponent(draftTitle)}` }),
  },
  { route: 'GET /word-groups', expected: signedIn },
  { route: 'GET /word-groups/{word}', expected: signedIn, request: ofGroup },
  {
    route: 'PUT /word-groups/{word}',
    expected: byFederation,
    right: 'federal',
    request: () => ({ ...ofGroup(), body: { ...shuttle, reason: '园区都这样叫' } }),
  },
  {
    route: 'POST /word-groups/{word}/try',
    expected: byFederation,
    right: 'federal',
    request: () => ({ ...ofGroup(), body: { ...shuttle, query: '租个摆渡车', isRemoved: false } }),
  },
  {
    route: 'POST /word-groups/{word}/undo',
    expected: byFederation,
    right: 'federal',
    request: () => ({ ...ofGroup(), body: { reason: '改错了' } }),
  },
  {
    route: 'POST /word-groups/{word}/remove',
    expected: byFederation,
    right: 'federal',
    request: () => ({ params: { word: encodeURIComponent('龙舟') }, body: { reason: '这里没有人这样说' } }),
  },
];
