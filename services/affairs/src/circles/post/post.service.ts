import { Injectable } from '@nestjs/common';
import {
  type AppealCirclePost,
  type ChangeCirclePost,
  circleCommentsPerDayMax,
  circleCommentTextMax,
  type CirclePostAct,
  circlePostContract,
  type CirclePostId,
  circlePostsPerDayMax,
  type CirclePostView,
  type CircleReportLine,
  type CircleReportReceipt,
  type HideCirclePost,
  type ListCircleComments,
  type ListCirclePosts,
  type ListCircleReports,
  type RefuseCirclePostAppeal,
  type ReportCirclePost,
  type WriteCircleComment,
  type WriteCirclePost,
} from '@gongxiang/contracts/affairs/circles/circle-post.contract';
import type { Page } from '@gongxiang/contracts/core/contract';
import { type CallContext, dayMs, DomainError, newId } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { circleActsOf, isModerator, isReader } from '../circle/circle.model.js';
import { CirclePresenter, idsOf, type SeenCircle } from '../circle/circle-presenter.js';
import { CircleRepository } from '../circle/circle.repository.js';
import { CircleSeal } from '../circle/circle-seal.js';
import { CircleWaits } from '../circle/circle-waits.js';
import { appealStateOf, noAppeal } from '../../reference/remark.model.js';
import type { CirclePostRow } from './post.entity.js';
import { isPostActEver, postActsOf } from './post.model.js';
import { CirclePostPresenter, type SeenPost } from './post-presenter.js';
import { CirclePostRepository } from './post.repository.js';

/** Members write, comment and report; moderators hide, show and pin. A person is locked before a circle, that before a post. */
@Injectable()
export class CirclePostService {
  constructor(
    private readonly transactions: Transactions,
    private readonly circles: CircleRepository,
    private readonly posts: CirclePostRepository,
    private readonly references: ReferenceRepository,
    private readonly circlePresenter: CirclePresenter,
    private readonly presenter: CirclePostPresenter,
    private readonly seal: CircleSeal,
    private readonly waits: CircleWaits,
  ) {}

