import type { DataBreachView } from '@gongxiang/contracts/membership/privacy/data-breach.contract';
import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import type { PaperErasureView } from '@gongxiang/contracts/membership/privacy/paper-erasure.contract';
import { memberPassword, newResident } from './fixtures.js';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';

const signedIn = [401, 200, 200, 200] as const;
/** Whoever holds no such office is told so; those of another union see nothing of it. */
const ofOwnUnion = [401, 403, 404, 200] as const;

/** The plain member's data alone. */
function breachOf({ people }: AccessWorld) {
  return {
    noticedAt: '2026-01-15T09:00:00+08:00',
    happenedAt: null,
    kinds: ['record'],
    cause: '备份文件误设为公开访问',
    harm: '可能收到冒充工会的诈骗电话',
    measures: '已关闭公开访问',
    advice: '请尽快修改密码',
    contactName: '网络工作部',
    contactPhone: '027-85770000',
    audience: 'named',
    unionId: null,
    isTold: true,
    notToldReason: null,
    correctsId: null,
    changes: null,
    personIds: [people.member.personId],
  };
}

/** Recorded by an officer of the federation: another one than that decides. */
async function recordBreach(world: AccessWorld): Promise<void> {
  const { client } = world.people.federal;
  const { id } = await client.post<DataBreachView>('/data-breaches', breachOf(world));
  world.ids.set('dataBreachId', id);
}

/** Nobody is to be told of it, so that nothing changes of it by itself. */
async function confirmBreach(world: AccessWorld): Promise<void> {
  const body = { ...breachOf(world), isTold: false, notToldReason: '数据已加密' };
  const { id } = await world.people.federal.client.post<DataBreachView>('/data-breaches', body);
  await world.people.operator.client.decide(`/data-breaches/${id}/confirm`);
  world.ids.set('dataBreachId', id);
}

/** Somebody who was a member of the union of `keeper`; `other` is of another one. */
async function formerMember(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const member = { unionId: world.network.near.id, ...newResident() };
  const { id } = await client.post<MemberView>('/members', member);
  await client.decide(`/members/${id}/end`, { reason: 'left' });
  world.ids.set('formerMemberId', id);
}

function paperOf(world: AccessWorld) {
  return {
    memberId: idOf(world, 'formerMemberId'),
    paperKind: 'person',
    paperDate: '2026-01-15',
    note: null,
  };
}

async function filePaper(world: AccessWorld): Promise<void> {
  await formerMember(world);
  const { id } = await world.people.keeper.client.post<PaperErasureView>('/paper-erasures', paperOf(world));
  world.ids.set('erasureId', id);
}

const handover = { authority: '市网信办', handedOverBy: '网络工作部', reference: null, changes: null };

