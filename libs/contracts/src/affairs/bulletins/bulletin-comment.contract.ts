import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type RemarkAppealState, remarkAppealStates } from '../remark-appeal.js';

/**
 * Waiting to be checked; shown; hidden by an officer, who can show it again; withdrawn by its author for good. What waits is
 * shown or hidden by an officer.
 */
export const bulletinCommentStates = ['waiting', 'shown', 'hidden', 'withdrawn'] as const;
export type BulletinCommentState = (typeof bulletinCommentStates)[number];

/** A report waits until an officer hides the comment, or dismisses it. */
export const bulletinCommentReportStates = ['waiting', 'upheld', 'dismissed', 'moot'] as const;
export type BulletinCommentReportState = (typeof bulletinCommentReportStates)[number];

/** What the caller may do with a comment now. */
export const bulletinCommentActs = [
  'withdraw',
  'report',
  'hide',
  'show',
  'dismissReports',
  'appeal',
  'refuseAppeal',
] as const;
export type BulletinCommentAct = (typeof bulletinCommentActs)[number];

export const bulletinCommentTextMax = 1_000;
/** Comments that one person writes within 24 hours, under all bulletins. */
export const bulletinCommentsPerDayMax = 100;
const reasonMax = 500;

export class WriteBulletinComment {
  @Uuid() bulletinId: string;
  @Text({ max: bulletinCommentTextMax, example: '夜班的作业时间也调整吗？' }) text: string;
}

export class BulletinCommentId {
  @Uuid() commentId: string;
}

export class HideBulletinComment extends BulletinCommentId {
  @Text({ max: reasonMax, description: 'For its author', example: '与这条信息无关的广告' }) reason: string;
}

export class AppealBulletinComment extends BulletinCommentId {
  @Text({ max: reasonMax, description: 'Why it should be shown', example: '这不是广告，是我们班组的义卖' })
  words: string;
}

export class RefuseBulletinCommentAppeal extends BulletinCommentId {
  @Text({ max: reasonMax, description: 'For its author', example: '义卖请在活动页发布' }) reason: string;
}

export class ReportBulletinComment extends BulletinCommentId {
  @Text({
    max: reasonMax,
    description: 'Read by officers of the union alone; who has reported it is shown to nobody',
    example: '这是卖货的广告',
  })
  words: string;
}

export class BulletinCommentReportReceipt {
  @Uuid() commentId: string;
  @Instant() reportedAt: string;
}

export class ListBulletinComments extends PageRequest {
  @Uuid() bulletinId: string;
  @OneOf(['waiting', 'hidden', 'appealed'], {
    optional: true,
    description:
      'Those alone that wait to be checked, are hidden, or hidden with an appeal that waits; for officers of the union',
  })
  state?: 'waiting' | 'hidden' | 'appealed';
}

export class ListBulletinCommentReports extends PageRequest {
  @Uuid() bulletinId: string;
}

export class BulletinCommentActView {
  @OneOf(bulletinCommentActs, { name: 'BulletinCommentAct' }) act: BulletinCommentAct;
}

export class BulletinCommentView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() bulletinId: string;
  @OneOf(bulletinCommentStates, { name: 'BulletinCommentState' }) state: BulletinCommentState;
  @Text({
    nullable: true,
    max: bulletinCommentTextMax,
    description: 'As it was typed; null once withdrawn, or once its author was erased',
  })
  text: string | null;
  @Text({ nullable: true, description: 'Masked; null once they were erased', example: '张*' })
  authorName: string | null;
  @Flag() isMine: boolean;
  @Instant() writtenAt: string;
  @Text({ nullable: true, max: reasonMax, description: 'Why it was hidden, for author and officers' })
  reason: string | null;
  @OneOf(remarkAppealStates, {
    name: 'RemarkAppealState',
    description: 'For its author and officers; to others none',
  })
  appealState: RemarkAppealState;
  @Text({ nullable: true, max: reasonMax, description: 'What its author says against the hiding' })
  appeal: string | null;
  @Text({ nullable: true, max: reasonMax, description: 'Why the appeal was refused' }) refusal: string | null;
  @ListOf(() => BulletinCommentActView, { max: bulletinCommentActs.length }) acts: BulletinCommentActView[];
}

