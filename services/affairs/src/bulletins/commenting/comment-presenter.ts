import { Injectable } from '@nestjs/common';
import type { BulletinCommentView } from '@gongxiang/contracts/affairs/bulletins/bulletin-comment.contract';
import { DomainError, isSelf } from '@gongxiang/domain';
import { erasedName, type Transaction } from '@gongxiang/persistence';
import { appealStateOf, remarkActsOf, type RemarkStanding } from '../../reference/remark.model.js';
import type { BulletinRecord } from '../bulletin/bulletin.repository.js';
import { mayManage } from '../bulletin/bulletin.view.js';
import type { BulletinCommentRow } from '../comment/comment.entity.js';
import { CommentRepository } from '../comment/comment.repository.js';
import { CommentSeal } from '../comment/comment-seal.js';

/** Shows comments to whoever reads their bulletin, and to its officers what they have to decide on. */
@Injectable()
export class CommentPresenter {
  constructor(
    private readonly comments: CommentRepository,
    private readonly seal: CommentSeal,
  ) {}

  async one(
    tx: Transaction,
    row: BulletinCommentRow,
    bulletin: BulletinRecord,
  ): Promise<BulletinCommentView> {
    const [view] = await this.views(tx, [row], bulletin);
    if (view === undefined) throw new DomainError('NOT_FOUND');
    return view;
  }

  async views(
    tx: Transaction,
    rows: readonly BulletinCommentRow[],
    bulletin: BulletinRecord,
  ): Promise<BulletinCommentView[]> {
    const names = await this.comments.names(
      tx,
      rows.map(({ personId }) => personId),
    );
    const reported = mayManage(bulletin, tx.call.actor)
      ? await this.comments.reported(
          tx,
          rows.map(({ id }) => id),
        )
      : new Set<string>();
    return rows.map((row) => {
      const { id, version, bulletinId, state, sealedText, sealedReason, writtenAt, personId } = row;
      const standing = this.standingOf(tx, row, { bulletin, isReported: reported.has(id) });
      const { isMine, isModerator } = standing;
      const open = (part: 'reason' | 'appeal' | 'refusal', sealed: string | null): string | null =>
        isMine || isModerator ? this.seal.open(part, id, sealed) : null;
      const name = names.get(personId) ?? erasedName;
      return {
        id,
        version,
        bulletinId,
        state,
        text: this.seal.open('text', id, sealedText),
        authorName: name === erasedName ? null : name,
        isMine,
        writtenAt: writtenAt.toISOString(),
        reason: open('reason', sealedReason),
        appealState: isMine || isModerator ? standing.appeal : 'none',
        appeal: open('appeal', row.sealedAppeal),
        refusal: open('refusal', row.sealedRefusal),
        acts: remarkActsOf(standing).map((act) => ({ act })),
      };
    });
  }

  /** Of somebody who may read the bulletin. */
  standingOf(
    { call: { actor } }: Transaction,
    row: BulletinCommentRow,
    { bulletin, isReported }: { readonly bulletin: BulletinRecord; readonly isReported: boolean },
  ): RemarkStanding {
    return {
      state: row.state,
      isReported,
      appeal: appealStateOf(row),
      isReader: true,
      isModerator: mayManage(bulletin, actor),
      isMine: actor !== null && isSelf(actor, row.personId),
      hasDecided: actor !== null && row.decidedBy !== null && isSelf(actor, row.decidedBy),
    };
  }
}
