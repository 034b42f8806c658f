import { Injectable } from '@nestjs/common';
import type { OfferKind } from '@gongxiang/contracts/sharing/finding/offer.contract';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type EntityTarget, type FindOperator, In, MoreThan } from 'typeorm';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import { BrandRow } from '../../organising/brand/brand.entity.js';
import { offerBrand } from '../../organising/brand/brand-offer.js';
import { ResourceRow } from '../../lending/resource/resource.entity.js';
import { offerResource } from '../../lending/resource/resource-offer.js';
import { SearchedActivities } from './searched-activities.js';

/** Due work: index all items of one kind again, one page at a time. */
const rebuildDue = 'offer-rebuild';
const perPage = 200;
const firstId = '00000000-0000-0000-0000-000000000000';

export interface IndexedOffer {
  readonly id: string;
  readonly kind: OfferKind;
}

/** Indexes what existed before the search, or before its terms changed. */
@Injectable()
export class OfferRebuild {
  constructor(private readonly activities: SearchedActivities) {}

  @OnDue(rebuildDue)
  async page(tx: Transaction, key: string, payload: unknown): Promise<void> {
    const { after = firstId } = (payload ?? {}) as { after?: string };
    const last = await this.rebuild(tx, key as OfferKind, after);
    if (last === null) return;
    await schedule(tx, { kind: rebuildDue, key, at: tx.now, payload: { after: last } });
  }

  /** Indexes some again; the rows of each kind in the order of their ids. */
  async these(tx: Transaction, offers: readonly IndexedOffer[]): Promise<void> {
    const idsOf = (kind: OfferKind): FindOperator<string> =>
      In<string>(offers.filter((one) => one.kind === kind).map(({ id }) => id)) as FindOperator<string>;
    await indexRows(tx, ResourceRow, idsOf('resource'), (row) => offerResource(tx, row));
    await indexRows(tx, ActivityRow, idsOf('activity'), (row) => this.activities.index(tx, row));
    await indexRows(tx, BrandRow, idsOf('brand'), (row) => offerBrand(tx, row));
  }

  /** @returns the last id, or null at the end */
  private rebuild(tx: Transaction, kind: OfferKind, after: string): Promise<string | null> {
    switch (kind) {
      case 'resource':
        return pageOf(tx, ResourceRow, after, (row) => offerResource(tx, row));
      case 'activity':
        return pageOf(tx, ActivityRow, after, (row) => this.activities.index(tx, row));
      case 'brand':
        return pageOf(tx, BrandRow, after, (row) => offerBrand(tx, row));
    }
  }
}

async function pageOf<Row extends { id: string }>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  after: string,
  index: (row: Row) => Promise<void>,
): Promise<string | null> {
  const rows = await indexRows(tx, entity, MoreThan(after), index);
  return rows.length < perPage ? null : (rows.at(-1)?.id ?? null);
}

/** The rows are locked meanwhile, so that no concurrent change is overwritten with old data. */
async function indexRows<Row extends { id: string }>(
  tx: Transaction,
  entity: EntityTarget<Row>,
  ids: FindOperator<string>,
  index: (row: Row) => Promise<void>,
): Promise<Row[]> {
  const rows = await tx.sql.find(entity, {
    where: { id: ids } as object,
    order: { id: 'ASC' } as object,
    take: perPage,
    lock: { mode: 'pessimistic_read' },
  });
  for (const row of rows) await index(row);
  return rows;
}
