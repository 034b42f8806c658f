import { Injectable } from '@nestjs/common';
import {
  type AppealBulletinComment,
  type BulletinCommentAct,
  bulletinCommentContract,
  type BulletinCommentId,
  type BulletinCommentReportLine,
  type BulletinCommentReportReceipt,
  bulletinCommentsPerDayMax,
  type BulletinCommentView,
  type HideBulletinComment,
  type ListBulletinCommentReports,
  type ListBulletinComments,
  type RefuseBulletinCommentAppeal,
  type ReportBulletinComment,
  type WriteBulletinComment,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-comment.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, dayMs, DomainError, newId } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import {
  appealStateOf,
  isRemarkActEver,
  maySeeRemark,
  noAppeal,
  remarkActsOf,
} from '../../reference/remark.model.js';
import { actions } from '../actions.js';
import { BulletinReader } from '../bulletin/bulletin-reader.js';
import { type BulletinRecord, BulletinRepository } from '../bulletin/bulletin.repository.js';
import { mayComment, mayManage } from '../bulletin/bulletin.view.js';
import type { BulletinCommentRow } from '../comment/comment.entity.js';
import { stateOnWriting, struckAtOnHiding } from '../comment/comment.model.js';
import { CommentPresenter } from './comment-presenter.js';
import { CommentRepository } from '../comment/comment.repository.js';
import { CommentSeal } from '../comment/comment-seal.js';
import { CommentWaits } from './comment-waits.js';

/** A comment and its bulletin. */
interface Seen {
  readonly row: BulletinCommentRow;
  readonly bulletin: BulletinRecord;
}

