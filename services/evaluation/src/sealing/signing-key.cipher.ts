import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { EvaluationConfig } from '../config.js';

/** Seals the keys that tokens are signed with: whoever reads the rows of open surveys makes no tokens. */
@Injectable()
export class SigningKeyCipher {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: EvaluationConfig) {
    this.cipher = dataCipher(config);
  }

  seal(surveyId: string, pem: string): string {
    return this.cipher.seal(pem, contextOf(surveyId));
  }

  open(surveyId: string, sealed: string): string {
    return this.cipher.open(sealed, contextOf(surveyId));
  }
}

function contextOf(surveyId: string): string {
  return `survey.private_key.${surveyId}`;
}
