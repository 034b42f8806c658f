import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type RemarkAppealState, remarkAppealStates } from '../remark-appeal.js';

/** Hidden by a moderator, who can show it again; withdrawn by its author for good. */
export const circlePostStates = ['shown', 'hidden', 'withdrawn'] as const;
export type CirclePostState = (typeof circlePostStates)[number];

/** A report waits until a moderator hides what it is about, or dismisses it. */
export const circleReportStates = ['waiting', 'upheld', 'dismissed', 'moot'] as const;
export type CircleReportState = (typeof circleReportStates)[number];

/** What the caller may do with a post or a comment now. */
export const circlePostActs = [
  'comment',
  'change',
  'withdraw',
  'report',
  'pin',
  'unpin',
  'hide',
  'show',
  'dismissReports',
  'appeal',
  'refuseAppeal',
] as const;
export type CirclePostAct = (typeof circlePostActs)[number];

export const circlePostTitleMax = 100;
export const circlePostTextMax = 4_000;
export const circleCommentTextMax = 1_000;
/** Posts, and comments, that one person writes within 24 hours, in all circles. */
export const circlePostsPerDayMax = 20;
export const circleCommentsPerDayMax = 100;
const reasonMax = 500;

export class WriteCirclePost {
  @Uuid() circleId: string;
  @Text({ optional: true, max: circlePostTitleMax, example: '周末去江边拍日出' }) title?: string;
  @Text({ max: circlePostTextMax, description: 'Markdown', example: '早上五点半，**东门**集合。' })
  text: string;
}

export class WriteCircleComment {
  @Uuid() postId: string;
  @Text({ max: circleCommentTextMax, example: '算我一个。' }) text: string;
}

export class ChangeCirclePost {
  @Uuid() postId: string;
  @Text({ optional: true, max: circlePostTitleMax, description: 'None where it is left out' })
  title?: string;
  @Text({ max: circlePostTextMax, description: 'Of a comment at most 1,000 characters' }) text: string;
}

export class CirclePostId {
  @Uuid({ description: 'Of a post or of a comment' }) postId: string;
}

export class HideCirclePost extends CirclePostId {
  @Text({ max: reasonMax, description: 'For its author', example: '与圈子无关的广告' }) reason: string;
}

export class AppealCirclePost extends CirclePostId {
  @Text({ max: reasonMax, description: 'Why it should be shown', example: '这是圈友要的路线图' })
  words: string;
}

export class RefuseCirclePostAppeal extends CirclePostId {
  @Text({ max: reasonMax, description: 'For its author', example: '路线图里有商家广告' }) reason: string;
}

export class ReportCirclePost extends CirclePostId {
  @Text({
    max: reasonMax,
    description: 'Read by moderators alone; who has reported it is shown to nobody',
    example: '这是卖货的广告',
  })
  words: string;
}

export class CircleReportReceipt {
  @Uuid() postId: string;
  @Instant() reportedAt: string;
}

export class ListCirclePosts extends PageRequest {
  @Uuid() circleId: string;
  @Flag({ optional: true, description: 'Posts and comments that were hidden, for moderators alone' })
  hidden?: boolean;
  @Flag({ optional: true, description: 'Of the hidden ones those alone with an appeal that waits' })
  appealed?: boolean;
}

export class ListCircleComments extends PageRequest {
  @Uuid() postId: string;
}

export class ListCircleReports extends PageRequest {
  @Uuid() circleId: string;
}

export class CirclePostActView {
  @OneOf(circlePostActs, { name: 'CirclePostAct' }) act: CirclePostAct;
}

/** A post, or a comment on one. */
export class CirclePostView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() circleId: string;
  @Uuid({ nullable: true, description: 'Of a comment: the post on which it is' }) postId: string | null;
  @OneOf(circlePostStates, { name: 'CirclePostState' }) state: CirclePostState;
  @Text({ nullable: true, max: circlePostTitleMax }) title: string | null;
  @Text({
    nullable: true,
    max: circlePostTextMax,
    description: 'Markdown; null once withdrawn, or once its author was erased',
  })
  text: string | null;
  @Text({ nullable: true, description: 'The name of its author; null once they were erased' })
  authorName: string | null;
  @Flag() isMine: boolean;
  @Flag({ description: 'Stands first' }) isPinned: boolean;
  @Whole({ description: 'Comments that are shown' }) commentCount: number;
  @Instant() writtenAt: string;
  @Instant({ nullable: true }) editedAt: string | null;
  @Text({ nullable: true, max: reasonMax, description: 'Why it was hidden, for author and moderators' })
  reason: string | null;
  @OneOf(remarkAppealStates, {
    name: 'RemarkAppealState',
    description: 'For its author and moderators; to others none',
  })
  appealState: RemarkAppealState;
  @Text({ nullable: true, max: reasonMax, description: 'What its author says against the hiding' })
  appeal: string | null;
  @Text({ nullable: true, max: reasonMax, description: 'Why the appeal was refused' }) refusal: string | null;
  @ListOf(() => CirclePostActView, { max: circlePostActs.length }) acts: CirclePostActView[];
}

