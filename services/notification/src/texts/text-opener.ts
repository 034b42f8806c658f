import { Inject, Injectable } from '@nestjs/common';
import type { CodeMessage, WordMessage } from '@gongxiang/contracts/membership/membership-events';
import { CONFIG } from '@gongxiang/messaging/service';
import { openSealed } from '@gongxiang/persistence/sealed-box';
import type { NotificationConfig } from '../config/config.js';

/** Opens what membership has sealed to this service: it has the public key alone. */
@Injectable()
export class TextOpener {
  private readonly seed: Buffer;

  constructor(@Inject(CONFIG) { textKey }: Pick<NotificationConfig, 'textKey'>) {
    this.seed = Buffer.from(textKey, 'base64');
  }

  /** @returns null if it was sealed to another key */
  async open(sealed: string): Promise<CodeMessage | WordMessage | null> {
    return (await openSealed(this.seed, sealed)) as CodeMessage | WordMessage | null;
  }
}
