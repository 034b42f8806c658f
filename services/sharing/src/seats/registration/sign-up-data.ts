import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { SharingConfig } from '../../config/config.js';
import type { KeptAnswers } from '../../activities/sign-up-form/answers.model.js';

/** Whose sign-up it is. */
interface SignUpKey {
  readonly activityId: string;
  readonly personId: string;
}

/**
 * What people say when they sign up, on its way to the database and back: names of companions, children among them, and answers such
 * as allergies and phone numbers. The contexts stand in SQL beside it, in `key-rotation/sealed-places.ts`.
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

  /** All answers of a registration as one text: not even whether somebody gave a phone number is told. */
  sealAnswers(registration: SignUpKey, answers: KeptAnswers | null): string | null {
    return answers && this.cipher.seal(JSON.stringify(answers), answersContext(registration));
  }

  openAnswers(registration: SignUpKey, sealedAnswers: string | null): KeptAnswers | null {
    if (sealedAnswers === null) return null;
    return JSON.parse(this.cipher.open(sealedAnswers, answersContext(registration))) as KeptAnswers;
  }
}

/** Sealed for one companion of one registration, a name does not open for another. */
function nameContext({ activityId, personId, number }: SignUpKey & { readonly number: number }): string {
  return `companion:${activityId}:${personId}:${number}`;
}

function answersContext({ activityId, personId }: SignUpKey): string {
  return `answers:${activityId}:${personId}`;
}
