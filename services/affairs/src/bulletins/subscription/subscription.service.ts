import { Injectable } from '@nestjs/common';
import {
  bulletinSubscriptionContract,
  type BulletinSubscriptionsView,
  type FollowedBulletinBusiness,
  type FollowedBulletinFunction,
  type FollowedBulletinKind,
  type FollowedUnionId,
  followedUnionsMax,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-subscription.contract';
import type { NoRequest } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { withUnions } from '../../reference/with-unions.js';
import { actions } from '../actions.js';
import { requireRoom, type Topic, topicKeyOf } from './subscription.model.js';
import { SubscriptionRepository } from './subscription.repository.js';

/** People follow unions, and kinds, businesses and functions of bulletins, each for themselves. */
@Injectable()
export class SubscriptionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly subscriptions: SubscriptionRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(bulletinSubscriptionContract.list)
  list(_request: NoRequest, call: CallContext): Promise<BulletinSubscriptionsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.followBulletins, {});
      return this.view(tx);
    });
  }

  /** The lock keeps somebody who follows two at once within the limit. */
  @Handles(bulletinSubscriptionContract.followUnion)
  followUnion(request: FollowedUnionId, call: CallContext): Promise<Outcome<BulletinSubscriptionsView>> {
    return this.transactions.command(call, bulletinSubscriptionContract.followUnion, request, async (tx) => {
      tx.authorise(actions.followBulletins, {});
      const { unionId } = request;
      const union = await this.references.findUnion(tx, unionId);
      if (union === null || !union.active) throw new DomainError('NOT_FOUND');
      await this.references.lockMember(tx, tx.personId);
      const followed = await this.subscriptions.of(tx, idsOf(tx));
      requireRoom(
        followed.flatMap((row) => row.unionId ?? []),
        unionId,
        followedUnionsMax,
      );
      return this.follow(tx, { unionId });
    });
  }

  @Handles(bulletinSubscriptionContract.leaveUnion)
  leaveUnion(request: FollowedUnionId, call: CallContext): Promise<Outcome<BulletinSubscriptionsView>> {
    return this.transactions.command(call, bulletinSubscriptionContract.leaveUnion, request, async (tx) => {
      tx.authorise(actions.followBulletins, {});
      // One that is closed can still be left.
      if ((await this.references.findUnion(tx, request.unionId)) === null) throw new DomainError('NOT_FOUND');
      return this.leave(tx, { unionId: request.unionId });
    });
  }

  @Handles(bulletinSubscriptionContract.followKind)
  followKind(request: FollowedBulletinKind, call: CallContext): Promise<Outcome<BulletinSubscriptionsView>> {
    return this.transactions.command(call, bulletinSubscriptionContract.followKind, request, (tx) =>
      this.follow(tx, { kind: request.kind }),
    );
  }

  @Handles(bulletinSubscriptionContract.leaveKind)
  leaveKind(request: FollowedBulletinKind, call: CallContext): Promise<Outcome<BulletinSubscriptionsView>> {
    return this.transactions.command(call, bulletinSubscriptionContract.leaveKind, request, (tx) =>
      this.leave(tx, { kind: request.kind }),
    );
  }

  @Handles(bulletinSubscriptionContract.followBusiness)
  followBusiness(
    request: FollowedBulletinBusiness,
    call: CallContext,
  ): Promise<Outcome<BulletinSubscriptionsView>> {
    return this.transactions.command(call, bulletinSubscriptionContract.followBusiness, request, (tx) =>
      this.follow(tx, { business: request.business }),
    );
  }

  @Handles(bulletinSubscriptionContract.leaveBusiness)
  leaveBusiness(
    request: FollowedBulletinBusiness,
    call: CallContext,
  ): Promise<Outcome<BulletinSubscriptionsView>> {
    return this.transactions.command(call, bulletinSubscriptionContract.leaveBusiness, request, (tx) =>
      this.leave(tx, { business: request.business }),
    );
  }

  @Handles(bulletinSubscriptionContract.followFunction)
  followFunction(
    request: FollowedBulletinFunction,
    call: CallContext,
  ): Promise<Outcome<BulletinSubscriptionsView>> {
    return this.transactions.command(call, bulletinSubscriptionContract.followFunction, request, (tx) =>
      this.follow(tx, { function: request.resourceFunction }),
    );
  }

  @Handles(bulletinSubscriptionContract.leaveFunction)
  leaveFunction(
    request: FollowedBulletinFunction,
    call: CallContext,
  ): Promise<Outcome<BulletinSubscriptionsView>> {
    return this.transactions.command(call, bulletinSubscriptionContract.leaveFunction, request, (tx) =>
      this.leave(tx, { function: request.resourceFunction }),
    );
  }

  private async follow(tx: Transaction, topic: Topic): Promise<BulletinSubscriptionsView> {
    tx.authorise(actions.followBulletins, {});
    const subject = { unionId: null, kind: null, business: null, function: null, ...topic };
    const row = { ...subject, topicKey: topicKeyOf(topic), personId: tx.personId, followedAt: tx.now };
    await this.subscriptions.add(tx, row);
    return this.view(tx);
  }

  private async leave(tx: Transaction, topic: Topic): Promise<BulletinSubscriptionsView> {
    tx.authorise(actions.followBulletins, {});
    await this.subscriptions.remove(tx, idsOf(tx), topicKeyOf(topic));
    return this.view(tx);
  }

  private async view(tx: Transaction): Promise<BulletinSubscriptionsView> {
    const rows = await this.subscriptions.of(tx, idsOf(tx));
    const ofUnions = rows.flatMap(({ unionId, followedAt }) =>
      unionId === null ? [] : [{ unionId, followedAt }],
    );
    return {
      unions: (await withUnions(tx, ofUnions)).map(({ unionId, unionName, followedAt }) => ({
        unionId,
        unionName,
        since: followedAt.toISOString(),
      })),
      kinds: rows.flatMap(({ kind, followedAt }) =>
        kind === null ? [] : [{ kind, since: followedAt.toISOString() }],
      ),
      businesses: rows.flatMap(({ business, followedAt }) =>
        business === null ? [] : [{ business, since: followedAt.toISOString() }],
      ),
      functions: rows.flatMap(({ function: followed, followedAt }) =>
        followed === null ? [] : [{ function: followed, since: followedAt.toISOString() }],
      ),
    };
  }
}

/** All ids under which the caller may follow something. */
function idsOf(tx: Transaction): string[] {
  return [tx.personId, ...(tx.call.actor?.formerIds ?? [])];
}
