import type { BenefitView } from '@gongxiang/contracts/affairs/listings/benefit.contract';
import type { ListingReviewLine } from '@gongxiang/contracts/affairs/listings/listing-review.contract';
import type { VacancyView } from '@gongxiang/contracts/affairs/listings/vacancy.contract';
import type { VacancyInterestView } from '@gongxiang/contracts/affairs/listings/vacancy-interest.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { EnterpriseView } from '@gongxiang/contracts/membership/unions/enterprise.contract';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import { dayMs, shanghaiDate } from '@gongxiang/domain';
import { isRefused } from '../demo/tools/client.js';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { newEnterpriseCode } from './access-joining.js';
import type { Network, Person } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const anybody = [200, 200, 200, 200] as const;
/** For officers of the union; nobody else sees that it is there. */
const hidden = [401, 404, 404, 200] as const;
/** For officers of the union; its members see it. */
const managed = [401, 403, 404, 200] as const;
/** For members of the union and of those below it. */
const forMembers = [401, 200, 404, 200] as const;

const dayIn = (days: number): string => shanghaiDate(new Date(Date.now() + days * dayMs));

export const vacancy = () => ({
  title: '数控车工',
  kind: 'fullTime',
  headcount: 2,
  place: '中山路 1 号',
  text: '操作数控车床。',
  suits: [],
  phone: '027-80000000',
  audience: 'members',
  until: dayIn(30),
});

const benefit = () => ({
  merchant: '江滩书店',
  title: '图书八八折',
  category: 'culture',
  way: 'card',
  audience: 'members',
  from: dayIn(0),
  until: dayIn(30),
});

/** Who founds it, and where. */
interface Founding {
  readonly people: { readonly keeper: Pick<Person, 'client'> };
  readonly network: Network;
  readonly ids: Map<string, string>;
}

/** A union below the keeper's with an enterprise, for which the keeper vouches as an officer above. */
export async function foundEmployer({ people, network, ids }: Founding): Promise<void> {
  const { client } = network.operator;
  const { id: enterpriseId } = await client.post<EnterpriseView>('/enterprises', {
    name: '江城车桥有限公司',
    uscc: newEnterpriseCode(),
    keeperUnionId: network.near.id,
  });
  const { id: unionId } = await client.post<UnionView>('/unions', {
    parentId: network.near.id,
    name: '江城车桥工会',
    enterpriseId,
  });
  ids.set('employerUnionId', unionId);
  // It is a moment until affairs has heard of it.
  const begin = () => people.keeper.client.post('/vacancies', { ...vacancy(), unionId });
  await until(async () => !(await isRefused(begin, 404)), 'The union of the employer');
}

/** What anybody may see. */
async function publishPublic(world: AccessWorld): Promise<void> {
  const { people, ids } = world;
  const { client } = people.keeper;
  const unionId = idOf(world, 'employerUnionId');
  const open = await client.post<VacancyView>('/vacancies', { ...vacancy(), audience: 'public', unionId });
  await client.post(`/vacancies/${open.id}/publish`, {}, { ifMatch: open.version });
  const gift = await client.post<BenefitView>('/benefits', { ...benefit(), audience: 'public', unionId });
  await client.post(`/benefits/${gift.id}/publish`, {}, { ifMatch: gift.version });
  ids.set('publicVacancyId', open.id).set('publicBenefitId', gift.id);
}

/** Another than the keeper is interested, as nobody answers themselves. */
async function someoneInterested({ people, ids }: AccessWorld): Promise<void> {
  const vacancyId = ids.get('vacancyId') ?? '';
  const { items } = await people.keeper.client.get<Page<VacancyInterestView>>(
    `/vacancies/${vacancyId}/interests`,
  );
  // The newest first: the member has said so before the keeper.
  const own = items.at(-1);
  if (own === undefined) throw new Error('the member has not said to be interested');
  ids.set('interestId', own.id);
}

/** What the member has reported about the vacancy. */
async function findReview(world: AccessWorld): Promise<void> {
  const { items } = await world.people.keeper.client.get<Page<ListingReviewLine>>('/listing-reviews');
  const own = items.find(({ listingId }) => listingId === idOf(world, 'vacancyId'));
  if (own === undefined) throw new Error('the member has not reported the vacancy');
  world.ids.set('reviewId', own.id);
}

