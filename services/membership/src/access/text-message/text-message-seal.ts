import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { TextKind } from '@gongxiang/contracts/membership/membership-events';
import type { Locale } from '@gongxiang/domain';
import { CONFIG } from '@gongxiang/messaging/service';
import sodium from 'libsodium-wrappers';
import type { MembershipConfig } from '../../config/config.js';

/** The code to send, and the recipient. */
export interface CodeMessage {
  readonly phone: string;
  /** Of an invitation: the link, or what to add to the address of the portal. */
  readonly code: string;
  readonly locale: Locale;
  /** Of an invitation: whom it addresses, and the inviting union. */
  readonly name?: string;
  readonly union?: string;
}

/** Words to send that contain no code, or one of another kind; the values stand in the words. */
export interface WordMessage {
  readonly phone: string;
  readonly kind: TextKind;
  readonly values: Readonly<Record<string, string>>;
  readonly locale: Locale;
}

/**
 * libsodium's sealed box (X25519, XSalsa20-Poly1305). The issuer of a code needs the public key only. As one service
 * issues and sends for now, the key pair is derived from its `DATA_KEY`: changing that key loses the codes of the
 * last minutes.
 */
@Injectable()
export class TextMessageSeal {
  private readonly seed: Uint8Array;

  constructor(@Inject(CONFIG) { dataKey }: Pick<MembershipConfig, 'dataKey'>) {
    this.seed = new Uint8Array(hkdfSync('sha256', Buffer.from(dataKey, 'base64'), '', 'text messages', 32));
  }

  /** @returns base64 */
  async seal(message: CodeMessage | WordMessage): Promise<string> {
    const { publicKey } = await this.keys();
    return Buffer.from(sodium.crypto_box_seal(JSON.stringify(message), publicKey)).toString('base64');
  }

  /** @returns null if it was sealed to another key */
  open(sealed: string): Promise<CodeMessage | null> {
    return this.unseal<CodeMessage>(sealed);
  }

  /** @returns null if it was sealed to another key */
  openWords(sealed: string): Promise<WordMessage | null> {
    return this.unseal<WordMessage>(sealed);
  }

  private async unseal<Message>(sealed: string): Promise<Message | null> {
    const { publicKey, privateKey } = await this.keys();
    try {
      const plain = sodium.crypto_box_seal_open(Buffer.from(sealed, 'base64'), publicKey, privateKey);
      return JSON.parse(Buffer.from(plain).toString()) as Message;
    } catch {
      return null;
    }
  }

  private async keys(): Promise<{ readonly publicKey: Uint8Array; readonly privateKey: Uint8Array }> {
    await sodium.ready;
    return sodium.crypto_box_seed_keypair(this.seed);
  }
}
