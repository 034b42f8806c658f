import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { SharingConfig } from '../../config/config.js';
import type { StoredAnswers } from '@gongxiang/domain/forms';

/** The owner of the sign-up. */
interface SignUpKey {
  readonly activityId: string;
  readonly personId: string;
}

/**
 * Seals what people fill in at sign-up for storage, and opens it again: names of companions, children among them, and
 * answers such as allergies and phone numbers. `key-rotation/sealed-places.ts` repeats the contexts in SQL.
 */
@Injectable()
export class SignUpData {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: Pick<SharingConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
  }

  sealName(companion: SignUpKey & { readonly number: number }, name: string): string {
    return this.cipher.seal(name, nameContext(companion));
  }

  openName(companion: SignUpKey & { readonly number: number }, sealedName: string): string {
    return this.cipher.open(sealedName, nameContext(companion));
  }

  /** Somebody who is kept for sign-ups, under their own id: they move with their person. */
  sealRelative(id: string, name: string): string {
    return this.cipher.seal(name, `relative:${id}`);
  }

  openRelative(id: string, sealedName: string): string {
    return this.cipher.open(sealedName, `relative:${id}`);
  }

  /** All answers of a registration as one text: not even whether somebody gave a phone number is visible. */
  sealAnswers(registration: SignUpKey, answers: StoredAnswers | null): string | null {
    return answers && this.cipher.seal(JSON.stringify(answers), answersContext(registration));
  }

  openAnswers(registration: SignUpKey, sealedAnswers: string | null): StoredAnswers | null {
    if (sealedAnswers === null) return null;
    return JSON.parse(this.cipher.open(sealedAnswers, answersContext(registration))) as StoredAnswers;
  }
}

/** Sealed for one companion of one registration; a name does not open for another. */
function nameContext({ activityId, personId, number }: SignUpKey & { readonly number: number }): string {
  return `companion:${activityId}:${personId}:${number}`;
}

function answersContext({ activityId, personId }: SignUpKey): string {
  return `answers:${activityId}:${personId}`;
}
