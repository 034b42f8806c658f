import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { CouponRepository } from './coupon.repository.js';
import { RedeemingRepository } from './redeeming.repository.js';

/** Revokes what was issued for a give-away. */
@Injectable()
export class IssuedCoupons {
  constructor(
    private readonly coupons: CouponRepository,
    private readonly redeeming: RedeemingRepository,
  ) {}

  /** @returns the owners of the voided coupons @throws DomainError `GIVE_AWAY_REDEEMED` */
  async revoke(tx: Transaction, { id }: ActivityRow): Promise<string[]> {
    const { redeemed } = await this.coupons.totals(tx, id);
    if (redeemed > 0) throw new DomainError('GIVE_AWAY_REDEEMED', { params: { redeemed } });
    await this.redeeming.revoke(tx, id, null);
    return this.coupons.voidAll(tx, id);
  }
}
