import {
  applicationContract,
  type ApplicationStatusView,
  consentVersion,
  type WorkplaceDto,
} from '@gongxiang/contracts/membership/joining/application.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type ServiceFixture } from '@gongxiang/testing';
import { TextMessageSeal } from '../access/text-message/text-message-seal.js';
import { residentNumber } from '../membership.fixture.js';

/** The text messages to a phone that the service has issued, oldest first. */
export async function messagesTo(
  membership: ServiceFixture,
  phone: string,
  purpose = 'application',
): Promise<string[]> {
  const seal = membership.app.get(TextMessageSeal, { strict: false });
  const events = await membership.recorded(membershipEvents.codeIssued);
  const messages = await Promise.all(
    events.filter((event) => event.purpose === purpose).map(({ sealed }) => seal.open(sealed)),
  );
  return messages.flatMap((message) => (message?.phone === phone ? [message.code] : []));
}

/** Asks for a code and reads it from the message. A minute passes first, as a phone gets no more than one in it. */
export async function codeFor(membership: ServiceFixture, phone: string): Promise<string> {
  membership.clock.advance(61_000);
  await membership.ask(applicationContract.requestCode, { phone }, null);
  const code = (await messagesTo(membership, phone)).at(-1);
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