const memberPhone = '13800000000';
const interest = () => ({ body: { phone: memberPhone, words: '做过五年车工。' } });

const publicOne = (id: 'publicVacancyId' | 'publicBenefitId', name: string) => (world: AccessWorld) => ({
  params: { [name]: idOf(world, id) },
});

/** A vacancy is its union's officers'; who is interested is read by those of the very union that has published it. */
export const listingRows: readonly AccessRow[] = [
  {
    route: 'POST /vacancies',
    expected: [401, 404, 404, 201],
    before: foundEmployer,
    request: (world) => ({ body: { ...vacancy(), unionId: idOf(world, 'employerUnionId') } }),
    keep: 'vacancyId',
  },
  { route: 'PUT /vacancies/{vacancyId}', expected: hidden, request: () => ({ body: vacancy() }) },
  { route: 'POST /vacancies/{vacancyId}/publish', expected: hidden },
  { route: 'GET /vacancies/{vacancyId}', expected: forMembers },
  { route: 'GET /vacancies', expected: signedIn },
  { route: 'GET /public/vacancies', expected: anybody, before: publishPublic },
  {
    route: 'GET /public/vacancies/{vacancyId}',
    expected: anybody,
    request: publicOne('publicVacancyId', 'vacancyId'),
  },
  {
    route: 'POST /vacancies/{vacancyId}/reports',
    expected: [401, 201, 404, 201],
    // The keeper has written it, and nobody reports or decides on their own.
    right: 'federal',
    request: () => ({ body: { ground: 'fee', words: '要先交服装费' } }),
  },
  { route: 'GET /listing-reviews', expected: signedIn },
  { route: 'GET /listing-reviews/{reviewId}', expected: hidden, before: findReview },
  {
    route: 'POST /listing-reviews/{reviewId}/decide',
    expected: hidden,
    right: 'federal',
    request: () => ({ body: { decision: 'keep', reason: '已核实，不收费' } }),
  },
  {
    route: 'POST /vacancies/{vacancyId}/interest',
    expected: [401, 201, 404, 201],
    request: interest,
  },
  { route: 'GET /me/vacancy-interests', expected: signedIn },
  { route: 'GET /vacancies/{vacancyId}/interests', expected: managed },
  {
    route: 'POST /vacancy-interests/{interestId}/answer',
    expected: managed,
    before: someoneInterested,
    request: () => ({ body: { answer: 'contacted' }, ifMatch: 1 }),
  },
  { route: 'DELETE /vacancies/{vacancyId}/interest', expected: [401, 200, 404, 200] },
  {
    route: 'POST /vacancies/{vacancyId}/extend',
    expected: managed,
    request: () => ({ body: { until: dayIn(60) } }),
  },
  {
    route: 'POST /vacancies/{vacancyId}/withdraw',
    expected: managed,
    request: () => ({ body: { reason: '信息有误' } }),
  },
  { route: 'POST /vacancies/{vacancyId}/restore', expected: hidden },
  { route: 'POST /vacancies/{vacancyId}/fill', expected: managed },
  {
    route: 'POST /vacancies/{vacancyId}/end',
    expected: [401, 403, 403, 200],
    request: publicOne('publicVacancyId', 'vacancyId'),
  },
  {
    route: 'POST /benefits',
    expected: [401, 404, 404, 201],
    request: (world) => ({ body: { ...benefit(), unionId: world.network.near.id } }),
    keep: 'benefitId',
  },
  { route: 'PUT /benefits/{benefitId}', expected: hidden, request: () => ({ body: benefit() }) },
  { route: 'POST /benefits/{benefitId}/publish', expected: hidden },
  { route: 'GET /benefits/{benefitId}', expected: forMembers },
  {
    route: 'POST /benefits/{benefitId}/reports',
    expected: [401, 201, 404, 201],
    right: 'federal',
    request: () => ({ body: { ground: 'expired' } }),
  },
  { route: 'GET /benefits', expected: signedIn },
  { route: 'GET /public/benefits', expected: anybody },
  {
    route: 'GET /public/benefits/{benefitId}',
    expected: anybody,
    request: publicOne('publicBenefitId', 'benefitId'),
  },
  {
    route: 'POST /benefits/{benefitId}/withdraw',
    expected: managed,
    request: () => ({ body: { reason: '商户停业' } }),
  },
  { route: 'POST /benefits/{benefitId}/restore', expected: hidden },
];