/** A report with the comment that it is about, without who made it. */
export class BulletinCommentReportLine {
  @Uuid() id: string;
  @Text({ nullable: true, max: reasonMax, description: 'Null once its writer was erased' }) words:
    string | null;
  @Instant() at: string;
  @ListOf(() => BulletinCommentView, { max: 1, description: 'The one comment that it is about' })
  about: BulletinCommentView[];
}

const acting = { tag: 'bulletins', status: 200, ifMatch: true } as const;

export const bulletinCommentContract = {
  write: command('affairs.bulletin-comment.write', WriteBulletinComment, BulletinCommentView, {
    http: 'POST bulletins/:bulletinId/comments',
    tag: 'bulletins',
    summary:
      'Comments on a bulletin, as a member for whom it is; it waits where comments are checked, or the caller has three strikes',
    example: { text: '夜班的作业时间也调整吗？' },
  }),
  withdraw: command('affairs.bulletin-comment.withdraw', BulletinCommentId, BulletinCommentView, {
    ...acting,
    http: 'POST bulletin-comments/:commentId/withdraw',
    summary: 'Takes a comment of one’s own back for good; its words are erased',
  }),
  hide: command('affairs.bulletin-comment.hide', HideBulletinComment, BulletinCommentView, {
    ...acting,
    http: 'POST bulletin-comments/:commentId/hide',
    summary:
      'Hides a comment with a reason for its author, and upholds the reports on it; one that was shown is a strike',
    example: { reason: '与这条信息无关的广告' },
  }),
  show: command('affairs.bulletin-comment.show', BulletinCommentId, BulletinCommentView, {
    ...acting,
    http: 'POST bulletin-comments/:commentId/show',
    summary: 'Shows a comment that waits or was hidden; its strike is gone',
  }),
  dismissReports: command(
    'affairs.bulletin-comment.dismiss-reports',
    BulletinCommentId,
    BulletinCommentView,
    {
      ...acting,
      http: 'POST bulletin-comments/:commentId/dismiss-reports',
      summary: 'Dismisses the reports on a comment, which stays as it is',
    },
  ),
  appeal: command('affairs.bulletin-comment.appeal', AppealBulletinComment, BulletinCommentView, {
    ...acting,
    http: 'POST bulletin-comments/:commentId/appeal',
    summary: 'Appeals against the hiding of a comment of one’s own, once; the words are sealed',
    example: { words: '这不是广告，是我们班组的义卖' },
  }),
  refuseAppeal: command(
    'affairs.bulletin-comment.refuse-appeal',
    RefuseBulletinCommentAppeal,
    BulletinCommentView,
    {
      ...acting,
      http: 'POST bulletin-comments/:commentId/refuse-appeal',
      summary: 'Lets a comment stay hidden, with a reason; whoever has hidden it may not',
      example: { reason: '义卖请在活动页发布' },
    },
  ),
  report: command('affairs.bulletin-comment.report', ReportBulletinComment, BulletinCommentReportReceipt, {
    http: 'POST bulletin-comments/:commentId/reports',
    tag: 'bulletins',
    summary: 'Reports a comment to the officers of the union, once while it waits; the words are sealed',
    example: { words: '这是卖货的广告' },
  }),
  list: query('affairs.bulletin-comment.list', ListBulletinComments, pageOf(BulletinCommentView), {
    http: 'GET bulletins/:bulletinId/comments',
    tag: 'bulletins',
    summary: 'Comments on a bulletin, for whoever may read it and is signed in; the newest first',
  }),
  listReports: query(
    'affairs.bulletin-comment.list-reports',
    ListBulletinCommentReports,
    pageOf(BulletinCommentReportLine),
    {
      http: 'GET bulletins/:bulletinId/comment-reports',
      tag: 'bulletins',
      summary:
        'Reports on comments that wait, for officers of the union, the oldest first; never who made them',
    },
  ),
};
