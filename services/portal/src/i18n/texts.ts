import type { texts as account } from './zh-CN/account.js';
import type { texts as activity } from './zh-CN/activity.js';
import type { texts as agreement } from './zh-CN/agreement.js';
import type { texts as answering } from './zh-CN/answering.js';
import type { texts as attendance } from './zh-CN/attendance.js';
import type { texts as album } from './zh-CN/album.js';
import type { texts as attachment } from './zh-CN/attachment.js';
import type { texts as belonging } from './zh-CN/belonging.js';
import type { texts as audit } from './zh-CN/audit.js';
import type { texts as bookkeeping } from './zh-CN/bookkeeping.js';
import type { texts as brand } from './zh-CN/brand.js';
import type { texts as budget } from './zh-CN/budget.js';
import type { texts as calendarFeed } from './zh-CN/calendarFeed.js';
import type { texts as checkIn } from './zh-CN/checkIn.js';
import type { texts as club } from './zh-CN/club.js';
import type { texts as coHosting } from './zh-CN/coHosting.js';
import type { texts as confirmation } from './zh-CN/confirmation.js';
import type { texts as core } from './zh-CN/core.js';
import type { texts as correction } from './zh-CN/correction.js';
import type { texts as costPool } from './zh-CN/costPool.js';
import type { texts as draft } from './zh-CN/draft.js';
import type { texts as draw } from './zh-CN/draw.js';
import type { texts as efficacySurvey } from './zh-CN/efficacySurvey.js';
import type { texts as eligibility } from './zh-CN/eligibility.js';
import type { texts as evaluation } from './zh-CN/evaluation.js';
import type { texts as find } from './zh-CN/find.js';
import type { texts as fundRule } from './zh-CN/fundRule.js';
import type { texts as givenAndReceived } from './zh-CN/givenAndReceived.js';
import type { texts as giveAway } from './zh-CN/giveAway.js';
import type { texts as handovers } from './zh-CN/handovers.js';
import type { texts as grants } from './zh-CN/grants.js';
import type { texts as home } from './zh-CN/home.js';
import type { texts as indicatorDesign } from './zh-CN/indicatorDesign.js';
import type { texts as intake } from './zh-CN/intake.js';
import type { texts as judging } from './zh-CN/judging.js';
import type { texts as lending } from './zh-CN/lending.js';
import type { texts as letter } from './zh-CN/letter.js';
import type { texts as life } from './zh-CN/life.js';
import type { texts as loanMoney } from './zh-CN/loanMoney.js';
import type { texts as loans } from './zh-CN/loans.js';
import type { texts as maintenance } from './zh-CN/maintenance.js';
import type { texts as mandate } from './zh-CN/mandate.js';
import type { texts as members } from './zh-CN/members.js';
import type { texts as message } from './zh-CN/message.js';
import type { texts as mine } from './zh-CN/mine.js';
import type { texts as money } from './zh-CN/money.js';
import type { texts as movedToken } from './zh-CN/movedToken.js';
import type { texts as mutualInterest } from './zh-CN/mutualInterest.js';
import type { texts as needs } from './zh-CN/needs.js';
import type { texts as netting } from './zh-CN/netting.js';
import type { texts as notice } from './zh-CN/notice.js';
import type { texts as organising } from './zh-CN/organising.js';
import type { texts as party } from './zh-CN/party.js';
import type { texts as pendingChange } from './zh-CN/pendingChange.js';
import type { texts as picture } from './zh-CN/picture.js';
import type { texts as poolLife } from './zh-CN/poolLife.js';
import type { texts as pools } from './zh-CN/pools.js';
import type { texts as profile } from './zh-CN/profile.js';
import type { texts as proposal } from './zh-CN/proposal.js';
import type { texts as poster } from './zh-CN/poster.js';
import type { texts as publicUnion } from './zh-CN/publicUnion.js';
import type { texts as question } from './zh-CN/question.js';
import type { texts as queue } from './zh-CN/queue.js';
import type { texts as recognition } from './zh-CN/recognition.js';
import type { texts as rehearsal } from './zh-CN/rehearsal.js';
import type { texts as reminder } from './zh-CN/reminder.js';
import type { texts as report } from './zh-CN/report.js';
import type { texts as resourceForm } from './zh-CN/resourceForm.js';
import type { texts as resources } from './zh-CN/resources.js';
import type { texts as roster } from './zh-CN/roster.js';
import type { texts as scores } from './zh-CN/scores.js';
import type { texts as series } from './zh-CN/series.js';
import type { texts as settling } from './zh-CN/settling.js';
import type { texts as shareExplanation } from './zh-CN/shareExplanation.js';
import type { texts as signUpForm } from './zh-CN/signUpForm.js';
import type { texts as supplyAndDemand } from './zh-CN/supplyAndDemand.js';
import type { texts as stock } from './zh-CN/stock.js';
import type { texts as studio } from './zh-CN/studio.js';
import type { texts as subsidy } from './zh-CN/subsidy.js';
import type { texts as subsidyGiven } from './zh-CN/subsidyGiven.js';
import type { texts as strictLedger } from './zh-CN/strictLedger.js';
import type { texts as survey } from './zh-CN/survey.js';
import type { texts as surveyPlan } from './zh-CN/surveyPlan.js';

