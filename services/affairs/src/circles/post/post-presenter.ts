import { Injectable } from '@nestjs/common';
import type { CirclePostView } from '@gongxiang/contracts/affairs/circles/circle-post.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { isModerator, isReader } from '../circle/circle.model.js';
import { CirclePresenter, idsOf, type SeenCircle } from '../circle/circle-presenter.js';
import { CircleSeal } from '../circle/circle-seal.js';
import { appealStateOf } from '../../reference/remark.model.js';
import type { CirclePostRow } from './post.entity.js';
import { maySeePost, postActsOf, type PostRoles } from './post.model.js';
import { type AuthorName, CirclePostRepository } from './post.repository.js';

/** A post or a comment with its circle, and what the caller is to both. */
export interface SeenPost extends SeenCircle {
  readonly row: CirclePostRow;
  readonly isReported: boolean;
}

/** Shows posts and comments to members, and to moderators what they have to decide on. */
@Injectable()
export class CirclePostPresenter {
  constructor(
    private readonly posts: CirclePostRepository,
    private readonly circlePresenter: CirclePresenter,
    private readonly seal: CircleSeal,
  ) {}

  /** @throws DomainError `NOT_FOUND` unless the caller may see it */
  async seen(tx: Transaction, postId: string): Promise<SeenPost> {
    const row = await this.posts.find(tx, postId);
    const seen = row && (await this.circlePresenter.visible(tx, row.circleId));
    if (row === null || seen === null) throw new DomainError('NOT_FOUND');
    const post = row.postId === null ? null : await this.posts.find(tx, row.postId);
    const isReported = (await this.posts.reported(tx, [postId])).has(postId);
    const within = post?.state ?? 'shown';
    if (!maySeePost({ state: row.state, isReported, within }, this.rolesOf(tx, row, seen)))
      throw new DomainError('NOT_FOUND');
    return { ...seen, row, isReported };
  }

  async view(tx: Transaction, postId: string): Promise<CirclePostView> {
    const { row, ...seen } = await this.seen(tx, postId);
    return this.one(tx, row, seen);
  }

  /** Also of what was withdrawn just now. */
  async one(tx: Transaction, row: CirclePostRow, seen: SeenCircle): Promise<CirclePostView> {
    const [view] = await this.views(tx, [row], seen);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  async views(tx: Transaction, rows: readonly CirclePostRow[], seen: SeenCircle): Promise<CirclePostView[]> {
    const ids = rows.map(({ id }) => id);
    const names = await this.posts.names(
      tx,
      seen.circle.id,
      rows.map(({ personId }) => personId),
    );
    const counts = await this.posts.commentCounts(tx, ids);
    const reported = isModerator(seen.roles) ? await this.posts.reported(tx, ids) : new Set<string>();
    return rows.map((row) => ({
      ...this.words(row, names.get(row.personId)),
      ...this.standing(tx, row, { seen, isReported: reported.has(row.id) }),
      commentCount: counts.get(row.id) ?? 0,
    }));
  }

  rolesOf(
    tx: Transaction,
    { personId, decidedBy }: Pick<CirclePostRow, 'personId' | 'decidedBy'>,
    { roles }: SeenCircle,
  ): PostRoles {
    return {
      isReader: isReader(roles),
      isModerator: isModerator(roles),
      isMine: idsOf(tx).includes(personId),
      hasDecided: decidedBy !== null && idsOf(tx).includes(decidedBy),
    };
  }

  private words(
    { id, sealedTitle, sealedText }: CirclePostRow,
    author: AuthorName | undefined,
  ): Pick<CirclePostView, 'title' | 'text' | 'authorName'> {
    return {
      title: this.seal.open('post-title', id, sealedTitle),
      text: this.seal.open('post-text', id, sealedText),
      authorName:
        author === undefined ? null : this.seal.open('member-name', author.memberId, author.sealedName),
    };
  }

  private standing(
    tx: Transaction,
    row: CirclePostRow,
    { seen, isReported }: { readonly seen: SeenCircle; readonly isReported: boolean },
  ): Omit<CirclePostView, 'title' | 'text' | 'authorName' | 'commentCount'> {
    const { id, version, circleId, postId, state, isPinned, writtenAt, editedAt } = row;
    const roles = this.rolesOf(tx, row, seen);
    const post = { state, isComment: postId !== null, isPinned, isReported, appeal: appealStateOf(row) };
    const isShown = roles.isMine || roles.isModerator;
    const open = (
      part: 'post-reason' | 'post-appeal' | 'post-refusal',
      sealed: string | null,
    ): string | null => (isShown ? this.seal.open(part, id, sealed) : null);
    return {
      id,
      version,
      circleId,
      postId,
      state,
      isPinned,
      isMine: roles.isMine,
      writtenAt: writtenAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
      reason: open('post-reason', row.sealedReason),
      appealState: isShown ? post.appeal : 'none',
      appeal: open('post-appeal', row.sealedAppeal),
      refusal: open('post-refusal', row.sealedRefusal),
      acts: postActsOf(post, seen.circle.state, roles).map((act) => ({ act })),
    };
  }
}
