import type { BulletinView } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { DisclosureItemView } from '@gongxiang/contracts/affairs/bulletins/disclosure-item.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

/** For officers of the union and above; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;
/** For officers of the union and above; its members see the plan. */
const managed = [401, 403, 404, 200] as const;

const firstDueOn = '2099-03-31';
const content = {
  title: '职工教育经费使用情况',
  owedBy: 'enterprise',
  department: '人力资源部',
  basis: '《企业民主管理规定》',
  rhythm: 'quarterly',
  firstDueOn,
};

/** A bulletin by which the union discloses something. */
async function disclose({ network, people, ids }: AccessWorld): Promise<void> {
  const { client } = people.keeper;
  const made = await client.post<BulletinView>('/bulletins', {
    title: '职工教育经费公开',
    text: '见附表。',
    kind: 'disclosure',
    audience: 'members',
    mustRead: false,
    pinned: false,
    unionId: network.near.id,
  });
  await client.post(`/bulletins/${made.id}/publish`, {}, { ifMatch: made.version });
  ids.set('disclosingId', made.id);
}

const ofNear = ({ network }: AccessWorld) => ({ query: `unionId=${network.near.id}` });

const versioned = (body: unknown) => async (world: AccessWorld) => {
  const itemId = idOf(world, 'itemId');
  const path = `/disclosure-items?unionId=${world.network.near.id}&limit=200`;
  const { items } = await world.people.keeper.client.get<Page<DisclosureItemView>>(path);
  const version = items.find(({ id }) => id === itemId)?.version ?? 1;
  return { params: { itemId }, body, ifMatch: version };
};

const ofOccasion = (world: AccessWorld, body: unknown) => ({
  params: { itemId: idOf(world, 'itemId'), on: firstDueOn },
  body,
});

/** The plan of a union is its officers'; its members read it, and those above see how it stands. */
export const disclosureItemRows: readonly AccessRow[] = [
  {
    route: 'POST /disclosure-items',
    expected: [401, 404, 404, 201],
    request: (world) => ({ body: { ...content, unionId: world.network.near.id } }),
    keep: 'itemId',
  },
  { route: 'GET /disclosure-items', expected: hidden, request: ofNear },
  { route: 'GET /disclosure-board', expected: hidden, request: ofNear },
  { route: 'GET /me/disclosure-items', expected: [401, 200, 200, 200] },
  { route: 'PUT /disclosure-items/{itemId}', expected: managed, request: versioned(content) },
  {
    route: 'POST /disclosure-items/{itemId}/occasions/{on}/meet',
    expected: managed,
    before: disclose,
    request: (world) => ofOccasion(world, { bulletinId: idOf(world, 'disclosingId') }),
  },
  {
    route: 'POST /disclosure-items/{itemId}/occasions/{on}/unlink',
    expected: managed,
    request: (world) => ofOccasion(world, { reason: '关联错了信息' }),
  },
  {
    route: 'POST /disclosure-items/{itemId}/end',
    expected: managed,
    request: versioned({ reason: '并入另一项公开' }),
  },
];
