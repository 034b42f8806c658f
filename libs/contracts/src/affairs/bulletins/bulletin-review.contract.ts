import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';
import { BulletinId, BulletinView } from './bulletin.contract.js';

/** Why a reader reports a bulletin. */
export const bulletinReportGrounds = [
  'untrue',
  'unlawful',
  'privacy',
  'offensive',
  'advertising',
  'other',
] as const;
export type BulletinReportGround = (typeof bulletinReportGrounds)[number];

/**
 * Reported; the union is asked to correct it while it stays shown; hidden; corrected, and the decider has to agree;
 * appealed; dismissed; settled by a correction or an appeal; the hiding upheld, which is a strike.
 */
export const bulletinReviewStates = [
  'reported',
  'correctionAsked',
  'hidden',
  'corrected',
  'appealed',
  'dismissed',
  'settled',
  'upheld',
] as const;
export type BulletinReviewState = (typeof bulletinReviewStates)[number];

/** What a decider, or the union that has published it, may do next. */
export const bulletinReviewActs = [
  'dismiss',
  'askCorrection',
  'hide',
  'agree',
  'disagree',
  'appeal',
  'uphold',
  'overturn',
] as const;
export type BulletinReviewAct = (typeof bulletinReviewActs)[number];

/** Each act, and what happens without one: a report, a correction, and the end of the time to appeal. */
export const bulletinReviewEvents = [...bulletinReviewActs, 'report', 'correct', 'expire'] as const;
export type BulletinReviewEvent = (typeof bulletinReviewEvents)[number];

/** What a decider makes of reports. */
export const bulletinReportDecisions = ['dismiss', 'askCorrection', 'hide'] as const;
export type BulletinReportDecision = (typeof bulletinReportDecisions)[number];

/** Reports on one bulletin that are shown to its decider. */
export const bulletinReportsShownMax = 50;
const reviewEntriesMax = 200;
const reasonMax = 500;
const appealMax = 2_000;

export class ReportBulletin {
  @Uuid() bulletinId: string;
  @OneOf(bulletinReportGrounds, { name: 'BulletinReportGround' }) ground: BulletinReportGround;
  @Text({
    max: reasonMax,
    description: 'Read by the decider alone; who has reported it is shown to nobody',
    example: '第二段的补贴标准与文件不符',
  })
  words: string;
}

export class BulletinReportReceipt {
  @Uuid() bulletinId: string;
  @Instant() reportedAt: string;
}

export class BulletinReviewId {
  @Uuid() reviewId: string;
}

export class ListBulletinReviews extends PageRequest {
  @Uuid({ optional: true, description: 'Those of one bulletin alone' }) bulletinId?: string;
  @Flag({ optional: true, description: 'Those that are over, or those that go on; both where absent' })
  over?: boolean;
}

export class DecideBulletinReports {
  @Uuid() reviewId: string;
  @OneOf(bulletinReportDecisions, { name: 'BulletinReportDecision' }) decision: BulletinReportDecision;
  @Text({
    max: reasonMax,
    description: 'For the union that has published it',
    example: '标准已核实，与文件一致',
  })
  reason: string;
}

export class JudgeBulletinCorrection {
  @Uuid() reviewId: string;
  @Flag({ description: 'The correction is enough: what was hidden is shown again' }) agreed: boolean;
  @Text({ max: reasonMax, example: '已改为文件的标准' }) reason: string;
}

export class AppealBulletinHiding {
  @Uuid() reviewId: string;
  @Text({
    max: appealMax,
    description: 'Why it should be shown; once',
    example: '标准以市里新文件为准，见附件',
  })
  words: string;
}

export class DecideBulletinAppeal {
  @Uuid() reviewId: string;
  @Flag({ description: 'It stays hidden, which is a strike; otherwise it is shown again' }) upheld: boolean;
  @Text({ max: reasonMax, example: '新文件尚未施行' }) reason: string;
}

export class SendBackBulletin {
  @Uuid() bulletinId: string;
  @Text({
    max: reasonMax,
    description: 'For the union that wants to publish it',
    example: '请写明依据的文件',
  })
  reason: string;
}

export class BulletinReviewLine {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() bulletinId: string;
  @Text({ max: 100 }) title: string;
  @Text({ description: 'The union that has published it' }) unionName: string;
  @OneOf(bulletinReviewStates, { name: 'BulletinReviewState' }) state: BulletinReviewState;
  @Whole({ description: 'How many people have reported it' }) reports: number;
  @SomeOf(bulletinReportGrounds) grounds: BulletinReportGround[];
  @Instant() openedAt: string;
  @Instant({ nullable: true, description: 'Until when its union may appeal; null where it is not hidden' })
  appealUntil: string | null;
}

/** A report without who made it. */
export class BulletinReportView {
  @OneOf(bulletinReportGrounds, { name: 'BulletinReportGround' }) ground: BulletinReportGround;
  @Text({ nullable: true, max: reasonMax, description: 'Null once its writer is erased' }) words:
    string | null;
  @Instant() at: string;
}

