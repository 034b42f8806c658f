import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@gongxiang/contracts/sharing/reference/notice.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { CoHostRef } from '../activity/activity.entity.js';
import type { NoticeDetails } from '../../reference/notice/notice.model.js';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { Invitation } from './co-host-changes.js';

/** Tells hosts what the others do: whoever speaks for a party, or the person who hosts himself. */
@Injectable()
export class CoHostNotices {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** The organiser learns that a party would host on other terms. */
  async countered(tx: Transaction, invitation: Invitation): Promise<void> {
    await this.tell(tx, invitation, [organiserOf(invitation)], { kind: 'invitationCountered', details: {} });
  }

  /** All who stay learn that a host has left, and why. @param invitation with the activity as it is without it */
  async left(tx: Transaction, invitation: Invitation): Promise<void> {
    const { row, activity } = invitation;
    const details = row.reason === null ? {} : { reason: row.reason };
    const hosts = [organiserOf(invitation), ...activity.coHosts];
    await this.tell(tx, invitation, hosts, { kind: 'coHostLeft', details });
  }

  private async tell(
    tx: Transaction,
    { row, activity }: Invitation,
    hosts: readonly Omit<CoHostRef, 'name'>[],
    { kind, details }: { readonly kind: NoticeKind; readonly details: NoticeDetails },
  ): Promise<void> {
    const persons = hosts.filter((host) => host.kind === 'person').map(({ id }) => id);
    const unionIds = hosts.filter((host) => host.kind !== 'person').map(({ unionId }) => unionId);
    const people = new Set([...persons, ...(await this.references.speakersOf(tx, unionIds))]);
    const told = { activityId: activity.id, kind, why: 'hosts', cause: `${kind}/${row.id}` } as const;
    await this.writer.write(
      tx,
      [...people].map((personId) => ({
        ...told,
        personId,
        details: { ...details, partyName: row.partyName },
      })),
    );
  }
}

function organiserOf({ activity }: Invitation): Omit<CoHostRef, 'name'> {
  return { kind: activity.organiserKind, id: activity.organiserId, unionId: activity.unionId };
}
