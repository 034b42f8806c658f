import { Injectable } from '@nestjs/common';
import {
  bulletinContract,
  type BulletinId,
  type BulletinRevisionId,
  type BulletinRevisionView,
  type BulletinsToConfirmView,
  type BulletinSummary,
  type BulletinView,
  type ListBulletins,
  type ListBulletinsToConfirm,
  type ListPublicBulletins,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type Actor, type CallContext, DomainError, isSelf, mayDo, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { BulletinFiles } from '../bulletin-file/bulletin-files.js';
import { CommentRepository } from '../comment/comment.repository.js';
import { SubscriptionRepository } from '../subscription/subscription.repository.js';
import type { BulletinRow } from './bulletin.entity.js';
import { AudienceRepository } from '../audience/audience.repository.js';
import { isReadByAllOf } from '../audience/audience.model.js';
import { isShown } from './bulletin.model.js';
import { type BulletinRecord, BulletinRepository, type Followed } from './bulletin.repository.js';
import {
  bulletinSummary,
  bulletinView,
  mayManage,
  maySee,
  revisionView,
  toConfirmView,
} from './bulletin.view.js';
import { ReceiptRepository } from './receipt.repository.js';

type CursorOf = Parameters<typeof toPage<BulletinRecord>>[1]['cursorOf'];

/** Reads bulletins: what is for the reader, what is for anybody, and what a union has written. */
@Injectable()
export class BulletinReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly bulletins: BulletinRepository,
    private readonly receipts: ReceiptRepository,
    private readonly references: ReferenceRepository,
    private readonly files: BulletinFiles,
    private readonly subscriptions: SubscriptionRepository,
    private readonly comments: CommentRepository,
    private readonly audiences: AudienceRepository,
  ) {}

  @Handles(bulletinContract.get)
  get({ bulletinId }: BulletinId, call: CallContext): Promise<BulletinView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      return this.view(tx, await this.visible(tx, bulletinId));
    });
  }

  @Handles(bulletinContract.getPublic)
  getPublic({ bulletinId }: BulletinId, call: CallContext): Promise<BulletinView> {
    return this.transactions.read(call, async (tx) => this.view(tx, await this.visible(tx, bulletinId)));
  }

  @Handles(bulletinContract.revision)
  revision({ bulletinId, number }: BulletinRevisionId, call: CallContext): Promise<BulletinRevisionView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      await this.readable(tx, bulletinId);
      const row = await this.bulletins.revision(tx, bulletinId, number);
      if (row === null) throw new DomainError('NOT_FOUND');
      return revisionView(row, await this.files.views(tx, row.words));
    });
  }

  @Handles(bulletinContract.list)
  list(request: ListBulletins, call: CallContext): Promise<Page<BulletinSummary>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      const { state } = request;
      if (state === undefined) return this.shown(tx, request);
      const paths = reachOf(call.actor, actions.manageBulletins);
      const records = await this.bulletins.ofUnions(tx, { ...request, paths, state });
      return this.page(tx, records, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(bulletinContract.listPublic)
  listPublic(request: ListPublicBulletins, call: CallContext): Promise<Page<BulletinSummary>> {
    return this.transactions.read(call, (tx) => this.shown(tx, request));
  }

  /** It is looked up for each reader when they ask: a bulletin may be for a hundred thousand. */
  @Handles(bulletinContract.listToConfirm)
  listToConfirm(_request: ListBulletinsToConfirm, call: CallContext): Promise<BulletinsToConfirmView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      const { actor } = tx.call;
      const upwards = await this.references.unionsUpwards(tx, actor?.unionPath ?? null);
      const keys = await this.audiences.keysOf(tx, actor);
      const records = await this.bulletins.toConfirm(tx, { keys, upwards, personIds: idsOf(actor) });
      return { items: records.map(toConfirmView) };
    });
  }

  /**
   * Whether a draft may cite what it does: something that is shown to its union and to everybody for whom it is. Only
   * what is published is cited, and what cites it stays as it was published, so that nothing comes to cite itself.
   * @throws DomainError `BULLETIN_CITED_UNFIT`, `BULLETIN_CITED_NARROWER`
   */
  async requireCitable(tx: Transaction, citing: BulletinRow, union: UnionRef): Promise<void> {
    if (citing.citesId === null) return;
    const cited = await this.bulletins.find(tx, citing.citesId);
    const keys = await this.audiences.keysOf(tx, { unionId: union.id, unionPath: union.path });
    const isCitable =
      cited?.state === 'published' && isShown(cited, tx.now) && keys.includes(cited.audienceKey);
    if (!isCitable) throw new DomainError('BULLETIN_CITED_UNFIT', { pointer: '/citesId' });
    if (!isReadByAllOf(cited, { ...citing, unionPath: union.path }))
      throw new DomainError('BULLETIN_CITED_NARROWER', { pointer: '/citesId' });
  }

  async view(tx: Transaction, record: BulletinRecord): Promise<BulletinView> {
    const { actor } = tx.call;
    const present = await this.bulletins.revision(tx, record.id, record.revision);
    if (present === null) throw new Error(`Bulletin ${record.id} is without revision ${record.revision}.`);
    const revisions = await this.bulletins.revisions(tx, record.id);
    const confirmed = await this.receipts.of(tx, idsOf(actor), [record.id]);
    const cited = record.citesId === null ? null : await this.bulletins.find(tx, record.citesId);
    const parts = {
      present,
      revisions,
      files: await this.files.views(tx, present.words),
      confirmedAt: confirmed.get(record.id) ?? null,
      cites: cited !== null && maySee(cited, actor, tx.now) ? cited : null,
      citedByUnions: await this.bulletins.citedByUnions(tx, record),
      isReleasable: record.state === 'waiting' && (await this.mayDecide(tx, record, record.unionPath)),
      commentCount: await this.comments.countShown(tx, record.id),
      commentsWaiting: mayManage(record, actor) ? await this.commentsWaiting(tx, record.id) : null,
    };
    return bulletinView(record, parts, { actor, now: tx.now });
  }

  private async commentsWaiting(tx: Transaction, bulletinId: string): Promise<number> {
    const { comments, reports, appeals } = await this.comments.waiting(tx, bulletinId);
    return comments + reports + appeals;
  }

  /** Whether the caller decides for the union above, or at the top for the same; nobody does on what they have written. */
  async mayDecide(tx: Transaction, row: BulletinRow, path: string): Promise<boolean> {
    const { actor } = tx.call;
    if (actor === null || isSelf(actor, row.createdBy)) return false;
    const above = await this.references.unionAbove(tx, path);
    return mayDo(actor, actions.decideOnBulletins, { paths: [above?.path ?? path] });
  }

  /** @throws DomainError `NOT_FOUND` */
  async visible(tx: Transaction, bulletinId: string): Promise<BulletinRecord> {
    const record = await this.bulletins.find(tx, bulletinId);
    if (record === null || !maySee(record, tx.call.actor, tx.now)) throw new DomainError('NOT_FOUND');
    return record;
  }

  /** Of what was withdrawn its readers see nothing but the fact. @throws DomainError `NOT_FOUND` */
  async readable(tx: Transaction, bulletinId: string): Promise<BulletinRecord> {
    const record = await this.visible(tx, bulletinId);
    if (record.state === 'withdrawn' && !mayManage(record, tx.call.actor)) throw new DomainError('NOT_FOUND');
    return record;
  }

  private async shown(tx: Transaction, request: ListBulletins): Promise<Page<BulletinSummary>> {
    const { actor } = tx.call;
    const upwards = await this.references.unionsUpwards(tx, actor?.unionPath ?? null);
    const of = actor !== null && request.followed ? await this.followed(tx, actor, upwards) : undefined;
    const filter = { ...request, ...(of === undefined ? {} : { of }) };
    const keys = await this.audiences.keysOf(tx, actor);
    const records = await this.bulletins.shownTo(tx, keys, filter);
    const cursorOf: CursorOf = ({ isPinned, shownFrom, id }) => [
      isPinned ? 1 : 0,
      shownFrom?.toISOString() ?? null,
      id,
    ];
    return this.page(tx, records, { limit: request.limit, cursorOf });
  }

  private async followed(tx: Transaction, actor: Actor, upwards: readonly string[]): Promise<Followed> {
    const rows = await this.subscriptions.of(tx, idsOf(actor));
    return {
      unionIds: rows.flatMap(({ unionId }) => unionId ?? []),
      kinds: rows.flatMap(({ kind }) => kind ?? []),
      businesses: rows.flatMap(({ business }) => business ?? []),
      functions: rows.flatMap((row) => row.function ?? []),
      upwards,
    };
  }

  private async page(
    tx: Transaction,
    records: readonly BulletinRecord[],
    paging: { readonly limit: number | undefined; readonly cursorOf: CursorOf },
  ): Promise<Page<BulletinSummary>> {
    const { actor } = tx.call;
    const page = toPage(records, paging);
    const asked = page.items.filter(({ mustRead }) => mustRead).map(({ id }) => id);
    const confirmed = await this.receipts.of(tx, idsOf(actor), asked);
    return {
      ...page,
      items: page.items.map((record) => bulletinSummary(record, confirmed.get(record.id) ?? null, actor)),
    };
  }
}

/** All ids under which somebody may have confirmed something. */
function idsOf(actor: Actor | null): string[] {
  return actor === null ? [] : [actor.personId, ...(actor.formerIds ?? [])];
}
