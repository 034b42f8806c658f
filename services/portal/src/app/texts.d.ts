import 'i18next';
import type { TextParts } from '../i18n/index.js';

declare module '../i18n/index.js' {
  /** The texts by part. Only `core` is loaded at the start; a page names the parts that it needs. */
  interface TextParts {
    readonly bulletinReview: typeof import('../areas/bulletins/texts/zh-CN/bulletinReview.js').texts;
    readonly disclosureItem: typeof import('../areas/bulletins/texts/zh-CN/disclosureItem.js').texts;
    readonly bulletinFollow: typeof import('../areas/bulletins/texts/zh-CN/bulletinFollow.js').texts;
    readonly bulletinFile: typeof import('../areas/bulletins/texts/zh-CN/bulletinFile.js').texts;
    readonly circle: typeof import('../areas/circles/texts/zh-CN/circle.js').texts;
    readonly bulletin: typeof import('../areas/bulletins/texts/zh-CN/bulletin.js').texts;
    readonly matter: typeof import('../areas/affairs/texts/zh-CN/matter.js').texts;
    readonly matterStep: typeof import('../areas/affairs/texts/zh-CN/matterStep.js').texts;
    readonly coverage: typeof import('../areas/affairs/texts/zh-CN/coverage.js').texts;
    readonly occasion: typeof import('../areas/affairs/texts/zh-CN/occasion.js').texts;
    readonly matterMoney: typeof import('../areas/affairs/texts/zh-CN/matterMoney.js').texts;
    readonly assignment: typeof import('../areas/assignments/texts/zh-CN/assignment.js').texts;
    readonly works: typeof import('../areas/works/texts/zh-CN/works.js').texts;
    readonly vote: typeof import('../areas/evaluation/texts/zh-CN/vote.js').texts;
    readonly course: typeof import('../areas/records/texts/zh-CN/course.js').texts;
    readonly listingReview: typeof import('../areas/listings/texts/zh-CN/listingReview.js').texts;
    readonly vacancy: typeof import('../areas/listings/texts/zh-CN/vacancy.js').texts;
    readonly benefit: typeof import('../areas/listings/texts/zh-CN/benefit.js').texts;
    readonly personRecord: typeof import('../areas/records/texts/zh-CN/personRecord.js').texts;
    readonly recordImport: typeof import('../areas/records/texts/zh-CN/recordImport.js').texts;
    readonly account: typeof import('../areas/account/texts/zh-CN/account.js').texts;
    readonly bridge: typeof import('../areas/account/texts/zh-CN/bridge.js').texts;
    readonly card: typeof import('../areas/account/texts/zh-CN/card.js').texts;
    readonly credential: typeof import('../areas/account/texts/zh-CN/credential.js').texts;
    readonly breach: typeof import('../areas/account/texts/zh-CN/breach.js').texts;
    readonly erasure: typeof import('../areas/account/texts/zh-CN/erasure.js').texts;
    readonly phoneChange: typeof import('../areas/account/texts/zh-CN/phoneChange.js').texts;
    readonly noticeSettings: typeof import('../areas/account/texts/zh-CN/noticeSettings.js').texts;
    readonly calendarFeed: typeof import('../areas/account/texts/zh-CN/calendarFeed.js').texts;
    readonly found: typeof import('../areas/account/texts/zh-CN/found.js').texts;
    readonly joining: typeof import('../areas/account/texts/zh-CN/joining.js').texts;
    readonly privacy: typeof import('../areas/account/texts/zh-CN/privacy.js').texts;
    readonly mine: typeof import('../areas/account/texts/zh-CN/mine.js').texts;
    readonly activity: typeof import('../areas/activities/texts/zh-CN/activity.js').texts;
    readonly agreement: typeof import('../areas/activities/texts/zh-CN/agreement.js').texts;
    readonly album: typeof import('../areas/activities/texts/zh-CN/album.js').texts;
    readonly attachment: typeof import('../areas/activities/texts/zh-CN/attachment.js').texts;
    readonly attendance: typeof import('../areas/activities/texts/zh-CN/attendance.js').texts;
    readonly brand: typeof import('../areas/activities/texts/zh-CN/brand.js').texts;
    readonly checkIn: typeof import('../areas/activities/texts/zh-CN/checkIn.js').texts;
    readonly coHosting: typeof import('../areas/activities/texts/zh-CN/coHosting.js').texts;
    readonly correction: typeof import('../areas/activities/texts/zh-CN/correction.js').texts;
    readonly doorLink: typeof import('../areas/activities/texts/zh-CN/doorLink.js').texts;
    readonly draft: typeof import('../areas/activities/texts/zh-CN/draft.js').texts;
    readonly draw: typeof import('../areas/activities/texts/zh-CN/draw.js').texts;
    readonly eligibility: typeof import('../areas/activities/texts/zh-CN/eligibility.js').texts;
    readonly giveAway: typeof import('../areas/activities/texts/zh-CN/giveAway.js').texts;
    readonly letter: typeof import('../areas/activities/texts/zh-CN/letter.js').texts;
    readonly life: typeof import('../areas/activities/texts/zh-CN/life.js').texts;
    readonly message: typeof import('../areas/activities/texts/zh-CN/message.js').texts;
    readonly mutualInterest: typeof import('../areas/activities/texts/zh-CN/mutualInterest.js').texts;
    readonly activityForm: typeof import('../areas/activities/texts/zh-CN/activityForm.js').texts;
    readonly organising: typeof import('../areas/activities/texts/zh-CN/organising.js').texts;
    readonly picture: typeof import('../areas/activities/texts/zh-CN/picture.js').texts;
    readonly pools: typeof import('../areas/activities/texts/zh-CN/pools.js').texts;
    readonly poster: typeof import('../areas/activities/texts/zh-CN/poster.js').texts;
    readonly proposal: typeof import('../areas/activities/texts/zh-CN/proposal.js').texts;
    readonly pushHint: typeof import('../areas/activities/texts/zh-CN/pushHint.js').texts;
    readonly question: typeof import('../areas/activities/texts/zh-CN/question.js').texts;
    readonly queue: typeof import('../areas/activities/texts/zh-CN/queue.js').texts;
    readonly rehearsal: typeof import('../areas/activities/texts/zh-CN/rehearsal.js').texts;
    readonly reminder: typeof import('../areas/activities/texts/zh-CN/reminder.js').texts;
    readonly series: typeof import('../areas/activities/texts/zh-CN/series.js').texts;
    readonly signUpForm: typeof import('../areas/activities/texts/zh-CN/signUpForm.js').texts;
    readonly answering: typeof import('../areas/evaluation/texts/zh-CN/answering.js').texts;
    readonly efficacySurvey: typeof import('../areas/evaluation/texts/zh-CN/efficacySurvey.js').texts;
    readonly evaluation: typeof import('../areas/evaluation/texts/zh-CN/evaluation.js').texts;
    readonly indicatorDesign: typeof import('../areas/evaluation/texts/zh-CN/indicatorDesign.js').texts;
    readonly judging: typeof import('../areas/evaluation/texts/zh-CN/judging.js').texts;
    readonly movedToken: typeof import('../areas/evaluation/texts/zh-CN/movedToken.js').texts;
    readonly recognition: typeof import('../areas/evaluation/texts/zh-CN/recognition.js').texts;
    readonly report: typeof import('../areas/evaluation/texts/zh-CN/report.js').texts;
    readonly scores: typeof import('../areas/evaluation/texts/zh-CN/scores.js').texts;
    readonly studio: typeof import('../areas/evaluation/texts/zh-CN/studio.js').texts;
    readonly survey: typeof import('../areas/evaluation/texts/zh-CN/survey.js').texts;
    readonly surveyPlan: typeof import('../areas/evaluation/texts/zh-CN/surveyPlan.js').texts;
    readonly home: typeof import('../areas/home/texts/zh-CN/home.js').texts;
    readonly finder: typeof import('../areas/home/texts/zh-CN/finder.js').texts;
    readonly front: typeof import('../areas/home/texts/zh-CN/front.js').texts;
    readonly overview: typeof import('../areas/home/texts/zh-CN/overview.js').texts;
    readonly services: typeof import('../areas/home/texts/zh-CN/services.js').texts;
    readonly notice: typeof import('../areas/home/texts/zh-CN/notice.js').texts;
    readonly publicUnion: typeof import('../areas/home/texts/zh-CN/publicUnion.js').texts;
    readonly application: typeof import('../areas/members/texts/zh-CN/application.js').texts;
    readonly founding: typeof import('../areas/members/texts/zh-CN/founding.js').texts;
    readonly audit: typeof import('../areas/members/texts/zh-CN/audit.js').texts;
    readonly belonging: typeof import('../areas/members/texts/zh-CN/belonging.js').texts;
    readonly census: typeof import('../areas/members/texts/zh-CN/census.js').texts;
    readonly announcement: typeof import('../areas/members/texts/zh-CN/announcement.js').texts;
    readonly delivery: typeof import('../areas/members/texts/zh-CN/delivery.js').texts;
    readonly contactPoint: typeof import('../areas/members/texts/zh-CN/contactPoint.js').texts;
    readonly club: typeof import('../areas/members/texts/zh-CN/club.js').texts;
    readonly dues: typeof import('../areas/members/texts/zh-CN/dues.js').texts;
    readonly group: typeof import('../areas/members/texts/zh-CN/group.js').texts;
    readonly employment: typeof import('../areas/members/texts/zh-CN/employment.js').texts;
    readonly memberMerge: typeof import('../areas/members/texts/zh-CN/memberMerge.js').texts;
    readonly members: typeof import('../areas/members/texts/zh-CN/members.js').texts;
    readonly unionClosing: typeof import('../areas/members/texts/zh-CN/unionClosing.js').texts;
    readonly unionTransfer: typeof import('../areas/members/texts/zh-CN/unionTransfer.js').texts;
    readonly partyClosing: typeof import('../areas/members/texts/zh-CN/partyClosing.js').texts;
    readonly party: typeof import('../areas/members/texts/zh-CN/party.js').texts;
    readonly pendingChange: typeof import('../areas/members/texts/zh-CN/pendingChange.js').texts;
    readonly recordCorrection: typeof import('../areas/members/texts/zh-CN/recordCorrection.js').texts;
    readonly transfer: typeof import('../areas/members/texts/zh-CN/transfer.js').texts;
    readonly roster: typeof import('../areas/members/texts/zh-CN/roster.js').texts;
    readonly bookkeeping: typeof import('../areas/money/texts/zh-CN/bookkeeping.js').texts;
    readonly budget: typeof import('../areas/money/texts/zh-CN/budget.js').texts;
    readonly confirmation: typeof import('../areas/money/texts/zh-CN/confirmation.js').texts;
    readonly costPool: typeof import('../areas/money/texts/zh-CN/costPool.js').texts;
    readonly fundRule: typeof import('../areas/money/texts/zh-CN/fundRule.js').texts;
    readonly money: typeof import('../areas/money/texts/zh-CN/money.js').texts;
    readonly netting: typeof import('../areas/money/texts/zh-CN/netting.js').texts;
    readonly poolLife: typeof import('../areas/money/texts/zh-CN/poolLife.js').texts;
    readonly settling: typeof import('../areas/money/texts/zh-CN/settling.js').texts;
    readonly shareExplanation: typeof import('../areas/money/texts/zh-CN/shareExplanation.js').texts;
    readonly strictLedger: typeof import('../areas/money/texts/zh-CN/strictLedger.js').texts;
    readonly subsidy: typeof import('../areas/money/texts/zh-CN/subsidy.js').texts;
    readonly matterPayment: typeof import('../areas/money/texts/zh-CN/matterPayment.js').texts;
    readonly subsidyGiven: typeof import('../areas/money/texts/zh-CN/subsidyGiven.js').texts;
    readonly words: typeof import('../areas/resources/texts/zh-CN/words.js').texts;
    readonly find: typeof import('../areas/resources/texts/zh-CN/find.js').texts;
    readonly givenAndReceived: typeof import('../areas/resources/texts/zh-CN/givenAndReceived.js').texts;
    readonly grants: typeof import('../areas/resources/texts/zh-CN/grants.js').texts;
    readonly handovers: typeof import('../areas/resources/texts/zh-CN/handovers.js').texts;
    readonly lending: typeof import('../areas/resources/texts/zh-CN/lending.js').texts;
    readonly loanMoney: typeof import('../areas/resources/texts/zh-CN/loanMoney.js').texts;
    readonly loans: typeof import('../areas/resources/texts/zh-CN/loans.js').texts;
    readonly maintenance: typeof import('../areas/resources/texts/zh-CN/maintenance.js').texts;
    readonly delegation: typeof import('../areas/members/texts/zh-CN/delegation.js').texts;
    readonly mandate: typeof import('../areas/resources/texts/zh-CN/mandate.js').texts;
    readonly needs: typeof import('../areas/resources/texts/zh-CN/needs.js').texts;
    readonly profile: typeof import('../areas/resources/texts/zh-CN/profile.js').texts;
    readonly resourceForm: typeof import('../areas/resources/texts/zh-CN/resourceForm.js').texts;
    readonly resources: typeof import('../areas/resources/texts/zh-CN/resources.js').texts;
    readonly stock: typeof import('../areas/resources/texts/zh-CN/stock.js').texts;
    readonly supplyAndDemand: typeof import('../areas/resources/texts/zh-CN/supplyAndDemand.js').texts;
    readonly membersField: typeof import('./texts/zh-CN/membersField.js').texts;
    readonly listDesk: typeof import('./texts/zh-CN/listDesk.js').texts;
    readonly core: typeof import('./texts/zh-CN/core.js').texts;
  }
}

type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    /** Every key that `t` accepts, whichever part it is in. */
    resources: { translation: Together<TextParts[keyof TextParts]> };
  }
}
