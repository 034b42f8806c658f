import { join } from 'node:path';
import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  ApplicationStatusView,
  ApplicationSummaryView,
} from '@gongxiang/contracts/membership/joining/application.contract';
import type {
  FoundingStatusView,
  FoundingSummaryView,
} from '@gongxiang/contracts/membership/joining/founding.contract';
import type { InvitationView } from '@gongxiang/contracts/membership/joining/invitation.contract';
import { checkUscc, shanghaiDate } from '@gongxiang/domain';
import { Client } from '../demo/tools/client.js';
import { codeIn } from '../demo/tools/mailbox.js';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { newResident } from './fixtures.js';

const hidden = [401, 404, 404, 200] as const;
const ofUnion = [401, 403, 403, 200] as const;
const forAll = [200, 200, 200, 200] as const;
const open = [201, 201, 201, 201] as const;
/** Everybody with the role sees their own part of the list. */
const ofOfficers = [401, 403, 200, 200] as const;

const consentVersion = '2026-11';
let phones = 0;

/** Somebody with a phone, and the code that proves it. */
async function newApplicant(world: AccessWorld) {
  phones += 1;
  const phone = `1390001${1000 + phones}`;
  const nobody = new Client(world.platform.gatewayUrl);
  await nobody.post('/applications/codes', { phone });
  const code = await codeIn(join(world.platform.home, 'mailbox'), phone);
  return { ...newResident(), phone, code, consentVersion };
}

/** A rider who works where `near` takes members. */
function workplace(world: AccessWorld) {
  return { kind: 'none', work: '外卖骑手', place: '青山区', areaUnionId: world.network.near.id };
}

async function newApplication(
  world: AccessWorld,
): Promise<{ readonly status: ApplicationStatusView; readonly id: string }> {
  const body = { ...(await newApplicant(world)), workplace: workplace(world) };
  const status = await new Client(world.platform.gatewayUrl).post<ApplicationStatusView>(
    '/applications',
    body,
  );
  const { items } = await world.people.keeper.client.get<Page<ApplicationSummaryView>>(
    `/applications?q=${status.number}`,
  );
  return { status, id: items[0]?.id ?? '' };
}

async function proofOf(world: AccessWorld): Promise<{ readonly number: string; readonly ticket: string }> {
  const { number, ticket } = (await newApplication(world)).status;
  return { number, ticket };
}

async function keepNew(world: AccessWorld): Promise<void> {
  world.ids.set('applicationId', (await newApplication(world)).id);
}

async function refusedProof(world: AccessWorld): Promise<object> {
  const { status, id } = await newApplication(world);
  const refusal = { decision: 'refuse', reason: '请补充证明' };
  await world.people.keeper.client.post(`/applications/${id}/decide`, refusal, { ifMatch: 1 });
  return { number: status.number, ticket: status.ticket, reason: '已补充' };
}

let enterprises = 0;

/** A code of an enterprise that exists nowhere. */
export function newEnterpriseCode(): string {
  enterprises += 1;
  const body = `91420107MA5A${String(enterprises).padStart(5, '0')}`;
  return body + (checkUscc(`${body}0`).checkCharacter ?? '');
}

const plan = {
  employees: 12,
  plannedMembers: 8,
  womenMembers: 0,
  form: 'organiser',
  candidates: [{ name: '吴组织', office: 'organiser', declaration: 'notEmployerNorKin' }],
};

function enterprise(world: AccessWorld) {
  return {
    enterpriseName: '江城小厨餐饮有限公司',
    uscc: newEnterpriseCode(),
    place: '青山区',
    areaUnionId: world.network.near.id,
  };
}

async function filing(world: AccessWorld): Promise<object> {
  const { name: contactName, phone, code } = await newApplicant(world);
  return { ...enterprise(world), ...plan, contactName, phone, code, consentVersion };
}

/** A filing, after the decisions of its officer. */
async function newFounding(
  world: AccessWorld,
  ...decisions: readonly object[]
): Promise<{ readonly id: string; readonly proof: { readonly number: string; readonly ticket: string } }> {
  const nobody = new Client(world.platform.gatewayUrl);
  const { number, ticket } = await nobody.post<FoundingStatusView>('/union-foundings', await filing(world));
  const { client } = world.people.keeper;
  const { items } = await client.get<Page<FoundingSummaryView>>(`/union-foundings?q=${number}`);
  const id = items[0]?.id ?? '';
  for (const [index, decision] of decisions.entries())
    await client.post(`/union-foundings/${id}/decide`, decision, { ifMatch: index + 1 });
  return { id, proof: { number, ticket } };
}

/** What the contact of a new filing sends, after a decision on it. */
async function asContact(world: AccessWorld, decision: object | null, body: object = {}): Promise<object> {
  const { proof } = await newFounding(world, ...(decision === null ? [] : [decision]));
  return { body: { ...proof, ...body } };
}

const approval = { decision: 'approve', approvalNumber: '青工建〔2026〕1号' };

