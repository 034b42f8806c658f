import { Inject, Injectable } from '@nestjs/common';
import type { CodeMessage, WordMessage } from '@gongxiang/contracts/membership/membership-events';
import { CONFIG } from '@gongxiang/messaging/service';
import sodium from 'libsodium-wrappers';
import type { MembershipConfig } from '../../config/config.js';

/**
 * libsodium's sealed box (X25519, XSalsa20-Poly1305). Notification alone has the private key: what is sealed here cannot be
 * opened here.
 */
@Injectable()
export class TextMessageSeal {
  private readonly publicKey: Buffer;

  constructor(@Inject(CONFIG) { textPublicKey }: Pick<MembershipConfig, 'textPublicKey'>) {
    this.publicKey = Buffer.from(textPublicKey, 'base64');
  }

  /** @returns base64 */
  async seal(message: CodeMessage | WordMessage): Promise<string> {
    await sodium.ready;
    return Buffer.from(sodium.crypto_box_seal(JSON.stringify(message), this.publicKey)).toString('base64');
  }
}
