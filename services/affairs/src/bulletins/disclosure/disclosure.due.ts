import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import { type Notice, OnDue, raiseNotices } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { bulletinStandingDue } from '../bulletin/bulletin.due.js';
import type { DisclosureItemRow } from './disclosure.entity.js';
import { type Moment, momentsBetween } from './disclosure.model.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { disclosureDue, DisclosureWaits } from './disclosure-waits.js';

/** What becomes of what is to be disclosed by itself. Whoever acts at the same moment comes first or after: the row is locked. */
@Injectable()
export class DisclosureDueWork {
  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly references: ReferenceRepository,
    private readonly waits: DisclosureWaits,
  ) {}

  /** All that has become due since the last time, also where the service stood still for days. */
  @OnDue(disclosureDue)
  async look(tx: Transaction, id: string, payload: unknown): Promise<void> {
    const { after } = payload as { readonly after: string };
    const row = await this.disclosures.lock(tx, id);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    if (row === null || union === null || row.state === 'ended') return;
    const disclosed = await this.waits.disclosed(tx, id);
    const moments = momentsBetween(row, new Date(after), tx.now).filter(({ on }) => !disclosed.has(on));
    for (const moment of moments) await this.tell(tx, { row, union }, moment);
    await this.waits.sync(tx, row);
    await this.waits.plan(tx, row);
  }

  /** A bulletin is shown no longer, or again: what it discloses is missing, or is not any more. */
  @OnDue(bulletinStandingDue)
  async standing(tx: Transaction, bulletinId: string): Promise<void> {
    for (const id of await this.disclosures.itemsBy(tx, bulletinId)) {
      const row = await this.disclosures.lock(tx, id);
      if (row !== null) await this.waits.sync(tx, row);
    }
  }

  private async tell(
    tx: Transaction,
    { row, union }: { readonly row: DisclosureItemRow; readonly union: UnionRef },
    { kind, on }: Moment,
  ): Promise<void> {
    if (kind === 'near' && on >= shanghaiDate(tx.now))
      await raiseNotices(tx, 'affairs', [noticeOf('disclosureNear', { row, on, union, told: union })]);
    if (kind !== 'overdue') return;
    const above = await this.references.unionAbove(tx, union.path);
    if (above !== null)
      await raiseNotices(tx, 'affairs', [noticeOf('disclosureOverdue', { row, on, union, told: above })]);
  }
}

interface Told {
  readonly row: DisclosureItemRow;
  readonly on: string;
  /** Which owes it. */
  readonly union: UnionRef;
  /** Whose officers learn of it. */
  readonly told: UnionRef;
}

function noticeOf(kind: 'disclosureNear' | 'disclosureOverdue', { row, on, union, told }: Told): Notice {
  return {
    kind,
    why: 'seesToDisclosure',
    about: { unionId: union.id },
    title: row.title,
    values: { at: on, unionName: union.name },
    offices: { roles: ['officer'], unionIds: [told.id], isNearest: true },
    cause: `${kind}/${row.id}/${on}`,
  };
}
