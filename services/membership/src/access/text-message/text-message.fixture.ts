import { randomBytes } from 'node:crypto';
import {
  type CodeMessage,
  membershipEvents,
  type WordMessage,
} from '@gongxiang/contracts/membership/membership-events';
import type { ServiceFixture } from '@gongxiang/testing';
import sodium from 'libsodium-wrappers';

/** The private part, as notification has it in an installation. */
const seed = randomBytes(32);

async function keys(): Promise<{ readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }> {
  await sodium.ready;
  return sodium.crypto_box_seed_keypair(seed);
}

/** The key that the service under test seals text messages with. */
export async function testTextPublicKey(): Promise<string> {
  return Buffer.from((await keys()).publicKey).toString('base64');
}

async function open<Message>(sealed: string): Promise<Message> {
  const { publicKey, privateKey } = await keys();
  const plain = sodium.crypto_box_seal_open(Buffer.from(sealed, 'base64'), publicKey, privateKey);
  return JSON.parse(Buffer.from(plain).toString()) as Message;
}

/** The codes, or links of invitations, that the service has issued for a phone, oldest first. */
export async function codesTo(membership: ServiceFixture, phone: string, purpose: string): Promise<string[]> {
  const events = await membership.recorded(membershipEvents.codeIssued);
  const messages = await Promise.all(
    events.filter((event) => event.purpose === purpose).map(({ sealed }) => open<CodeMessage>(sealed)),
  );
  return messages.flatMap((message) => (message.phone === phone ? [message.code] : []));
}

/** The words without a code that the service has raised for a phone, oldest first. */
export async function wordsTo(membership: ServiceFixture, phone: string): Promise<WordMessage[]> {
  const events = await membership.recorded(membershipEvents.textRaised);
  const messages = await Promise.all(events.map(({ sealed }) => open<WordMessage>(sealed)));
  return messages.filter((message) => message.phone === phone);
}
