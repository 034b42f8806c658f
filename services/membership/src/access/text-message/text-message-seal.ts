import { Inject, Injectable } from '@nestjs/common';
import type { CodeMessage, WordMessage } from '@gongxiang/contracts/membership/membership-events';
import { CONFIG } from '@gongxiang/messaging/service';
import { sealTo } from '@gongxiang/persistence/sealed-box';
import type { MembershipConfig } from '../../config/config.js';

/** Notification alone has the private key: what is sealed here cannot be opened here. */
@Injectable()
export class TextMessageSeal {
  private readonly publicKey: Buffer;

  constructor(@Inject(CONFIG) { textPublicKey }: Pick<MembershipConfig, 'textPublicKey'>) {
    this.publicKey = Buffer.from(textPublicKey, 'base64');
  }

  /** @returns base64 */
  seal(message: CodeMessage | WordMessage): Promise<string> {
    return sealTo(this.publicKey, message);
  }
}
