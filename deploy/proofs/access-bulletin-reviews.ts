import type { BulletinView } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { BulletinReviewLine } from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

/** For officers of its union and above; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;
/** Of what is not in the state for it. */
const tooEarly = [401, 404, 404, 409] as const;

/** A bulletin of the near union that its members read. */
async function publish({ network, people, ids }: AccessWorld): Promise<void> {
  const { client } = people.keeper;
  const made = await client.post<BulletinView>('/bulletins', {
    title: '补贴标准',
    text: '见附表。',
    kind: 'policy',
    audience: 'members',
    mustRead: false,
    pinned: false,
    unionId: network.near.id,
  });
  await client.post(`/bulletins/${made.id}/publish`, {}, { ifMatch: made.version });
  ids.set('reportedId', made.id);
}

async function findReview(world: AccessWorld): Promise<void> {
  const path = `/bulletin-reviews?bulletinId=${idOf(world, 'reportedId')}`;
  const { items } = await world.people.keeper.client.get<Page<BulletinReviewLine>>(path);
  world.ids.set('reviewId', items[0]?.id ?? '');
}

const ofReported = (body: unknown) => (world: AccessWorld) => ({
  params: { bulletinId: idOf(world, 'reportedId') },
  body,
});

/** Readers report; the union above decides, and the union whose bulletin it is appeals. */
export const bulletinReviewRows: readonly AccessRow[] = [
  {
    route: 'POST /bulletins/{bulletinId}/reports',
    expected: [401, 201, 404, 201],
    before: publish,
    request: ofReported({ ground: 'untrue', words: '标准不符' }),
  },
  { route: 'GET /bulletin-reviews', expected: [401, 200, 200, 200] },
  { route: 'GET /bulletin-reviews/{reviewId}', expected: hidden, before: findReview },
  {
    route: 'POST /bulletin-reviews/{reviewId}/judge-correction',
    expected: tooEarly,
    right: 'federal',
    request: () => ({ body: { agreed: true, reason: '可以了' } }),
    why: 'nothing was corrected',
  },
  {
    route: 'POST /bulletin-reviews/{reviewId}/decide',
    expected: hidden,
    right: 'federal',
    request: () => ({ body: { decision: 'hide', reason: '标准不符' } }),
  },
  {
    route: 'POST /bulletin-reviews/{reviewId}/appeal',
    expected: hidden,
    request: () => ({ body: { words: '以新文件为准' } }),
  },
  {
    route: 'POST /bulletin-reviews/{reviewId}/decide-appeal',
    expected: [401, 404, 404, 403],
    right: 'federal',
    request: () => ({ body: { upheld: false, reason: '新文件已施行' } }),
    why: 'who has hidden it does not decide on the appeal',
  },
  {
    route: 'POST /bulletins/{bulletinId}/release',
    expected: tooEarly,
    right: 'federal',
    request: ofReported({}),
    why: 'it does not wait',
  },
  {
    route: 'POST /bulletins/{bulletinId}/send-back',
    expected: tooEarly,
    right: 'federal',
    request: ofReported({ reason: '请写明依据' }),
    why: 'it does not wait',
  },
  {
    route: 'GET /public/bulletin-figures',
    expected: [200, 200, 200, 200],
    request: () => ({ query: 'year=2026' }),
  },
];
