import { syntheticResidentNumber } from '@gongxiang/domain';
import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  ApplicationStatusView,
  ApplicationSummaryView,
  ApplicationView,
  FoundEnterprisesView,
  RouteView,
  WorkplaceDto,
} from '@gongxiang/contracts/membership/joining/application.contract';
import type { JoiningPolicyView } from '@gongxiang/contracts/membership/joining/joining-policy.contract';
import type { InvitationView } from '@gongxiang/contracts/membership/joining/invitation.contract';
import { codeIn } from '../tools/mailbox.js';
import { officerOf, unionOf, type World } from '../tools/world.js';

interface Applicant {
  readonly name: string;
  readonly residentNumber: string;
  readonly phone: string;
}

/** Nobody's: the numbers are made up. */
const [fitter, rider, clerk] = ['钱进步', '孙骑行', '李文员'].map((name, index): Applicant => ({
  name,
  residentNumber: syntheticResidentNumber({ area: '420107', birthDate: '1993-05-17', sequence: 700 + index }),
  phone: `1390270${7100 + index}`,
})) as [Applicant, Applicant, Applicant];

const note = '八号厂房海报';

/** Three people apply to join, in different states, and a union invites by a link. */
export async function welcomeNewcomers(world: World): Promise<void> {
  const mailbox = process.env['MAILBOX_DIRECTORY'];
  await world.report.step('在线入会与邀请 / People apply to join, and a union invites', async () => {
    const officer = officerOf(world, 'zhonggong');
    const zhonggong = unionOf(world, 'zhonggong');
    const invitations = await officer.client.get<Page<InvitationView>>('/invitations?limit=200');
    if (!invitations.items.some((one) => one.note === note)) {
      const expiresAt = new Date(Date.now() + 60 * 86_400_000).toISOString();
      await officer.client.post('/invitations', { unionId: zhonggong.id, expiresAt, usesMax: 50, note });
    }
    await leadCouriers(world);
    // Where messages do not come to this machine, nobody can prove a phone here.
    if (mailbox === undefined) return;
    const { items } = await world.nobody.get<FoundEnterprisesView>(
      `/application-enterprises?q=${encodeURIComponent('江城重工')}`,
    );
    const employer = items.find(({ hasUnion }) => hasUnion);
    const atEmployer: WorkplaceDto = { kind: 'enterprise', enterpriseId: employer?.id ?? '' };
    await applyOnce(world, mailbox, fitter, atEmployer);
    await applyOnce(world, mailbox, clerk, atEmployer);
    const street = unionOf(world, 'baiyun');
    const onTheRoad: WorkplaceDto = {
      kind: 'none',
      work: '外卖骑手',
      place: street.name.replace(/总工会|工会/, ''),
      areaUnionId: street.id,
    };
    await applyOnce(world, mailbox, rider, onTheRoad);
    const admitted = await decideOnce(world, fitter, { decision: 'admit', employmentKind: 'regular' });
    const refused = await decideOnce(world, clerk, {
      decision: 'refuse',
      reason: '您登记的单位是分公司，请向分公司工会申请',
    });
    const waiting = await applicationOf(world, rider);
    world.report.figure('admitted, refused, waiting', [admitted, refused, waiting?.state].join(', '));
    world.report.prove(
      'an application goes to the union of the enterprise or the street, and is decided there',
      admitted === 'admitted' && refused === 'refused' && waiting?.unionName === street.name,
    );
  });
}

/** A joint union takes the couriers and truck drivers of its street, who have no employer there. */
async function leadCouriers(world: World): Promise<void> {
  const { client } = officerOf(world, 'baiyun');
  const street = unionOf(world, 'baiyun');
  const joint = unionOf(world, 'lianhe');
  const path = `/unions/${joint.id}/joining-policy`;
  const { version, acceptsDirectMembers, workLines } = await client.get<JoiningPolicyView>(path);
  if (workLines.length === 0)
    await client.put(
      path,
      { acceptsDirectMembers, workLines: ['courier', 'truckDriver'] },
      { ifMatch: version },
    );
  const workplace: WorkplaceDto = {
    kind: 'none',
    work: '快递员',
    place: street.name.replace(/总工会|工会/, ''),
    areaUnionId: street.id,
  };
  const way = await world.nobody.post<RouteView>('/applications/route', { workplace });
  world.report.prove(
    'a courier without an employer is led to the union of their trade, and may choose that of the street',
    way.steps[0]?.unionId === joint.id && way.workLine === 'courier' && way.byPlace?.unionId === street.id,
  );
}

/** What an earlier run has sent is not sent again. */
async function applyOnce(
  world: World,
  mailbox: string,
  applicant: Applicant,
  workplace: WorkplaceDto,
): Promise<void> {
  if ((await applicationOf(world, applicant)) !== undefined) return;
  await world.nobody.post('/applications/codes', { phone: applicant.phone });
  const code = await codeIn(mailbox, applicant.phone);
  const body = { ...applicant, code, workplace, consentVersion: '2026-11' };
  await world.nobody.post<ApplicationStatusView>('/applications', body);
}

/** As the federation sees it, which is above all unions. */
async function applicationOf(
  world: World,
  { residentNumber }: Applicant,
): Promise<ApplicationSummaryView | undefined> {
  const path = `/applications?q=${residentNumber}`;
  return (await officerOf(world, 'officer').client.get<Page<ApplicationSummaryView>>(path)).items[0];
}

async function decideOnce(world: World, applicant: Applicant, decision: object): Promise<string | undefined> {
  const one = await applicationOf(world, applicant);
  if (one === undefined || one.state !== 'waiting') return one?.state;
  const { client } = officerOf(world, 'zhonggong');
  const options = { ifMatch: one.version };
  return (await client.post<ApplicationView>(`/applications/${one.id}/decide`, decision, options)).state;
}
