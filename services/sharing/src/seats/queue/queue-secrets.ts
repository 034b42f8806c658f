import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { SharingConfig } from '../../config/config.js';

/**
 * Seals the secrets of queues whose order is not drawn for storage, and opens them again. Otherwise anybody who can
 * read the tables could compute who will be first.
 */
@Injectable()
export class QueueSecrets {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: SharingConfig) {
    this.cipher = dataCipher(config);
  }

  seal(activityId: string, secret: string): string {
    return this.cipher.seal(secret, contextOf(activityId));
  }

  open(activityId: string, sealed: string): string {
    return this.cipher.open(sealed, contextOf(activityId));
  }
}

/** Sealed for one queue; it does not open for another. */
function contextOf(activityId: string): string {
  return `queue:${activityId}`;
}