/** Another language says exactly what the Chinese texts say: the same keys, words of its own. */
export type Same<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Same<T[Key]> };

/** The texts of one area each. Only `core` is there from the start: a page brings what it says. */
export const textParts = [
  'core',
  'account',
  'activity',
  'agreement',
  'answering',
  'attendance',
  'album',
  'attachment',
  'belonging',
  'audit',
  'bookkeeping',
  'brand',
  'budget',
  'calendarFeed',
  'checkIn',
  'club',
  'coHosting',
  'confirmation',
  'correction',
  'costPool',
  'draft',
  'draw',
  'efficacySurvey',
  'eligibility',
  'evaluation',
  'find',
  'fundRule',
  'givenAndReceived',
  'giveAway',
  'handovers',
  'grants',
  'home',
  'indicatorDesign',
  'intake',
  'judging',
  'lending',
  'letter',
  'life',
  'loanMoney',
  'loans',
  'maintenance',
  'mandate',
  'members',
  'message',
  'mine',
  'money',
  'movedToken',
  'mutualInterest',
  'needs',
  'netting',
  'notice',
  'organising',
  'party',
  'pendingChange',
  'picture',
  'poolLife',
  'pools',
  'profile',
  'proposal',
  'poster',
  'publicUnion',
  'question',
  'queue',
  'recognition',
  'rehearsal',
  'reminder',
  'report',
  'resourceForm',
  'resources',
  'roster',
  'scores',
  'series',
  'settling',
  'shareExplanation',
  'signUpForm',
  'supplyAndDemand',
  'stock',
  'studio',
  'subsidy',
  'subsidyGiven',
  'strictLedger',
  'survey',
  'surveyPlan',
] as const;
export type TextPart = (typeof textParts)[number];

/** Every key that `t` knows, whichever file it stands in. */
export type Texts = typeof core &
  typeof account &
  typeof activity &
  typeof agreement &
  typeof answering &
  typeof attendance &
  typeof album &
  typeof attachment &
  typeof belonging &
  typeof audit &
  typeof bookkeeping &
  typeof brand &
  typeof budget &
  typeof calendarFeed &
  typeof checkIn &
  typeof club &
  typeof coHosting &
  typeof confirmation &
  typeof correction &
  typeof costPool &
  typeof draft &
  typeof draw &
  typeof efficacySurvey &
  typeof eligibility &
  typeof evaluation &
  typeof find &
  typeof fundRule &
  typeof givenAndReceived &
  typeof giveAway &
  typeof handovers &
  typeof grants &
  typeof home &
  typeof indicatorDesign &
  typeof intake &
  typeof judging &
  typeof lending &
  typeof letter &
  typeof life &
  typeof loanMoney &
  typeof loans &
  typeof maintenance &
  typeof mandate &
  typeof members &
  typeof message &
  typeof mine &
  typeof money &
  typeof movedToken &
  typeof mutualInterest &
  typeof needs &
  typeof netting &
  typeof notice &
  typeof organising &
  typeof party &
  typeof pendingChange &
  typeof picture &
  typeof poolLife &
  typeof pools &
  typeof profile &
  typeof proposal &
  typeof poster &
  typeof publicUnion &
  typeof question &
  typeof queue &
  typeof recognition &
  typeof rehearsal &
  typeof reminder &
  typeof report &
  typeof resourceForm &
  typeof resources &
  typeof roster &
  typeof scores &
  typeof series &
  typeof settling &
  typeof shareExplanation &
  typeof signUpForm &
  typeof supplyAndDemand &
  typeof stock &
  typeof studio &
  typeof subsidy &
  typeof subsidyGiven &
  typeof strictLedger &
  typeof survey &
  typeof surveyPlan;
