import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { SharingConfig } from '../../config/config.js';
import type { DrawEntryRow, EntrySignUp } from './draw.entity.js';

/**
 * Seals the secrets of open draws and what entrants fill in for storage, and opens them again. Otherwise anybody who
 * can read the tables during entry could compute the winners, and enter and withdraw until they are one of them.
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

  sealSignUp(entry: EntryKey, signUp: EntrySignUp): string {
    return this.cipher.seal(JSON.stringify(signUp), entryContextOf(entry));
  }

  openSignUp(entry: EntryKey, sealed: string): EntrySignUp {
    return JSON.parse(this.cipher.open(sealed, entryContextOf(entry))) as EntrySignUp;
  }
}

type EntryKey = Pick<DrawEntryRow, 'drawId' | 'personId'>;

/** Sealed for one draw; it does not open for another. */
function contextOf(drawId: string): string {
  return `draw:${drawId}`;
}

function entryContextOf({ drawId, personId }: EntryKey): string {
  return `draw-entry:${drawId}:${personId}`;
}
