import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { CouponRepository } from './coupon.repository.js';
import { RedeemingRepository } from './redeeming.repository.js';

/** What was handed out for a give-away, and is to be taken back with it. */
@Injectable()
export class GivenOut {
  constructor(
    private readonly coupons: CouponRepository,
    private readonly redeeming: RedeemingRepository,
  ) {}

  /** @returns whose coupons are void now @throws DomainError `GIVE_AWAY_REDEEMED` */
  async takeBack(tx: Transaction, { id }: ActivityRow): Promise<string[]> {
    const { redeemed } = await this.coupons.totals(tx, id);
    if (redeemed > 0) throw new DomainError('GIVE_AWAY_REDEEMED', { params: { redeemed } });
    await this.redeeming.revoke(tx, id, null);
    return this.coupons.voidAll(tx, id);
  }
}
