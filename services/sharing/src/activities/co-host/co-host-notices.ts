import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { Transaction } from '@gongxiang/persistence';
import type { CoHostRef } from '../activity/activity.entity.js';
import type { NoticeValues } from '@gongxiang/messaging/events';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { namedParty } from '../../reference/whom.model.js';
import type { Invitation } from './co-host-changes.js';

/** Notifies hosts of each other's steps: the representatives of a party, or the person who hosts. */
@Injectable()
export class CoHostNotices {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /**
   * The remaining hosts are notified that a host has left, and why. @param invitation with the activity as it is
   * without the host
   */
  async left(tx: Transaction, invitation: Invitation): Promise<void> {
    const { row, activity } = invitation;
    const values = row.reason === null ? {} : { reason: row.reason };
    const hosts = [organiserOf(invitation), ...activity.coHosts];
    await this.notify(tx, invitation, hosts, { kind: 'coHostLeft', values });
  }

  private async notify(
    tx: Transaction,
    { row, activity }: Invitation,
    hosts: readonly Omit<CoHostRef, 'name'>[],
    { kind, values }: { readonly kind: NoticeKind; readonly values: NoticeValues },
  ): Promise<void> {
    const persons = hosts.filter((host) => host.kind === 'person').map(({ id }) => id);
    const unionIds = hosts.filter((host) => host.kind !== 'person').map(({ unionId }) => unionId);
    const people = new Set([...persons, ...(await this.references.speakersOf(tx, unionIds))]);
    await this.writer.write(tx, [
      {
        personIds: [...people],
        about: { activityId: activity.id },
        kind,
        why: 'hosts',
        cause: `${kind}/${row.id}`,
        values: { ...values, partyName: namedParty({ kind: row.partyKind, name: row.partyName }) },
      },
    ]);
  }
}

function organiserOf({ activity }: Invitation): Omit<CoHostRef, 'name'> {
  return { kind: activity.organiserKind, id: activity.organiserId, unionId: activity.unionId };
}