/** Members comment on bulletins and report comments; officers hide and show them. A person is locked before a bulletin, that before a comment. */
@Injectable()
export class CommentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly comments: CommentRepository,
    private readonly bulletins: BulletinRepository,
    private readonly references: ReferenceRepository,
    private readonly reader: BulletinReader,
    private readonly presenter: CommentPresenter,
    private readonly seal: CommentSeal,
    private readonly waits: CommentWaits,
  ) {}

  @Handles(bulletinCommentContract.write)
  write(request: WriteBulletinComment, call: CallContext): Promise<Outcome<BulletinCommentView>> {
    return this.transactions.command(call, bulletinCommentContract.write, request, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      const { bulletinId, text } = request;
      await this.requireRoom(tx);
      await this.bulletins.lock(tx, bulletinId);
      const bulletin = await this.reader.readable(tx, bulletinId);
      const { commenting } = bulletin;
      if (call.actor?.unionPath === null) throw new DomainError('NOT_PERMITTED');
      if (commenting === 'off' || !mayComment(bulletin, call.actor, tx.now))
        throw new DomainError('BULLETIN_COMMENTING_OFF');
      const { isHeld } = await this.comments.trustIn(tx, idsOf(tx));
      const isOfficer = mayManage(bulletin, call.actor);
      const state = stateOnWriting({ commenting, isHeld, isOfficer });
      const id = newId();
      const row: BulletinCommentRow = {
        id,
        version: 1,
        bulletinId,
        personId: tx.personId,
        state,
        sealedText: this.seal.seal('text', id, text),
        sealedReason: null,
        decidedBy: null,
        ...noAppeal,
        writtenAt: tx.now,
        struckAt: null,
      };
      await this.comments.insert(tx, row);
      if (state === 'waiting') await this.waits.sync(tx, bulletin);
      tx.audit({ noun: 'bulletinComment', id, before: null, after: auditedOf(row) });
      return this.presenter.one(tx, row, bulletin);
    });
  }

  @Handles(bulletinCommentContract.withdraw)
  withdraw({ commentId }: BulletinCommentId, call: CallContext): Promise<Outcome<BulletinCommentView>> {
    return this.transactions.command(call, bulletinCommentContract.withdraw, { commentId }, async (tx) => {
      const seen = await this.lock(tx, commentId, 'withdraw');
      await this.comments.endReports(tx, commentId, 'moot');
      const gone = { sealedText: null, sealedReason: null, sealedAppeal: null, sealedRefusal: null };
      return this.save(tx, seen, { state: 'withdrawn', ...gone });
    });
  }

  @Handles(bulletinCommentContract.hide)
  hide(request: HideBulletinComment, call: CallContext): Promise<Outcome<BulletinCommentView>> {
    return this.transactions.command(call, bulletinCommentContract.hide, request, async (tx) => {
      const { commentId, reason } = request;
      const seen = await this.lock(tx, commentId, 'hide');
      await this.comments.endReports(tx, commentId, 'upheld');
      await this.tellAuthor(tx, seen, 'bulletinCommentHidden');
      return this.save(tx, seen, {
        ...noAppeal,
        state: 'hidden',
        decidedBy: tx.personId,
        sealedReason: this.seal.seal('reason', commentId, reason),
        struckAt: struckAtOnHiding(seen.row.state, tx.now),
      });
    });
  }

  @Handles(bulletinCommentContract.show)
  show({ commentId }: BulletinCommentId, call: CallContext): Promise<Outcome<BulletinCommentView>> {
    return this.transactions.command(call, bulletinCommentContract.show, { commentId }, async (tx) => {
      const seen = await this.lock(tx, commentId, 'show');
      if (seen.row.appealedAt !== null) await this.tellAuthor(tx, seen, 'bulletinCommentShown');
      const undone = { sealedReason: null, struckAt: null, ...noAppeal };
      return this.save(tx, seen, { state: 'shown', decidedBy: tx.personId, ...undone });
    });
  }

  @Handles(bulletinCommentContract.appeal)
  appeal(request: AppealBulletinComment, call: CallContext): Promise<Outcome<BulletinCommentView>> {
    return this.transactions.command(call, bulletinCommentContract.appeal, request, async (tx) => {
      const { commentId, words } = request;
      const seen = await this.lock(tx, commentId, 'appeal');
      const sealedAppeal = this.seal.seal('appeal', commentId, words);
      return this.save(tx, seen, { sealedAppeal, appealedAt: tx.now });
    });
  }

  /** Whoever has hidden it stays the one who has decided: this is what another says of that. */
  @Handles(bulletinCommentContract.refuseAppeal)
  refuseAppeal(
    request: RefuseBulletinCommentAppeal,
    call: CallContext,
  ): Promise<Outcome<BulletinCommentView>> {
    return this.transactions.command(call, bulletinCommentContract.refuseAppeal, request, async (tx) => {
      const { commentId, reason } = request;
      const seen = await this.lock(tx, commentId, 'refuseAppeal');
      await this.tellAuthor(tx, seen, 'bulletinCommentAppealRefused');
      const sealedRefusal = this.seal.seal('refusal', commentId, reason);
      return this.save(tx, seen, { sealedRefusal, refusedAt: tx.now });
    });
  }

  @Handles(bulletinCommentContract.dismissReports)
  dismissReports(request: BulletinCommentId, call: CallContext): Promise<Outcome<BulletinCommentView>> {
    return this.transactions.command(call, bulletinCommentContract.dismissReports, request, async (tx) => {
      const seen = await this.lock(tx, request.commentId, 'dismissReports');
      await this.comments.endReports(tx, request.commentId, 'dismissed');
      return this.save(tx, seen, { decidedBy: tx.personId });
    });
  }

  /** Not in the trail, whose lines name who has acted: nobody learns who has reported. */
  @Handles(bulletinCommentContract.report)
  report(request: ReportBulletinComment, call: CallContext): Promise<Outcome<BulletinCommentReportReceipt>> {
    return this.transactions.command(call, bulletinCommentContract.report, request, async (tx) => {
      const { commentId, words } = request;
      const { row, bulletin } = await this.locked(tx, commentId, 'report');
      if (await this.comments.hasReported(tx, commentId, idsOf(tx)))
        throw new DomainError('BULLETIN_COMMENT_REPORTED_BEFORE');
      const id = newId();
      await this.comments.addReport(tx, {
        id,
        bulletinId: row.bulletinId,
        commentId,
        personId: tx.personId,
        state: 'waiting',
        sealedWords: this.seal.seal('report', id, words),
        reportedAt: tx.now,
      });
      await this.waits.sync(tx, bulletin);
      return { commentId, reportedAt: tx.now.toISOString() };
    });
  }

  @Handles(bulletinCommentContract.list)
  list(
    { bulletinId, state, ...paging }: ListBulletinComments,
    call: CallContext,
  ): Promise<Page<BulletinCommentView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      const bulletin = await this.reader.readable(tx, bulletinId);
      const isModerator = mayManage(bulletin, call.actor);
      if (state !== undefined && !isModerator) throw new DomainError('NOT_PERMITTED');
      const filter = { ...paging, personIds: idsOf(tx), isModerator, ...(state && { state }) };
      const rows = await this.comments.ofBulletin(tx, bulletinId, filter);
      const page = toPage(rows, { limit: paging.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: await this.presenter.views(tx, page.items, bulletin) };
    });
  }

  @Handles(bulletinCommentContract.listReports)
  listReports(
    { bulletinId, ...paging }: ListBulletinCommentReports,
    call: CallContext,
  ): Promise<Page<BulletinCommentReportLine>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeBulletins, {});
      const bulletin = await this.reader.visible(tx, bulletinId);
      if (!mayManage(bulletin, call.actor)) throw new DomainError('NOT_PERMITTED');
      const reports = await this.comments.waitingReports(tx, bulletinId, paging);
      const page = toPage(reports, { limit: paging.limit, cursorOf: ({ id }) => [id] });
      const rows = await this.comments.byIds(tx, [...new Set(page.items.map(({ remarkId }) => remarkId))]);
      const views = await this.presenter.views(tx, rows, bulletin);
      const items = page.items.map(({ id, remarkId, sealedWords, reportedAt }) => ({
        id,
        words: this.seal.open('report', id, sealedWords),
        at: reportedAt.toISOString(),
        about: views.filter((view) => view.id === remarkId),
      }));
      return { ...page, items };
    });
  }

  /** @throws DomainError `BULLETIN_COMMENTS_MAX`; the lock of the person keeps two at once within it */
  private async requireRoom(tx: Transaction): Promise<void> {
    await this.references.lockMember(tx, tx.personId);
    const since = new Date(tx.now.getTime() - dayMs);
    if ((await this.comments.countSince(tx, idsOf(tx), since)) >= bulletinCommentsPerDayMax)
      throw new DomainError('BULLETIN_COMMENTS_MAX', { params: { max: bulletinCommentsPerDayMax } });
  }

  /** @throws DomainError as {@link locked}, and `VERSION_STALE` */
  private async lock(tx: Transaction, commentId: string, act: BulletinCommentAct): Promise<Seen> {
    const seen = await this.locked(tx, commentId, act);
    requireVersion(tx, seen.row.version);
    return seen;
  }

  /**
   * Locks the bulletin, and the comment, for an act.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `BULLETIN_COMMENT_STATE`
   */
  private async locked(tx: Transaction, commentId: string, act: BulletinCommentAct): Promise<Seen> {
    tx.authorise(actions.seeBulletins, {});
    const found = await this.comments.find(tx, commentId);
    if (found === null) throw new DomainError('NOT_FOUND');
    await this.bulletins.lock(tx, found.bulletinId);
    const row = await this.comments.lock(tx, commentId);
    const bulletin = await this.bulletins.find(tx, found.bulletinId);
    if (row === null || bulletin === null) throw new DomainError('NOT_FOUND');
    const isReported = (await this.comments.reported(tx, [commentId])).has(commentId);
    const standing = this.presenter.standingOf(tx, row, { bulletin, isReported });
    // Whoever has written it may take it back wherever they have moved.
    if (!standing.isMine) await this.reader.readable(tx, bulletin.id);
    if (row.state !== 'withdrawn' && !maySeeRemark(standing)) throw new DomainError('NOT_FOUND');
    if (!remarkActsOf(standing).includes(act))
      throw new DomainError(isRemarkActEver(act, standing) ? 'BULLETIN_COMMENT_STATE' : 'NOT_PERMITTED');
    return { row, bulletin };
  }

  private async save(
    tx: Transaction,
    { row: before, bulletin }: Seen,
    changes: Partial<BulletinCommentRow>,
  ): Promise<BulletinCommentView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.comments.update(tx, row);
    await this.waits.sync(tx, bulletin);
    tx.audit({ noun: 'bulletinComment', id: row.id, before: auditedOf(before), after: auditedOf(row) });
    return this.presenter.one(tx, row, bulletin);
  }

  private tellAuthor(
    tx: Transaction,
    { row, bulletin }: Seen,
    kind: 'bulletinCommentHidden' | 'bulletinCommentShown' | 'bulletinCommentAppealRefused',
  ): Promise<void> {
    return raiseNotices(tx, 'affairs', [
      {
        kind,
        why: 'wroteComment',
        personIds: [row.personId],
        about: { bulletinId: bulletin.id },
        title: bulletin.title,
        cause: `${kind}/${row.id}/${row.version}`,
      },
    ]);
  }
}

/** All ids of the caller, also those of records that were merged into theirs. */
function idsOf(tx: Transaction): string[] {
  return [tx.personId, ...(tx.call.actor?.formerIds ?? [])];
}

/** Neither what it says nor whose it is. */
function auditedOf(row: BulletinCommentRow): Record<string, unknown> {
  return { version: row.version, state: row.state, appeal: appealStateOf(row) };
}
