import {
  applicationContract,
  type ApplicationStatusView,
  consentVersion,
  type WorkplaceDto,
} from '@gongxiang/contracts/membership/joining/application.contract';
import {
  type FileFounding,
  foundingContract,
  type FoundingStatusView,
} from '@gongxiang/contracts/membership/joining/founding.contract';
import { checkUscc } from '@gongxiang/domain';
import { type ServiceFixture } from '@gongxiang/testing';
import { codesTo } from '../access/text-message/text-message.fixture.js';
import { residentNumber } from '../membership.fixture.js';

/** Asks for a code and reads it from the message. A minute passes first, as a phone gets no more than one in it. */
export async function codeFor(membership: ServiceFixture, phone: string): Promise<string> {
  membership.clock.advance(61_000);
  await membership.ask(applicationContract.requestCode, { phone }, null);
  const code = (await codesTo(membership, phone, 'application')).at(-1);
  if (code === undefined) throw new Error(`no code was sent to ${phone}`);
  return code;
}

export const rider: WorkplaceDto = { kind: 'none', work: '外卖骑手', place: '钢花村街道' };

/** The n-th person who applies. */
export function applicantOf(n: number) {
  return { name: '王小骑', residentNumber: residentNumber(n), phone: `1370000${1000 + n}` };
}

/** Sends an application of the n-th person, with a code to their phone. */
export async function apply(
  membership: ServiceFixture,
  n: number,
  workplace: WorkplaceDto = rider,
  part: object = {},
): Promise<ApplicationStatusView> {
  const applicant = { ...applicantOf(n), ...part };
  const code = await codeFor(membership, applicant.phone);
  return membership.ask(applicationContract.send, { ...applicant, code, workplace, consentVersion }, null);
}

/** The code of the n-th enterprise that exists nowhere. */
export function enterpriseCode(n: number): string {
  const body = `91420107MA4F${String(n).padStart(5, '0')}`;
  return body + (checkUscc(`${body}0`).checkCharacter ?? '');
}

export const declaration = 'notEmployerNorKin' as const;

/** What the contact of the n-th enterprise files: a committee for eight of twelve, three of them women. */
export function filingOf(n: number, part: Partial<FileFounding> = {}): Omit<FileFounding, 'code'> {
  return {
    enterpriseName: `江城小厨餐饮${n}有限公司`,
    uscc: enterpriseCode(n),
    employees: 12,
    place: '钢花村街道',
    plannedMembers: 8,
    womenMembers: 3,
    form: 'committee',
    candidates: [
      { name: '赵主席', office: 'chair', declaration },
      { name: '钱委员', office: 'committee', declaration },
      { name: '孙经审', office: 'audit', declaration },
      { name: '李女工', office: 'women', declaration },
    ],
    contactName: '周联络',
    phone: `1371000${1000 + n}`,
    consentVersion,
    ...part,
  };
}

/** Files for the n-th enterprise, with a code to the contact's phone. */
export async function fileFounding(
  membership: ServiceFixture,
  n: number,
  part: Partial<FileFounding> = {},
): Promise<FoundingStatusView> {
  const filing = filingOf(n, part);
  const code = await codeFor(membership, filing.phone);
  return membership.ask(foundingContract.file, { ...filing, code }, null);
}
