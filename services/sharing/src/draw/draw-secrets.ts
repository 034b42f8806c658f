import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { SharingConfig } from '../config.js';

/**
 * Secrets of draws that are open, on their way to the database and back. Whoever reads the tables while people enter could
 * otherwise compute who would win, and enter or withdraw until it is himself.
 */
@Injectable()
export class DrawSecrets {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: SharingConfig) {
    this.cipher = dataCipher(config);
  }

  seal(drawId: string, secret: string): string {
    return this.cipher.seal(secret, contextOf(drawId));
  }

  open(drawId: string, sealed: string): string {
    return this.cipher.open(sealed, contextOf(drawId));
  }
}

/** Sealed for one draw, it does not open for another. */
function contextOf(drawId: string): string {
  return `draw:${drawId}`;
}