export class BulletinReviewEntryView {
  @OneOf(bulletinReviewEvents, { name: 'BulletinReviewEvent' }) event: BulletinReviewEvent;
  @Text({ nullable: true, max: appealMax, description: 'The reason, or the words of an appeal' }) text:
    string | null;
  @Instant() at: string;
}

export class BulletinReviewActView {
  @OneOf(bulletinReviewActs, { name: 'BulletinReviewAct' }) act: BulletinReviewAct;
}

export class BulletinReviewView extends BulletinReviewLine {
  @ListOf(() => BulletinReportView, {
    max: bulletinReportsShownMax,
    description: 'The newest first, for deciders; nothing for the union that has published it',
  })
  reportsShown: BulletinReportView[];
  @ListOf(() => BulletinReviewEntryView, {
    max: reviewEntriesMax,
    description: 'What has happened, in order',
  })
  entries: BulletinReviewEntryView[];
  @ListOf(() => BulletinReviewActView, {
    max: bulletinReviewActs.length,
    description: 'What the caller may do next',
  })
  acts: BulletinReviewActView[];
  @Flag({ description: 'The caller corrects the bulletin, and thereby answers' }) correctable: boolean;
  @Whole({ description: 'Strikes of the union that count today' }) strikes: number;
  @Flag({ description: 'What the union publishes waits for the union above' }) held: boolean;
}

export class BulletinFiguresRequest {
  @Whole({ min: 2000, max: 2100, example: 2026 }) year: number;
}

/** What became of bulletins that were reported in the network, for anybody: rounded down to fives. */
export class BulletinFiguresView {
  @Whole() year: number;
  @Whole({ description: 'Bulletins that were reported; rounded down to fives' }) reported: number;
  @Whole({ description: 'Bulletins that were hidden; rounded down to fives' }) hidden: number;
  @Whole({ description: 'Bulletins that were shown again; rounded down to fives' }) restored: number;
}

const act = { tag: 'bulletins', status: 200, ifMatch: true } as const;

export const bulletinReviewContract = {
  report: command('affairs.bulletin-review.report', ReportBulletin, BulletinReportReceipt, {
    http: 'POST bulletins/:bulletinId/reports',
    tag: 'bulletins',
    summary: 'Reports a bulletin that the caller reads, once while it is not decided; the words are sealed',
    example: { ground: 'untrue', words: '第二段的补贴标准与文件不符' },
  }),
  list: query('affairs.bulletin-review.list', ListBulletinReviews, pageOf(BulletinReviewLine), {
    http: 'GET bulletin-reviews',
    tag: 'bulletins',
    summary: 'Reported bulletins of the unions whose officer the caller is, or is above, the newest first',
  }),
  get: query('affairs.bulletin-review.get', BulletinReviewId, BulletinReviewView, {
    http: 'GET bulletin-reviews/:reviewId',
    tag: 'bulletins',
    summary: 'What became of the reports on a bulletin, for its union and for who decides',
  }),
  decide: command('affairs.bulletin-review.decide', DecideBulletinReports, BulletinReviewView, {
    ...act,
    http: 'POST bulletin-reviews/:reviewId/decide',
    summary: 'Dismisses the reports, asks the union to correct its bulletin, or hides it',
    example: { decision: 'hide', reason: '补贴标准与文件不符，容易误导职工' },
  }),
  judge: command('affairs.bulletin-review.judge', JudgeBulletinCorrection, BulletinReviewView, {
    ...act,
    http: 'POST bulletin-reviews/:reviewId/judge-correction',
    summary: 'Says whether a correction is enough; what was hidden is then shown again',
    example: { agreed: true, reason: '已改为文件的标准' },
  }),
  appeal: command('affairs.bulletin-review.appeal', AppealBulletinHiding, BulletinReviewView, {
    ...act,
    http: 'POST bulletin-reviews/:reviewId/appeal',
    summary:
      'Appeals once against the hiding, within 15 days, by an officer of the union whose bulletin it is',
    example: { words: '标准以市里新文件为准，见附件' },
  }),
  decideAppeal: command('affairs.bulletin-review.decide-appeal', DecideBulletinAppeal, BulletinReviewView, {
    ...act,
    http: 'POST bulletin-reviews/:reviewId/decide-appeal',
    summary: 'Decides on an appeal, by another person than who has hidden the bulletin',
    example: { upheld: false, reason: '新文件已施行' },
  }),
  release: command('affairs.bulletin-review.release', BulletinId, BulletinView, {
    ...act,
    http: 'POST bulletins/:bulletinId/release',
    summary: 'Lets a bulletin show that waits because its union has three strikes',
  }),
  sendBack: command('affairs.bulletin-review.send-back', SendBackBulletin, BulletinView, {
    ...act,
    http: 'POST bulletins/:bulletinId/send-back',
    summary: 'Makes a bulletin that waits a draft again, with a reason',
    example: { reason: '请写明依据的文件' },
  }),
  publicFigures: query(
    'affairs.bulletin-review.public-figures',
    BulletinFiguresRequest,
    BulletinFiguresView,
    {
      http: 'GET public/bulletin-figures',
      tag: 'public',
      summary: 'How many bulletins were reported, hidden and shown again in a year, for anybody',
      public: true,
      cacheSeconds: 60,
      remembered: true,
    },
  ),
};
