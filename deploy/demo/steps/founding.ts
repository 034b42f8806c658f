import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  FoundingCandidateDto,
  FoundingStatusView,
  FoundingSummaryView,
  FoundingView,
} from '@gongxiang/contracts/membership/joining/founding.contract';
import type { UnionView } from '@gongxiang/contracts/membership/unions/union.contract';
import { checkUscc, shanghaiDate, syntheticResidentNumber } from '@gongxiang/domain';
import { codeIn } from '../tools/mailbox.js';
import { officerOf, unionOf, type World } from '../tools/world.js';

const declaration = 'notEmployerNorKin';

/** Nobody's: names, codes and numbers are made up. */
const nursery = {
  enterpriseName: '青林晨光托育服务有限公司',
  uscc: codeOf('91420107MA4DEM001'),
  employees: 18,
  plannedMembers: 15,
  womenMembers: 12,
  form: 'committee',
  candidates: [
    { name: '罗晓梅', office: 'chair', declaration },
    { name: '田国强', office: 'audit', declaration },
    { name: '沈佳', office: 'women', declaration },
  ] satisfies FoundingCandidateDto[],
  contactName: '罗晓梅',
  phone: '13902707201',
};
const noodles = {
  enterpriseName: '青林小满面馆',
  uscc: codeOf('92420107MA4DEM002'),
  employees: 9,
  plannedMembers: 7,
  womenMembers: 4,
  form: 'organiser',
  candidates: [{ name: '彭立', office: 'organiser', declaration }] satisfies FoundingCandidateDto[],
  contactName: '彭立',
  phone: '13902707202',
};
type Filing = typeof nursery | typeof noodles;

/** Workers of two small enterprises file for a union: one of them exists in the end, the other filing waits. */
export async function foundUnions(world: World): Promise<void> {
  const mailbox = process.env['MAILBOX_DIRECTORY'];
  await world.report.step('职工自己建会 / Workers found a union', async () => {
    // Where messages do not come to this machine, nobody can prove a phone here.
    if (mailbox === undefined) return;
    const street = unionOf(world, 'baiyun');
    const filed = await fileOnce(world, mailbox, nursery);
    await fileOnce(world, mailbox, noodles);
    if (filed !== null) await goOn(world, filed);
    const [one, other] = [await filingOf(world, nursery), await filingOf(world, noodles)];
    world.report.figure('founded, waiting', [one?.state, other?.state].join(', '));
    const { items } = await world.operator.client.get<Page<UnionView>>(
      `/unions?q=${encodeURIComponent(nursery.enterpriseName)}`,
    );
    world.report.prove(
      'a filing that the street union has approved and confirmed is a union below it',
      one?.state === 'founded' && other?.state === 'filed' && items[0]?.parentId === street.id,
    );
  });
}

/** @returns null where an earlier run has filed */
async function fileOnce(world: World, mailbox: string, filing: Filing): Promise<FoundingStatusView | null> {
  if ((await filingOf(world, filing)) !== undefined) return null;
  const { phone } = filing;
  await world.nobody.post('/applications/codes', { phone });
  const code = await codeIn(mailbox, phone);
  const place = { place: '白云街道', areaUnionId: unionOf(world, 'baiyun').id };
  const body = { ...filing, ...place, code, consentVersion: '2026-11' };
  return world.nobody.post<FoundingStatusView>('/union-foundings', body);
}

/** From the approval over the election to the union. */
async function goOn(world: World, { number, ticket }: FoundingStatusView): Promise<void> {
  await decide(world, { decision: 'approve', approvalNumber: '白云工建〔2026〕7号' });
  await world.nobody.post('/union-foundings/election', {
    number,
    ticket,
    heldOn: shanghaiDate(new Date()),
    entitled: 15,
    present: 14,
    elected: [{ candidate: 1 }, { candidate: 2 }, { candidate: 3 }],
    residentNumber: syntheticResidentNumber({ area: '420107', birthDate: '1990-03-08', sequence: 720 }),
    phone: nursery.phone,
  });
  await decide(world, { decision: 'confirm' });
}

async function decide(world: World, decision: object): Promise<void> {
  const one = await filingOf(world, nursery);
  const { client } = officerOf(world, 'baiyun');
  const options = { ifMatch: one?.version ?? 0 };
  await client.post<FoundingView>(`/union-foundings/${one?.id}/decide`, decision, options);
}

/** As the federation sees it, which is above all unions. */
async function filingOf(world: World, { uscc }: Filing): Promise<FoundingSummaryView | undefined> {
  const { client } = officerOf(world, 'officer');
  return (await client.get<Page<FoundingSummaryView>>(`/union-foundings?q=${uscc}`)).items[0];
}

function codeOf(body: string): string {
  return body + (checkUscc(`${body}0`).checkCharacter ?? '');
}