  @Handles(circlePostContract.write)
  write(request: WriteCirclePost, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.write, request, async (tx) => {
      const { circleId, title, text } = request;
      await this.requireRoom(tx, { isComment: false });
      await this.circles.hold(tx, circleId);
      const seen = await this.circlePresenter.visible(tx, circleId);
      if (!isReader(seen.roles)) throw new DomainError('NOT_PERMITTED');
      if (!circleActsOf(seen.circle, seen.roles).includes('write')) throw new DomainError('CIRCLE_STATE');
      return this.add(tx, seen, { postId: null, title, text });
    });
  }

  @Handles(circlePostContract.comment)
  comment(request: WriteCircleComment, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.comment, request, async (tx) => {
      const { postId, text } = request;
      await this.requireRoom(tx, { isComment: true });
      const found = await this.posts.find(tx, postId);
      if (found === null) throw new DomainError('NOT_FOUND');
      await this.circles.hold(tx, found.circleId);
      await this.posts.lock(tx, postId);
      const seen = await this.presenter.seen(tx, postId);
      this.require(tx, seen, 'comment');
      await this.posts.touch(tx, postId);
      return this.add(tx, seen, { postId, text });
    });
  }

  @Handles(circlePostContract.change)
  change(request: ChangeCirclePost, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.change, request, async (tx) => {
      const { postId, title, text } = request;
      const seen = await this.lock(tx, postId, 'change');
      if (seen.row.postId !== null && text.length > circleCommentTextMax)
        throw new DomainError('CIRCLE_COMMENT_LONG', {
          pointer: '/text',
          params: { max: circleCommentTextMax },
        });
      const isTitled = seen.row.postId === null && title !== undefined;
      return this.save(tx, seen, {
        sealedTitle: isTitled ? this.seal.seal('post-title', postId, title) : null,
        sealedText: this.seal.seal('post-text', postId, text),
        editedAt: tx.now,
      });
    });
  }

  @Handles(circlePostContract.withdraw)
  withdraw({ postId }: CirclePostId, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.withdraw, { postId }, async (tx) => {
      const seen = await this.lock(tx, postId, 'withdraw');
      await this.posts.endReportsWithin(tx, postId);
      return this.save(tx, seen, {
        state: 'withdrawn',
        isPinned: false,
        sealedTitle: null,
        sealedText: null,
        sealedReason: null,
        sealedAppeal: null,
        sealedRefusal: null,
      });
    });
  }

  @Handles(circlePostContract.hide)
  hide({ postId, reason }: HideCirclePost, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.hide, { postId, reason }, async (tx) => {
      const seen = await this.lock(tx, postId, 'hide');
      await this.posts.endReports(tx, postId, 'upheld');
      await this.tellAuthor(tx, seen, 'circlePostHidden');
      const sealedReason = this.seal.seal('post-reason', postId, reason);
      return this.save(tx, seen, { ...noAppeal, state: 'hidden', decidedBy: tx.personId, sealedReason });
    });
  }

  @Handles(circlePostContract.show)
  show({ postId }: CirclePostId, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.show, { postId }, async (tx) => {
      const seen = await this.lock(tx, postId, 'show');
      if (seen.row.appealedAt !== null) await this.tellAuthor(tx, seen, 'circlePostShown');
      const undone = { sealedReason: null, ...noAppeal };
      return this.save(tx, seen, { state: 'shown', decidedBy: tx.personId, ...undone });
    });
  }

  @Handles(circlePostContract.appeal)
  appeal({ postId, words }: AppealCirclePost, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.appeal, { postId, words }, async (tx) => {
      const seen = await this.lock(tx, postId, 'appeal');
      const sealedAppeal = this.seal.seal('post-appeal', postId, words);
      return this.save(tx, seen, { sealedAppeal, appealedAt: tx.now });
    });
  }

  /** Whoever has hidden it stays the one who has decided: this is what another says of that. */
  @Handles(circlePostContract.refuseAppeal)
  refuseAppeal(request: RefuseCirclePostAppeal, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.refuseAppeal, request, async (tx) => {
      const { postId, reason } = request;
      const seen = await this.lock(tx, postId, 'refuseAppeal');
      await this.tellAuthor(tx, seen, 'circlePostAppealRefused');
      const sealedRefusal = this.seal.seal('post-refusal', postId, reason);
      return this.save(tx, seen, { sealedRefusal, refusedAt: tx.now });
    });
  }

  @Handles(circlePostContract.pin)
  pin({ postId }: CirclePostId, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.pin, { postId }, async (tx) =>
      this.save(tx, await this.lock(tx, postId, 'pin'), { isPinned: true }),
    );
  }

  @Handles(circlePostContract.unpin)
  unpin({ postId }: CirclePostId, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.unpin, { postId }, async (tx) =>
      this.save(tx, await this.lock(tx, postId, 'unpin'), { isPinned: false }),
    );
  }

  @Handles(circlePostContract.dismissReports)
  dismissReports({ postId }: CirclePostId, call: CallContext): Promise<Outcome<CirclePostView>> {
    return this.transactions.command(call, circlePostContract.dismissReports, { postId }, async (tx) => {
      const seen = await this.lock(tx, postId, 'dismissReports');
      await this.posts.endReports(tx, postId, 'dismissed');
      return this.save(tx, seen, { decidedBy: tx.personId });
    });
  }

  /** Not in the trail, whose lines name who has acted: nobody learns who has reported. */
  @Handles(circlePostContract.report)
  report({ postId, words }: ReportCirclePost, call: CallContext): Promise<Outcome<CircleReportReceipt>> {
    return this.transactions.command(call, circlePostContract.report, { postId, words }, async (tx) => {
      const { row, circle } = await this.locked(tx, postId, 'report');
      if (await this.posts.hasReported(tx, postId, idsOf(tx)))
        throw new DomainError('CIRCLE_REPORTED_BEFORE');
      const id = newId();
      await this.posts.addReport(tx, {
        id,
        circleId: row.circleId,
        postId,
        personId: tx.personId,
        state: 'waiting',
        sealedWords: this.seal.seal('report-words', id, words),
        reportedAt: tx.now,
      });
      await this.waits.sync(tx, circle);
      return { postId, reportedAt: tx.now.toISOString() };
    });
  }

  @Handles(circlePostContract.get)
  get({ postId }: CirclePostId, call: CallContext): Promise<CirclePostView> {
    return this.transactions.read(call, (tx) => this.presenter.view(tx, postId));
  }

  @Handles(circlePostContract.list)
  list(request: ListCirclePosts, call: CallContext): Promise<Page<CirclePostView>> {
    return this.transactions.read(call, async (tx) => {
      const { circleId, appealed = false, hidden = appealed, ...paging } = request;
      const seen = await this.circlePresenter.visible(tx, circleId);
      const decides = isModerator(seen.roles);
      if (hidden ? !decides : !isReader(seen.roles)) throw new DomainError('NOT_PERMITTED');
      const reader = { personIds: idsOf(tx), isModerator: decides };
      const rows = hidden
        ? await this.posts.hiddenIn(tx, circleId, { ...paging, appealed })
        : await this.posts.ofCircle(tx, circleId, { ...paging, ...reader });
      const page = toPage(rows, {
        limit: paging.limit,
        cursorOf: ({ isPinned, activeAt, id }) =>
          hidden ? [id] : [String(isPinned), activeAt.toISOString(), id],
      });
      return { ...page, items: await this.presenter.views(tx, page.items, seen) };
    });
  }

  @Handles(circlePostContract.listComments)
  listComments({ postId, ...paging }: ListCircleComments, call: CallContext): Promise<Page<CirclePostView>> {
    return this.transactions.read(call, async (tx) => {
      const seen = await this.presenter.seen(tx, postId);
      if (!isReader(seen.roles)) throw new DomainError('NOT_PERMITTED');
      const reader = { personIds: idsOf(tx), isModerator: isModerator(seen.roles) };
      const rows = await this.posts.commentsOn(tx, postId, { ...paging, ...reader });
      const page = toPage(rows, { limit: paging.limit, cursorOf: ({ id }) => [id] });
      return { ...page, items: await this.presenter.views(tx, page.items, seen) };
    });
  }

  @Handles(circlePostContract.listReports)
  listReports(
    { circleId, ...paging }: ListCircleReports,
    call: CallContext,
  ): Promise<Page<CircleReportLine>> {
    return this.transactions.read(call, async (tx) => {
      const seen = await this.circlePresenter.visible(tx, circleId);
      if (!isModerator(seen.roles)) throw new DomainError('NOT_PERMITTED');
      const reports = await this.posts.waitingReports(tx, circleId, paging);
      const page = toPage(reports, { limit: paging.limit, cursorOf: ({ id }) => [id] });
      const rows = await this.posts.byIds(tx, [...new Set(page.items.map(({ remarkId }) => remarkId))]);
      const views = new Map((await this.presenter.views(tx, rows, seen)).map((view) => [view.id, view]));
      const items = page.items.map(({ id, remarkId, sealedWords, reportedAt }) => {
        const about = views.get(remarkId);
        return {
          id,
          words: this.seal.open('report-words', id, sealedWords),
          at: reportedAt.toISOString(),
          about: about === undefined ? [] : [about],
        };
      });
      return { ...page, items };
    });
  }

  /** @throws DomainError `CIRCLE_POSTS_MAX`; the lock of the person keeps two at once within it */
  private async requireRoom(tx: Transaction, { isComment }: { readonly isComment: boolean }): Promise<void> {
    await this.references.lockMember(tx, tx.personId);
    const max = isComment ? circleCommentsPerDayMax : circlePostsPerDayMax;
    const since = new Date(tx.now.getTime() - dayMs);
    if ((await this.posts.countSince(tx, idsOf(tx), { since, isComment })) >= max)
      throw new DomainError('CIRCLE_POSTS_MAX', { params: { max } });
  }

  private async add(
    tx: Transaction,
    seen: SeenCircle,
    words: { readonly postId: string | null; readonly title?: string | undefined; readonly text: string },
  ): Promise<CirclePostView> {
    const { postId, title, text } = words;
    const id = newId();
    const row: CirclePostRow = {
      id,
      version: 1,
      circleId: seen.circle.id,
      postId,
      personId: tx.personId,
      state: 'shown',
      sealedTitle: title === undefined ? null : this.seal.seal('post-title', id, title),
      sealedText: this.seal.seal('post-text', id, text),
      sealedReason: null,
      decidedBy: null,
      ...noAppeal,
      isPinned: false,
      writtenAt: tx.now,
      editedAt: null,
      activeAt: tx.now,
    };
    await this.posts.insert(tx, row);
    tx.audit({ noun: 'circle-post', id, before: null, after: auditedOf(row) });
    return this.presenter.one(tx, row, seen);
  }

  /** @throws DomainError as {@link locked}, and `VERSION_STALE` */
  private async lock(tx: Transaction, postId: string, act: CirclePostAct): Promise<SeenPost> {
    const seen = await this.locked(tx, postId, act);
    requireVersion(tx, seen.row.version);
    return seen;
  }

  /**
   * Locks the circle, and the post, for an act.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `CIRCLE_POST_STATE`
   */
  private async locked(tx: Transaction, postId: string, act: CirclePostAct): Promise<SeenPost> {
    const found = await this.posts.find(tx, postId);
    if (found === null) throw new DomainError('NOT_FOUND');
    await this.circles.lock(tx, found.circleId);
    await this.posts.lock(tx, postId);
    const seen = await this.presenter.seen(tx, postId);
    this.require(tx, seen, act);
    return seen;
  }

  /** @throws DomainError `NOT_PERMITTED` to whom it never is; `CIRCLE_POST_STATE` as it stands now */
  private require(tx: Transaction, { row, circle, isReported, ...seen }: SeenPost, act: CirclePostAct): void {
    const { isPinned, state, postId } = row;
    const post = { state, isPinned, isReported, isComment: postId !== null, appeal: appealStateOf(row) };
    const roles = this.presenter.rolesOf(tx, row, { circle, ...seen });
    if (postActsOf(post, circle.state, roles).includes(act)) return;
    throw new DomainError(isPostActEver(act, post, roles) ? 'CIRCLE_POST_STATE' : 'NOT_PERMITTED');
  }

  private async save(
    tx: Transaction,
    { row: before, ...seen }: SeenPost,
    changes: Partial<CirclePostRow>,
  ): Promise<CirclePostView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.posts.update(tx, row);
    await this.waits.sync(tx, seen.circle);
    tx.audit({ noun: 'circle-post', id: row.id, before: auditedOf(before), after: auditedOf(row) });
    return this.presenter.one(tx, row, seen);
  }

  private tellAuthor(
    tx: Transaction,
    { row, circle }: SeenPost,
    kind: 'circlePostHidden' | 'circlePostShown' | 'circlePostAppealRefused',
  ): Promise<void> {
    return raiseNotices(tx, 'affairs', [
      {
        kind,
        why: 'inCircle',
        personIds: [row.personId],
        about: { postId: row.postId ?? row.id },
        title: circle.name,
        cause: `${kind}/${row.id}/${row.version}`,
      },
    ]);
  }
}

/** Neither what it says nor whose it is. */
function auditedOf(row: CirclePostRow): Record<string, unknown> {
  const { version, state, isPinned } = row;
  return { version, state, isPinned, appeal: appealStateOf(row) };
}
