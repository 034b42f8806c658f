import { Injectable } from '@nestjs/common';
import {
  type CreatedRedeemingPointView,
  type CreateRedeemingPointRequest,
  redeemingContract,
  redeemingPointsMax,
  type RedeemingPointsRequest,
  type RedeemingPointsView,
  type RedeemingPointView,
  type RevokeRedeemingPointRequest,
} from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { hashOfSecret, newLinkSecret, type Transaction, Transactions } from '@gongxiang/persistence';
import { GiveAwayAccess } from './give-away-access.js';
import type { RedeemingPointRow } from './give-away.entity.js';
import { pointViewOf } from './give-away.view.js';
import { RedeemingRepository } from './redeeming.repository.js';

/** The merchant's counters: anybody with the address of one can redeem there until it is revoked. */
@Injectable()
export class RedeemingPointService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: GiveAwayAccess,
    private readonly redeeming: RedeemingRepository,
  ) {}

  /** @throws DomainError `REDEEMING_POINTS_TOO_MANY` */
  @Handles(redeemingContract.createPoint)
  create(
    request: CreateRedeemingPointRequest,
    call: CallContext,
  ): Promise<Outcome<CreatedRedeemingPointView>> {
    const work = async (tx: Transaction): Promise<CreatedRedeemingPointView> => {
      const { id: activityId } = await this.access.lockManaged(tx, request.activityId);
      if ((await this.redeeming.countPoints(tx, activityId)) >= redeemingPointsMax)
        throw new DomainError('REDEEMING_POINTS_TOO_MANY', { params: { max: redeemingPointsMax } });
      const token = newLinkSecret();
      const row: RedeemingPointRow = {
        activityId,
        id: newId(),
        name: request.name,
        tokenHash: hashOfSecret(token),
        createdBy: tx.personId,
        createdAt: tx.now,
        revokedAt: null,
      };
      await this.redeeming.insertPoint(tx, row);
      tx.audit({ noun: 'redeeming-point', id: row.id, after: { activityId, name: row.name } });
      return { ...pointViewOf({ ...pointOf(row), redeemed: 0 }), address: `/redeem/${token}` };
    };
    return this.transactions.command(call, redeemingContract.createPoint, request, work, {
      keep: (view) => ({ ...view, address: null }),
    });
  }

  @Handles(redeemingContract.listPoints)
  list({ activityId }: RedeemingPointsRequest, call: CallContext): Promise<RedeemingPointsView> {
    return this.transactions.read(call, async (tx) => {
      await this.access.managed(tx, activityId);
      const points = await this.redeeming.points(tx, activityId);
      return { items: points.map(pointViewOf) };
    });
  }

  /** Its address stops working; its redemptions stay. @throws DomainError `REDEEMING_POINT_REVOKED` */
  @Handles(redeemingContract.revokePoint)
  revoke(request: RevokeRedeemingPointRequest, call: CallContext): Promise<Outcome<RedeemingPointView>> {
    return this.transactions.command(call, redeemingContract.revokePoint, request, async (tx) => {
      const activity = await this.access.lockManaged(tx, request.activityId);
      const [before] = await this.redeeming.points(tx, activity.id, request.pointId);
      if (before === undefined) throw new DomainError('NOT_FOUND');
      if (before.revokedAt !== null) throw new DomainError('REDEEMING_POINT_REVOKED');
      await this.redeeming.revoke(tx, activity.id, before.id);
      const { name } = before;
      tx.audit({
        noun: 'redeeming-point',
        id: before.id,
        before: { name, revoked: false },
        after: { name, revoked: true },
      });
      await this.access.hint(tx, activity);
      return pointViewOf({ ...before, revokedAt: tx.now });
    });
  }
}

function pointOf({
  id,
  name,
  createdAt,
  revokedAt,
}: RedeemingPointRow): Pick<RedeemingPointRow, 'id' | 'name' | 'createdAt' | 'revokedAt'> {
  return { id, name, createdAt, revokedAt };
}