/** How a union founds itself: without a sign-in, and decided by the union above. */
const foundingRows: readonly AccessRow[] = [
  {
    route: 'POST /union-foundings/preview',
    expected: forAll,
    request: (world) => ({ body: { ...enterprise(world), employees: 12 } }),
  },
  {
    route: 'POST /union-foundings',
    expected: open,
    request: async (world) => ({ body: await filing(world) }),
  },
  {
    route: 'POST /union-foundings/status',
    expected: forAll,
    request: (world) => asContact(world, null),
  },
  {
    route: 'POST /union-foundings/withdraw',
    expected: forAll,
    request: (world) => asContact(world, null),
  },
  {
    route: 'POST /union-foundings/refile',
    expected: forAll,
    request: (world) => asContact(world, { decision: 'return', reason: '请补充' }, plan),
  },
  {
    route: 'POST /union-foundings/election',
    expected: forAll,
    request: (world) =>
      asContact(world, approval, {
        heldOn: shanghaiDate(new Date()),
        entitled: 8,
        present: 7,
        elected: [{ candidate: 1 }],
        residentNumber: newResident().residentNumber,
        phone: '13900007777',
      }),
  },
  {
    route: 'POST /union-foundings/appeal',
    expected: forAll,
    request: (world) => asContact(world, { decision: 'refuse', reason: '请补充证明' }, { reason: '已补充' }),
  },
  { route: 'GET /union-foundings', expected: ofOfficers },
  {
    route: 'GET /union-foundings/{foundingId}',
    expected: hidden,
    before: async (world) => void world.ids.set('foundingId', (await newFounding(world)).id),
  },
  {
    route: 'POST /union-foundings/{foundingId}/decide',
    expected: hidden,
    request: () => ({ body: approval }),
  },
];

/** How people join: without a sign-in, and what officers of their union do with it. */
export const joiningRows: readonly AccessRow[] = [
  {
    route: 'GET /unions/{unionId}/joining-policy',
    expected: [401, 200, 200, 200],
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  {
    route: 'PUT /unions/{unionId}/joining-policy',
    expected: ofUnion,
    request: async ({ network: { near }, people }) => ({
      params: { unionId: near.id },
      body: { acceptsDirectMembers: true },
      ifMatch: (await people.keeper.client.get<{ version: number }>(`/unions/${near.id}/joining-policy`))
        .version,
    }),
  },
  {
    route: 'POST /applications/codes',
    expected: [202, 202, 202, 202],
    request: () => ({ body: { phone: '13900009999' } }),
  },
  {
    route: 'POST /applications/route',
    expected: forAll,
    request: (world) => ({ body: { workplace: workplace(world) } }),
  },
  { route: 'GET /application-enterprises', expected: forAll, request: () => ({ query: 'q=no-such-firm' }) },
  { route: 'GET /application-places', expected: forAll },
  {
    route: 'POST /applications',
    expected: open,
    request: async (world) => ({ body: { ...(await newApplicant(world)), workplace: workplace(world) } }),
  },
  {
    route: 'POST /applications/status',
    expected: forAll,
    request: async (world) => ({ body: await proofOf(world) }),
  },
  {
    route: 'POST /applications/withdraw',
    expected: forAll,
    request: async (world) => ({ body: await proofOf(world) }),
  },
  {
    route: 'POST /applications/appeal',
    expected: forAll,
    request: async (world) => ({ body: await refusedProof(world) }),
  },
  { route: 'GET /applications', expected: ofOfficers },
  { route: 'GET /applications/{applicationId}', expected: hidden, before: keepNew },
  {
    route: 'POST /applications/{applicationId}/forward',
    expected: hidden,
    request: (world) => ({ body: { unionId: world.network.root.id, reason: '请联合会办理' } }),
  },
  {
    route: 'POST /applications/{applicationId}/decide',
    expected: hidden,
    before: keepNew,
    request: () => ({ body: { decision: 'admit', employmentKind: 'newForm' } }),
  },
  {
    route: 'GET /unions/{unionId}/application-statistics',
    expected: hidden,
    request: (world) => ({ params: { unionId: world.network.near.id } }),
  },
  {
    route: 'POST /invitations',
    expected: [401, 403, 403, 201],
    request: (world) => ({
      body: {
        unionId: world.network.near.id,
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        usesMax: 100,
      },
    }),
    keep: 'invitationId',
  },
  { route: 'GET /invitations', expected: ofOfficers },
  { route: 'GET /invitations/{invitationId}', expected: hidden },
  {
    route: 'POST /invitations/{invitationId}/messages',
    expected: [401, 404, 404, 202],
    request: () => ({ body: { people: [{ name: '周正', phone: '13900008888' }] } }),
  },
  {
    route: 'GET /public/invitations/{token}',
    expected: forAll,
    request: async (world) => ({ params: { token: await tokenOf(world) } }),
  },
  {
    route: 'POST /invitations/accept',
    expected: open,
    request: async (world) => ({ body: { token: await tokenOf(world), ...(await newApplicant(world)) } }),
  },
  { route: 'POST /invitations/{invitationId}/revoke', expected: hidden },
  ...foundingRows,
];

async function tokenOf(world: AccessWorld): Promise<string> {
  const path = `/invitations/${idOf(world, 'invitationId')}`;
  return (await world.people.keeper.client.get<InvitationView>(path)).token;
}
