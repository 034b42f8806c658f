import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { NotificationConfig } from '../config/config.js';

/** A kind of notice that a person may stop by a link. */
export interface Refusal {
  readonly personId: string;
  readonly kind: string;
}

/** Something that waits, which a person may do by a link. */
export interface LinkedAct {
  readonly personId: string;
  readonly awaitId: string;
}

/** Seals what the links in messages are good for: each lets whoever has it do one thing for one person, and nothing else. */
@Injectable()
export class MessageLinks {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: Pick<NotificationConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
  }

  refusalToken({ personId, kind }: Refusal): string {
    return this.seal('notice-refusal', [personId, kind]);
  }

  /** @returns null where it is none of ours */
  openRefusal(token: string): Refusal | null {
    const [personId, kind] = this.open('notice-refusal', token);
    return personId === undefined || kind === undefined ? null : { personId, kind };
  }

  actToken({ personId, awaitId }: LinkedAct): string {
    return this.seal('notice-act', [personId, awaitId]);
  }

  /** @returns null where it is none of ours */
  openAct(token: string): LinkedAct | null {
    const [personId, awaitId] = this.open('notice-act', token);
    return personId === undefined || awaitId === undefined ? null : { personId, awaitId };
  }

  private seal(purpose: string, words: readonly string[]): string {
    return Buffer.from(this.cipher.seal(JSON.stringify(words), purpose)).toString('base64url');
  }

  private open(purpose: string, token: string): readonly string[] {
    try {
      const sealed = Buffer.from(token, 'base64url').toString();
      return JSON.parse(this.cipher.open(sealed, purpose)) as string[];
    } catch {
      // Whatever is wrong with it, it is not ours: sealed under a key that is gone, for another purpose, altered, or made up.
      return [];
    }
  }
}