/** A report with what it is about, without who made it. */
export class CircleReportLine {
  @Uuid() id: string;
  @Text({ nullable: true, max: reasonMax, description: 'Null once its writer was erased' }) words:
    string | null;
  @Instant() at: string;
  @ListOf(() => CirclePostView, { max: 1, description: 'The one post or comment that it is about' })
  about: CirclePostView[];
}

const acting = { tag: 'circles', status: 200, ifMatch: true } as const;

export const circlePostContract = {
  write: command('affairs.circle-post.write', WriteCirclePost, CirclePostView, {
    http: 'POST circles/:circleId/posts',
    tag: 'circles',
    summary: 'Writes a post to a circle, as a member and under one’s name; 20 within 24 hours',
    example: { title: '周末去江边拍日出', text: '早上五点半，**东门**集合。' },
  }),
  comment: command('affairs.circle-post.comment', WriteCircleComment, CirclePostView, {
    http: 'POST circle-posts/:postId/comments',
    tag: 'circles',
    summary: 'Comments on a post, which is then among the first; 100 within 24 hours',
    example: { text: '算我一个。' },
  }),
  change: command('affairs.circle-post.change', ChangeCirclePost, CirclePostView, {
    http: 'PATCH circle-posts/:postId',
    tag: 'circles',
    summary: 'Changes a post or a comment of one’s own; that it was changed is shown',
    ifMatch: true,
    example: { text: '早上 **六点**，东门集合。' },
  }),
  withdraw: command('affairs.circle-post.withdraw', CirclePostId, CirclePostView, {
    ...acting,
    http: 'POST circle-posts/:postId/withdraw',
    summary: 'Takes a post or a comment of one’s own back for good; its words are erased',
  }),
  hide: command('affairs.circle-post.hide', HideCirclePost, CirclePostView, {
    ...acting,
    http: 'POST circle-posts/:postId/hide',
    summary: 'Hides a post or a comment with a reason for its author, and upholds the reports on it',
    example: { reason: '与圈子无关的广告' },
  }),
  show: command('affairs.circle-post.show', CirclePostId, CirclePostView, {
    ...acting,
    http: 'POST circle-posts/:postId/show',
    summary: 'Shows what was hidden again',
  }),
  pin: command('affairs.circle-post.pin', CirclePostId, CirclePostView, {
    ...acting,
    http: 'POST circle-posts/:postId/pin',
    summary: 'Lets a post stand before all others',
  }),
  unpin: command('affairs.circle-post.unpin', CirclePostId, CirclePostView, {
    ...acting,
    http: 'POST circle-posts/:postId/unpin',
    summary: 'Lets a post stand among the others again',
  }),
  dismissReports: command('affairs.circle-post.dismiss-reports', CirclePostId, CirclePostView, {
    ...acting,
    http: 'POST circle-posts/:postId/dismiss-reports',
    summary: 'Dismisses the reports on a post or a comment, which stays as it is',
  }),
  appeal: command('affairs.circle-post.appeal', AppealCirclePost, CirclePostView, {
    ...acting,
    http: 'POST circle-posts/:postId/appeal',
    summary: 'Appeals against the hiding of a post or a comment of one’s own, once; the words are sealed',
    example: { words: '这是圈友要的路线图' },
  }),
  refuseAppeal: command('affairs.circle-post.refuse-appeal', RefuseCirclePostAppeal, CirclePostView, {
    ...acting,
    http: 'POST circle-posts/:postId/refuse-appeal',
    summary: 'Lets a post or a comment stay hidden, with a reason; whoever has hidden it may not',
    example: { reason: '路线图里有商家广告' },
  }),
  report: command('affairs.circle-post.report', ReportCirclePost, CircleReportReceipt, {
    http: 'POST circle-posts/:postId/reports',
    tag: 'circles',
    summary: 'Reports a post or a comment to the moderators, once while it waits; the words are sealed',
    example: { words: '这是卖货的广告' },
  }),
  get: query('affairs.circle-post.get', CirclePostId, CirclePostView, {
    http: 'GET circle-posts/:postId',
    tag: 'circles',
    summary: 'A post or a comment, for members; for moderators also what was reported or hidden',
  }),
  list: query('affairs.circle-post.list', ListCirclePosts, pageOf(CirclePostView), {
    http: 'GET circles/:circleId/posts',
    tag: 'circles',
    summary: 'Posts of a circle, for its members alone: pinned ones first, then by the latest comment',
  }),
  listComments: query('affairs.circle-post.list-comments', ListCircleComments, pageOf(CirclePostView), {
    http: 'GET circle-posts/:postId/comments',
    tag: 'circles',
    summary: 'Comments on a post, for members of the circle alone; the oldest first',
  }),
  listReports: query('affairs.circle-post.list-reports', ListCircleReports, pageOf(CircleReportLine), {
    http: 'GET circles/:circleId/reports',
    tag: 'circles',
    summary: 'Reports that wait in a circle, for its moderators, the oldest first; never who made them',
  }),
};
