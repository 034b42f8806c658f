import { randomBytes } from 'node:crypto';
import type { CodeMessage, WordMessage } from '@gongxiang/contracts/membership/membership-events';
import sodium from 'libsodium-wrappers';

const seed = randomBytes(32);

/** The key of the service under test. */
export const testTextKey = seed.toString('base64');

/** Seals as membership does. @param to the seed of another key pair than that of the service under test */
export async function sealed(message: CodeMessage | WordMessage, to: Uint8Array = seed): Promise<string> {
  await sodium.ready;
  const { publicKey } = sodium.crypto_box_seed_keypair(to);
  return Buffer.from(sodium.crypto_box_seal(JSON.stringify(message), publicKey)).toString('base64');
}