/** Everybody decides about their own data; the federation's officers publish the texts. */
export const privacyRows: readonly AccessRow[] = [
  { route: 'GET /me/consents', expected: signedIn },
  {
    route: 'GET /me/data',
    expected: signedIn,
    after: (_world, answered) => {
      if (!('complete' in answered && answered.complete)) throw new Error('a service has not counted');
    },
  },
  {
    route: 'POST /me/consents',
    expected: signedIn,
    request: () => ({ body: { purpose: 'proposals', given: true, textVersion: 1 } }),
  },
  {
    route: 'POST /me/exports',
    expected: [401, 201, 201, 201],
    request: () => ({ body: { proof: { password: memberPassword } } }),
  },
  { route: 'GET /me/exports', expected: signedIn },
  {
    route: 'GET /me/looks',
    expected: signedIn,
    after: (_world, answered) => {
      if (!('complete' in answered && answered.complete))
        throw new Error('a service has not said who looked');
    },
  },
  {
    route: 'GET /me/exports/{exportId}/file',
    expected: [401, 404, 404, 404],
    request: () => ({ params: { exportId: '01980000-0000-7000-8000-000000000001' } }),
    why: 'One opens one’s own alone, and nobody has asked for this one',
  },
  { route: 'GET /me/erasure', expected: signedIn },
  { route: 'GET /me/erasure/preview', expected: signedIn },
  {
    route: 'POST /me/erasure',
    expected: [401, 409, 409, 409],
    request: () => ({ body: { proof: { password: memberPassword } } }),
    why: 'They are members of a union, whose register is kept by law',
  },
  {
    route: 'POST /me/erasure/withdraw',
    expected: [401, 404, 404, 404],
    why: 'One withdraws one’s own alone, and nobody has asked',
  },
  {
    route: 'GET /public/erasures/{receipt}',
    expected: [404, 404, 404, 404],
    request: () => ({ params: { receipt: 'q3Zt0S2yTq2v8yYwAAbb' } }),
    why: 'The receipt is with whoever was erased',
  },
  { route: 'GET /erasures', expected: [401, 403, 200, 200] },
  {
    route: 'POST /paper-erasures',
    expected: [401, 403, 404, 201],
    before: formerMember,
    request: (world) => ({ body: paperOf(world) }),
    keep: 'erasureId',
  },
  { route: 'GET /paper-erasures', expected: [401, 403, 200, 200] },
  { route: 'GET /paper-erasures/{erasureId}', expected: ofOwnUnion },
  // Whoever has filed it decides nothing of it.
  {
    route: 'POST /paper-erasures/{erasureId}/refuse',
    expected: ofOwnUnion,
    right: 'operator',
    request: () => ({ body: { reason: '没有证明' } }),
  },
  {
    route: 'POST /paper-erasures/{erasureId}/confirm',
    expected: ofOwnUnion,
    right: 'operator',
    before: filePaper,
  },
  { route: 'POST /paper-erasures/{erasureId}/withdraw', expected: ofOwnUnion },
  { route: 'GET /consent-texts', expected: [401, 403, 403, 200], right: 'operator' },
  {
    route: 'POST /consent-texts',
    expected: [401, 403, 403, 201],
    right: 'operator',
    request: () => ({
      body: { purpose: 'proposals', replaces: 1, textZh: '新的说明', textEn: 'A new text' },
    }),
  },
  { route: 'GET /data-breaches', expected: [401, 403, 403, 200], right: 'operator' },
  {
    route: 'POST /data-breaches',
    expected: [401, 403, 403, 201],
    right: 'operator',
    request: (world) => ({ body: breachOf(world) }),
  },
  {
    route: 'GET /data-breaches/{dataBreachId}',
    expected: [401, 403, 403, 200],
    right: 'operator',
    before: recordBreach,
  },
  {
    route: 'POST /data-breaches/{dataBreachId}/refuse',
    expected: [401, 403, 403, 200],
    right: 'operator',
    before: recordBreach,
    request: () => ({ body: { reason: '种类有误' } }),
  },
  {
    route: 'POST /data-breaches/{dataBreachId}/withdraw',
    expected: [401, 403, 403, 200],
    right: 'federal',
    before: recordBreach,
  },
  {
    route: 'POST /data-breaches/{dataBreachId}/confirm',
    expected: [401, 403, 403, 200],
    right: 'operator',
    before: recordBreach,
  },
  {
    route: 'POST /data-breaches/{dataBreachId}/handovers',
    expected: [401, 403, 403, 201],
    right: 'operator',
    before: confirmBreach,
    request: () => ({ body: { ...handover, handedOverAt: new Date().toISOString() } }),
  },
  { route: 'GET /me/data-breaches', expected: signedIn },
  {
    route: 'GET /me/data-breaches/{dataBreachId}',
    expected: [401, 404, 404, 404],
    request: () => ({ params: { dataBreachId: '01980000-0000-7000-8000-000000000001' } }),
    why: 'One reads those of which one was notified alone, and of this one nobody was',
  },
];
