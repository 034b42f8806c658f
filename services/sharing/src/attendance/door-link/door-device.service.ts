import { Injectable } from '@nestjs/common';
import type {
  CheckInView,
  UndoneCheckInView,
} from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import {
  type BindDoorDevice,
  type DeviceCheckIn,
  type DeviceRosterRequest,
  type DeviceUndo,
  type DoorDeviceView,
  doorLinkContract,
  type OpenDoorLink,
  type OpenedDoorLinkView,
} from '@gongxiang/contracts/sharing/attendance/door-link.contract';
import type { RosterPage } from '@gongxiang/contracts/sharing/attendance/roster.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, hashOfSecret, type Transaction, Transactions } from '@gongxiang/persistence';
import { ActivityChanges } from '../../activities/activity/activity-changes.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import type { Entrance } from '../attendance-door.js';
import { DoorRoster } from '../door-roster.js';
import { ScanIntake } from '../scan-intake.js';
import { ScanUndoing } from '../scan-undoing.js';
import type { DoorLinkRow } from './door-link.entity.js';
import { isBoundTo, requireUsable, stateOf } from './door-link.model.js';
import { DoorLinkRepository } from './door-link.repository.js';
import { DoorLinkService } from './door-link.service.js';

interface DeviceDoor {
  readonly link: DoorLinkRow;
  readonly activity: ActivityRow;
}

/**
 * What the phone of a door helper can do. Nobody signs in there: the secret of the link binds one phone, and the secret
 * of that phone is its only credential, for these calls and this activity alone.
 */
@Injectable()
export class DoorDeviceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityChanges,
    private readonly links: DoorLinkRepository,
    private readonly doorLinks: DoorLinkService,
    private readonly roster: DoorRoster,
    private readonly intake: ScanIntake,
    private readonly undoing: ScanUndoing,
  ) {}

  /** Looking at a link binds nothing: chats and mail scanners open links, too. @throws DomainError `NOT_FOUND` */
  @Handles(doorLinkContract.open)
  open({ linkToken }: OpenDoorLink, call: CallContext): Promise<OpenedDoorLinkView> {
    return this.transactions.read(call, async (tx) => {
      const { link, activity } = await this.doorOf(
        tx,
        await this.links.findByToken(tx, hashOfSecret(linkToken)),
      );
      return {
        activityTitle: activity.title,
        timeZone: activity.timeZone,
        name: link.name,
        state: stateOf(link, activity, tx.now),
        expiresAt: link.expiresAt.toISOString(),
      };
    });
  }

  /** @throws DomainError `NOT_FOUND`, `DOOR_LINK_REVOKED`, `DOOR_LINK_ENDED`, `DOOR_LINK_BOUND` */
  @Handles(doorLinkContract.bind)
  bind(request: BindDoorDevice, call: CallContext): Promise<Outcome<DoorDeviceView>> {
    return this.transactions.command(call, doorLinkContract.bind, request, async (tx) => {
      const tokenHash = hashOfSecret(request.linkToken);
      const { link, activity } = await this.lock(tx, () => this.links.findByToken(tx, tokenHash));
      requireUsable(link, activity, tx.now);
      const deviceHash = hashOfSecret(request.deviceKey);
      if (isBoundTo(link, deviceHash)) return new ExistingResult(deviceViewOf(link, activity));
      await this.links.update(tx, link, { deviceHash, boundAt: tx.now });
      const boundAt = tx.now.toISOString();
      tx.audit({ noun: 'door-link', id: link.id, before: { boundAt: null }, after: { boundAt } });
      await this.doorLinks.hint(tx, activity);
      return deviceViewOf(link, activity);
    });
  }

  /** @throws DomainError `NOT_FOUND`, `DOOR_LINK_REVOKED`, `DOOR_LINK_ENDED`; so do the next two */
  @Handles(doorLinkContract.roster)
  read({ deviceKey, ...request }: DeviceRosterRequest, call: CallContext): Promise<RosterPage> {
    return this.transactions.read(call, async (tx) => {
      const { link, activity } = await this.doorOf(
        tx,
        await this.links.findByDevice(tx, hashOfSecret(deviceKey)),
      );
      requireUsable(link, activity, tx.now);
      const { gate } = entranceOf({ link, activity });
      return this.roster.page(tx, activity, request, { gate, until: link.expiresAt });
    });
  }

  @Handles(doorLinkContract.checkIn)
  checkIn(request: DeviceCheckIn, call: CallContext): Promise<Outcome<CheckInView>> {
    return this.transactions.command(call, doorLinkContract.checkIn, request, async (tx) => {
      const door = await this.enter(tx, request.deviceKey);
      return this.intake.take(tx, door.activity, { items: request.items, entrance: entranceOf(door) });
    });
  }

  @Handles(doorLinkContract.undo)
  undo(request: DeviceUndo, call: CallContext): Promise<Outcome<UndoneCheckInView>> {
    return this.transactions.command(call, doorLinkContract.undo, request, async (tx) => {
      const door = await this.enter(tx, request.deviceKey);
      return this.undoing.undo(tx, door.activity, { ...request, entrance: entranceOf(door) });
    });
  }

  /** The door of a phone, with its activity locked. */
  private async enter(tx: Transaction, deviceKey: string): Promise<DeviceDoor> {
    const deviceHash = hashOfSecret(deviceKey);
    const door = await this.lock(tx, () => this.links.findByDevice(tx, deviceHash));
    requireUsable(door.link, door.activity, tx.now);
    return door;
  }

  /** Links change under the lock of their activity: it is read again, as it may have been revoked meanwhile. */
  private async lock(tx: Transaction, find: () => Promise<DoorLinkRow | null>): Promise<DeviceDoor> {
    const before = await find();
    if (before === null) throw new DomainError('NOT_FOUND');
    const activity = await this.activities.lock(tx, before.activityId);
    const link = await find();
    if (link === null) throw new DomainError('NOT_FOUND');
    return { link, activity };
  }

  private async doorOf(tx: Transaction, link: DoorLinkRow | null): Promise<DeviceDoor> {
    const activity = link && (await this.activities.find(tx, link.activityId));
    if (link === null || activity === null) throw new DomainError('NOT_FOUND');
    return { link, activity };
  }
}

/** Walk-ins count in the organiser's costs: only the organiser's own staff may admit them. */
function entranceOf({ link, activity }: DeviceDoor): Entrance {
  const gate = { isOpen: activity.state === 'published', mayAdmitWalkIns: false };
  return { gate, receivedFrom: null, doorLinkId: link.id };
}

function deviceViewOf({ id, name, expiresAt }: DoorLinkRow, activity: ActivityRow): DoorDeviceView {
  return {
    linkId: id,
    activityId: activity.id,
    activityTitle: activity.title,
    name,
    expiresAt: expiresAt.toISOString(),
  };
}
