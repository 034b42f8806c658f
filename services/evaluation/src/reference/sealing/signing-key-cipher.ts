import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { EvaluationConfig } from '../../config/config.js';
import { blindSign, importPrivateKey } from './blind-signature.js';

interface SignedToken {
  /** SHA-256 of the signed value, by which a repetition is recognised. */
  readonly blindedHash: Buffer;
  readonly blindSignature: Buffer;
}

/**
 * Encrypts the keys that sign tokens, and signs with them, so that reading the rows of open surveys does not allow
 * forging tokens.
 */
@Injectable()
export class SigningKeyCipher {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: EvaluationConfig) {
    this.cipher = dataCipher(config);
  }

  /** @param ownerId the id of the survey, or of the pool of a season, that signs with the key */
  seal(ownerId: string, pem: string): string {
    return this.cipher.seal(pem, contextOf(ownerId));
  }

  /**
   * The same value gets the same signature, so that a client that lost the response can ask again.
   * @param ownerId the id under which the key was encrypted
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
