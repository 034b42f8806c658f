import { Injectable } from '@nestjs/common';
import { Done, type Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateDoorLink,
  type CreatedDoorLinkView,
  doorLinkContract,
  type DoorLinkId,
  doorLinksMax,
  type DoorLinkView,
  type ListDoorLinks,
} from '@gongxiang/contracts/sharing/attendance/door-link.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { hashOfSecret, newLinkSecret, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { RoleHints } from '../../reference/role-hints.js';
import { actions } from '../actions.js';
import type { DoorLinkRow } from './door-link.entity.js';
import { expiryOf, stateOf } from './door-link.model.js';
import { type CountedDoorLink, DoorLinkRepository } from './door-link.repository.js';

/** Links for helpers at the door of one activity, who need no account. */
@Injectable()
export class DoorLinkService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
    private readonly links: DoorLinkRepository,
    private readonly hints: RoleHints,
  ) {}

  /**
   * @throws DomainError `ACTIVITY_NOT_OPEN`, `DOOR_LINK_EXPIRY`, `DOOR_LINKS_TOO_MANY`; `NOT_PERMITTED` to an API key
   */
  @Handles(doorLinkContract.create)
  create(request: CreateDoorLink, call: CallContext): Promise<Outcome<CreatedDoorLinkView>> {
    const work = async (tx: Transaction): Promise<CreatedDoorLinkView> => {
      const activity = await this.lockManaged(tx, request.activityId);
      // A key that made links would live on in them after its own revocation.
      if (tx.call.actor?.apiKeyId !== undefined) throw new DomainError('NOT_PERMITTED');
      if (activity.state !== 'published') throw new DomainError('ACTIVITY_NOT_OPEN');
      const expiresAt = expiryOf(request.expiresAt, activity, tx.now);
      if ((await this.links.countUsable(tx, activity.id)) >= doorLinksMax)
        throw new DomainError('DOOR_LINKS_TOO_MANY', { params: { max: doorLinksMax } });
      const token = newLinkSecret();
      const row: DoorLinkRow = {
        activityId: activity.id,
        id: newId(),
        name: request.name.trim(),
        tokenHash: hashOfSecret(token),
        expiresAt,
        createdBy: tx.personId,
        createdAt: tx.now,
        deviceHash: null,
        boundAt: null,
        revokedAt: null,
      };
      await this.links.insert(tx, row);
      // The name may be that of a person and stays out of the audit trail.
      const after = { activityId: activity.id, expiresAt: expiresAt.toISOString() };
      tx.audit({ noun: 'door-link', id: row.id, before: null, after });
      await this.hint(tx, activity);
      return { ...this.viewOf(tx, activity, { ...row, scans: 0 }), address: `/door/${token}` };
    };
    return this.transactions.command(call, doorLinkContract.create, request, work, {
      keep: (view) => ({ ...view, address: null }),
    });
  }

  @Handles(doorLinkContract.list)
  list(request: ListDoorLinks, call: CallContext): Promise<Page<DoorLinkView>> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.activities.find(tx, request.activityId);
      if (activity === null) throw new DomainError('NOT_FOUND');
      await this.access.manage(tx, activity, actions.manageDoorLinks);
      const rows = await this.links.list(tx, request);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: page.items.map((row) => this.viewOf(tx, activity, row)) };
    });
  }

  /** The phone can do nothing more from the commit on: nothing caches it. @throws DomainError `DOOR_LINK_REVOKED` */
  @Handles(doorLinkContract.revoke)
  revoke(request: DoorLinkId, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, doorLinkContract.revoke, request, async (tx) => {
      const activity = await this.lockManaged(tx, request.activityId);
      const row = await this.links.findById(tx, activity.id, request.linkId);
      if (row === null) throw new DomainError('NOT_FOUND');
      if (row.revokedAt !== null) throw new DomainError('DOOR_LINK_REVOKED');
      await this.links.update(tx, row, { revokedAt: tx.now });
      const revokedAt = tx.now.toISOString();
      tx.audit({ noun: 'door-link', id: row.id, before: { revokedAt: null }, after: { revokedAt } });
      await this.hint(tx, activity);
      return new Done();
    });
  }

  /** Hints at the links of an activity to the pages of those who manage them. */
  async hint(tx: Transaction, { id, unionId }: ActivityRow): Promise<void> {
    const hint = { resource: 'doorLink', id, version: tx.now.getTime() };
    await this.hints.send(tx, hint, { rule: actions.manageDoorLinks, unionIds: [unionId] });
  }

  private async lockManaged(tx: Transaction, activityId: string): Promise<ActivityRow> {
    const activity = await this.activities.lock(tx, activityId);
    await this.access.manage(tx, activity, actions.manageDoorLinks);
    return activity;
  }

  private viewOf(tx: Transaction, activity: ActivityRow, row: CountedDoorLink): DoorLinkView {
    const { id, name, expiresAt, createdAt, boundAt, revokedAt, scans } = row;
    return {
      id,
      name,
      state: stateOf(row, activity, tx.now),
      expiresAt: expiresAt.toISOString(),
      createdAt: createdAt.toISOString(),
      boundAt: boundAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
      scans,
    };
  }
}
