import type { OrganisationView } from '@gongxiang/contracts/membership/clubs/organisation.contract';
import type { PartyLoanView } from '@gongxiang/contracts/sharing/lending/party-loan.contract';
import { isRefused } from '../demo/tools/client.js';
import { type AccessRow, type AccessWorld, idOf, type RowRequest, versionAt } from './access-world.js';
import { inDays } from './fixtures.js';

const byInvolved = [401, 404, 404, 200] as const;

/** A club of the union, for which the approver acts. */
async function aClub(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const { id } = await client.post<OrganisationView>('/clubs', {
    name: '职工夜跑俱乐部',
    unionId: world.network.near.id,
  });
  world.ids.set('runnersId', id);
  const body = { matterKind: 'club', matterId: id, personId: world.people.approver.personId };
  while (await isRefused(() => client.post('/delegations', body), 'REFERENCE_PENDING'))
    await new Promise((resolve) => setTimeout(resolve, 200));
}

/** Each at a time of its own. */
let day = 120;
function wish(world: AccessWorld): object {
  day += 1;
  const party = { kind: 'club', id: idOf(world, 'runnersId') };
  const times = { startsAt: inDays(day), endsAt: inDays(day + 0.1) };
  return { party, resourceId: idOf(world, 'lentId'), ...times, purpose: '周末训练' };
}

async function asked(world: AccessWorld): Promise<void> {
  const { id } = await world.people.approver.client.post<PartyLoanView>('/party-loans', wish(world));
  world.ids.set('partyLoanId', id);
}

const inVersion = async (world: AccessWorld): Promise<Pick<RowRequest, 'ifMatch'>> => ({
  ifMatch: await versionAt(world, `/party-loans/${idOf(world, 'partyLoanId')}`),
});

/** A club asks by whoever acts for it; its union answers. Nobody else sees it. */
export const partyLoanRows: readonly AccessRow[] = [
  {
    route: 'POST /party-loans',
    expected: [401, 403, 403, 201],
    right: 'approver',
    before: aClub,
    request: (world) => ({ body: wish(world) }),
    keep: 'partyLoanId',
  },
  { route: 'GET /party-loans', expected: [401, 200, 200, 200], right: 'approver' },
  { route: 'GET /party-loans/{partyLoanId}', expected: byInvolved },
  { route: 'GET /party-loans/{partyLoanId}', expected: byInvolved, right: 'approver' },
  { route: 'POST /party-loans/{partyLoanId}/agree', expected: byInvolved, request: inVersion },
  {
    route: 'POST /party-loans/{partyLoanId}/decline',
    expected: byInvolved,
    before: asked,
    request: async (world) => ({ body: { reason: '当天场地另有安排' }, ...(await inVersion(world)) }),
  },
  {
    route: 'POST /party-loans/{partyLoanId}/withdraw',
    expected: byInvolved,
    right: 'approver',
    before: asked,
  },
];
