import { Injectable } from '@nestjs/common';
import {
  type DisclosureBoardLine,
  disclosureItemContract,
  type DisclosureItemView,
  type ListDisclosureBoard,
  type ListDisclosureItems,
  type ListMyDisclosureItems,
} from '@gongxiang/contracts/affairs/bulletins/disclosure-item.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, shanghaiDate } from '@gongxiang/domain';
import { yearOf } from '@gongxiang/domain/holidays';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { BulletinRepository } from '../bulletin/bulletin.repository.js';
import type { DisclosureItemRow } from './disclosure.entity.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { type Disclosed, disclosureBoardLine, disclosureItemView, type Reading } from './disclosure.view.js';

/** Reads what is to be disclosed: a union's plan, one's own union's, and how those below stand. */
@Injectable()
export class DisclosureReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly disclosures: DisclosureRepository,
    private readonly bulletins: BulletinRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(disclosureItemContract.list)
  list(request: ListDisclosureItems, call: CallContext): Promise<Page<DisclosureItemView>> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.seen(tx, request.unionId);
      return this.page(tx, union, request);
    });
  }

  /** Nothing for whoever belongs to no union. */
  @Handles(disclosureItemContract.listMine)
  listMine(request: ListMyDisclosureItems, call: CallContext): Promise<Page<DisclosureItemView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeOwnDisclosures, {});
      const unionId = call.actor?.unionId ?? null;
      const union = unionId === null ? null : await this.references.findUnion(tx, unionId);
      return union === null ? { items: [], nextCursor: null } : this.page(tx, union, request);
    });
  }

  @Handles(disclosureItemContract.board)
  board(request: ListDisclosureBoard, call: CallContext): Promise<Page<DisclosureBoardLine>> {
    return this.transactions.read(call, async (tx) => {
      const { path } = await this.seen(tx, request.unionId);
      const reading = readingOf(tx, request.year);
      const found = await this.disclosures.boardUnions(tx, { ...request, path, year: reading.year });
      const page = toPage(found, { limit: request.limit, cursorOf: (union) => [union.path, union.id] });
      const items = await this.disclosures.ofUnions(
        tx,
        page.items.map(({ id }) => id),
      );
      const disclosed = await this.disclosed(tx, items, reading.year);
      const linesOf = (unionId: string): DisclosureItemRow[] =>
        items.filter((one) => one.unionId === unionId);
      return {
        ...page,
        items: page.items.map((union) =>
          disclosureBoardLine(union, linesOf(union.id), { disclosed, reading }),
        ),
      };
    });
  }

  /** @param year which is shown; this one where absent */
  async view(tx: Transaction, row: DisclosureItemRow, year?: number): Promise<DisclosureItemView> {
    const union = await this.references.findUnion(tx, row.unionId);
    if (union === null) throw new DomainError('NOT_FOUND');
    const reading = readingOf(tx, year);
    const disclosed = await this.disclosed(tx, [row], reading.year);
    return disclosureItemView(row, union, { disclosed, reading });
  }

  private async page(
    tx: Transaction,
    union: UnionRef,
    request: ListMyDisclosureItems,
  ): Promise<Page<DisclosureItemView>> {
    const rows = await this.disclosures.ofUnion(tx, union.id, request);
    const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
    const reading = readingOf(tx, request.year);
    const disclosed = await this.disclosed(tx, page.items, reading.year);
    return {
      ...page,
      items: page.items.map((row) => disclosureItemView(row, union, { disclosed, reading })),
    };
  }

  private async disclosed(
    tx: Transaction,
    items: readonly DisclosureItemRow[],
    year: number,
  ): Promise<Disclosed> {
    const ids = items.map(({ id }) => id);
    const met = await this.disclosures.metOf(tx, ids, year);
    const bulletins = await this.bulletins.byIds(
      tx,
      met.map(({ bulletinId }) => bulletinId),
    );
    return { met, bulletins };
  }

  /** @throws DomainError `NOT_FOUND` */
  private async seen(tx: Transaction, unionId: string): Promise<UnionRef> {
    const union = await this.references.findUnion(tx, unionId);
    tx.authorise(actions.seeDisclosures, { paths: union === null ? [] : [union.path] });
    if (union === null) throw new DomainError('NOT_FOUND');
    return union;
  }
}

function readingOf(tx: Transaction, year = yearOf(shanghaiDate(tx.now))): Reading {
  return { year, now: tx.now, actor: tx.call.actor };
}
