import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { EvaluationConfig } from '../../config/config.js';
import { blindSign, importPrivateKey } from './blind-signature.js';

export interface SignedToken {
  /** SHA-256 of what was signed: by it the same is known again. */
  readonly blindedHash: Buffer;
  readonly blindSignature: Buffer;
}

/** Seals the keys that tokens are signed with, and signs: whoever reads the rows of open surveys makes no tokens. */
@Injectable()
export class SigningKeyCipher {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: EvaluationConfig) {
    this.cipher = dataCipher(config);
  }

  /** @param ownerId of whatever signs with it: a survey, or a pool of a season */
  seal(ownerId: string, pem: string): string {
    return this.cipher.seal(pem, contextOf(ownerId));
  }

  /**
   * The same value gets the same signature: whoever lost the answer asks once more.
   * @param ownerId under which the key was sealed
   * @param blindedToken 256 bytes, base64
   * @throws DomainError `BLINDED_TOKEN_INVALID`
   */
  sign(ownerId: string, sealed: string, blindedToken: string): SignedToken {
    const blinded = Buffer.from(blindedToken, 'base64');
    const key = importPrivateKey(this.cipher.open(sealed, contextOf(ownerId)));
    const blindSignature = blindSign(key, blinded);
    return { blindedHash: createHash('sha256').update(blinded).digest(), blindSignature };
  }
}

function contextOf(ownerId: string): string {
  return `survey.private_key.${ownerId}`;
}
