import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { SharingConfig } from '../../config/config.js';
import type { DrawEntryRow, KeptSignUp } from './draw.entity.js';

/**
 * Secrets of draws that are open, and what people say when they enter, on their way to the database and back. Whoever reads the tables while people enter could
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

  sealSignUp(entry: EntryKey, signUp: KeptSignUp): string {
    return this.cipher.seal(JSON.stringify(signUp), entryContextOf(entry));
  }

  openSignUp(entry: EntryKey, sealed: string): KeptSignUp {
    return JSON.parse(this.cipher.open(sealed, entryContextOf(entry))) as KeptSignUp;
  }
}

type EntryKey = Pick<DrawEntryRow, 'drawId' | 'personId'>;

/** Sealed for one draw, it does not open for another. */
function contextOf(drawId: string): string {
  return `draw:${drawId}`;
}

function entryContextOf({ drawId, personId }: EntryKey): string {
  return `draw-entry:${drawId}:${personId}`;
}
