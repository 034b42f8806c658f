import { Inject, Injectable } from '@nestjs/common';
import type { CodeMessage, WordMessage } from '@gongxiang/contracts/membership/membership-events';
import { CONFIG } from '@gongxiang/messaging/service';
import sodium from 'libsodium-wrappers';
import type { NotificationConfig } from '../config/config.js';

/** Opens what membership has sealed to this service (libsodium's sealed box): it has the public key alone. */
@Injectable()
export class TextOpener {
  private readonly seed: Buffer;

  constructor(@Inject(CONFIG) { textKey }: Pick<NotificationConfig, 'textKey'>) {
    this.seed = Buffer.from(textKey, 'base64');
  }

  /** @returns null if it was sealed to another key */
  async open(sealed: string): Promise<CodeMessage | WordMessage | null> {
    const plain = await this.unseal(Buffer.from(sealed, 'base64'));
    return plain === null ? null : (JSON.parse(Buffer.from(plain).toString()) as CodeMessage | WordMessage);
  }

  private async unseal(sealed: Uint8Array): Promise<Uint8Array | null> {
    await sodium.ready;
    const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(this.seed);
    try {
      return sodium.crypto_box_seal_open(sealed, publicKey, privateKey);
    } catch {
      // It says no more than that the box does not open.
      return null;
    }
  }
}
