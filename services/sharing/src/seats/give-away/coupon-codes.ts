import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { SharingConfig } from '../../config/config.js';
import { hashOfCode, newCouponCode } from './coupon-code.js';

/**
 * Seals coupon codes for storage and opens them again: otherwise anybody who can read the tables could redeem them
 * all.
 */
@Injectable()
export class CouponCodes {
  private readonly cipher: Cipher;

  constructor(@Inject(CONFIG) config: SharingConfig) {
    this.cipher = dataCipher(config);
  }

  /** A code for a coupon, in the two forms in which it is stored. */
  create(couponId: string): { readonly codeHash: string; readonly sealedCode: string } {
    const code = newCouponCode();
    return { codeHash: hashOfCode(code), sealedCode: this.cipher.seal(code, contextOf(couponId)) };
  }

  open(couponId: string, sealedCode: string): string {
    return this.cipher.open(sealedCode, contextOf(couponId));
  }
}

/** Sealed for one coupon; it does not open for another. */
function contextOf(couponId: string): string {
  return `coupon:${couponId}`;
}
