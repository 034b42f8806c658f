import { partyLoanRows } from './access-party-loans.js';
import { announcementRows } from './access-announcements.js';
import { activityRows, attendanceRows } from './access-activities.js';
import { activityLifeRows } from './access-activity-life.js';
import { albumRows, attachmentRows } from './access-album.js';
import { confirmationRows } from './access-confirmations.js';
import { correctionRows } from './access-attendance.js';
import { recordCorrectionRows } from './access-corrections.js';
import { privacyRows } from './access-privacy.js';
import { transferRows } from './access-transfers.js';
import { bookkeepingRows, explanationRows } from './access-bookkeeping.js';
import { brandRows, proposalRows } from './access-brands.js';
import { clubRows } from './access-clubs.js';
import { coHostingRows } from './access-co-hosting.js';
import { drawRows } from './access-draws.js';
import { duesRows } from './access-dues.js';
import { efficacySurveyRows } from './access-efficacy-surveys.js';
import { eligibilityRows, noShowRows } from './access-eligibility.js';
import { figureRows } from './access-figures.js';
import { fundRuleCheckRows, fundRuleRows } from './access-fund-rules.js';
import { giveAwayRows } from './access-give-aways.js';
import { handoverRows } from './access-handovers.js';
import { grantRows } from './access-grants.js';
import { indicatorRows, scoreRows, surveyRows } from './access-evaluation.js';
import { scoreExplanationRows } from './access-scores.js';
import { bulletinRows } from './access-bulletins.js';
import { bulletinReviewRows } from './access-bulletin-reviews.js';
import { disclosureItemRows } from './access-disclosure-items.js';
import { affairsRows } from './access-affairs.js';
import { serviceHandlerRows } from './access-service-handlers.js';
import { assignmentRows } from './access-assignments.js';
import { recordRows } from './access-records.js';
import { circleRows } from './access-circles.js';
import { worksRows } from './access-works.js';
import { courseRows } from './access-courses.js';
import { memberRows, signInRows, unionRows } from './access-membership.js';
import { strictLedgerRows } from './access-ledger.js';
import { joiningRows } from './access-joining.js';
import { judgementRows, whatIfRows } from './access-judgements.js';
import { occasionRows } from './access-occasions.js';
import { lendingRows } from './access-lending.js';
import { letterRows } from './access-letters.js';
import { listingRows } from './access-listings.js';
import { coHostingPlanRows } from './access-matches.js';
import { mergeRows } from './access-merges.js';
import { nettingLifeRows } from './access-netting.js';
import { noticeRows } from './access-notices.js';
import { operationsRows, referenceRows } from './access-operations.js';
import { pictureRows } from './access-pictures.js';
import { refundRows, supplementRows } from './access-pool-life.js';
import { queueRows } from './access-queues.js';
import { rehearsalRows } from './access-rehearsal.js';
import { loanRows, needRows, resourceRows } from './access-resources.js';
import { maintenanceRows } from './access-maintenance.js';
import { delegationRows } from './access-delegations.js';
import { mandateRows } from './access-mandates.js';
import { reportRows, tuningRows } from './access-reports.js';
import { resourceProfileRows } from './access-resource-profile.js';
import { rankingRows, recognitionRows } from './access-rankings.js';
import { matchmakingRows, signUpFormRows } from './access-sign-up-form.js';
import { searchRows } from './access-search.js';
import { stockRows } from './access-stock.js';
import { credentialRows } from './access-credentials.js';
import { surveyPlanRows } from './access-survey-plans.js';
import { voteRows } from './access-votes.js';
import { seriesRows } from './access-series.js';
import { supplyAndDemandRows } from './access-supply-and-demand.js';
import { costRows, ledgerRows, nettingRows } from './access-settlement.js';
import { subsidyRows } from './access-subsidies.js';
import { budgetRows, disclosureRows, voucherRows } from './access-budgets.js';
import type { AccessRow } from './access-world.js';

/** Who may do what, of every route. In the order of the story: what later rows need, earlier ones have made. */
export const accessTables: readonly (readonly [string, readonly AccessRow[]])[] = [
  ['reference and previews', referenceRows],
  ['operations', operationsRows],
  ['sign-in', signInRows],
  ['second factors', credentialRows],
  ['unions and parties', unionRows],
  ['clubs', clubRows],
  ['members', memberRows],
  ['corrections of records', recordCorrectionRows],
  ['dues', duesRows],
  ['joining', joiningRows],
  ['transfers of memberships', transferRows],
  ['consents and one’s own data', privacyRows],
  ['merges of records', mergeRows],
  ['services and matters', affairsRows],
  ['visits that are due', occasionRows],
  ['services for named people and their matters', serviceHandlerRows],
  ['bulletins', bulletinRows],
  ['reports on bulletins', bulletinReviewRows],
  ['what is to be disclosed', disclosureItemRows],
  ['assignments', assignmentRows],
  ['records of people', recordRows],
  ['calls for works', worksRows],
  ['circles', circleRows],
  ['courses', courseRows],
  ['vacancies and benefits', listingRows],
  ['resources', resourceRows],
  ['rights of use', grantRows],
  ['what a resource is', resourceProfileRows],
  ['loans', loanRows],
  ['pieces and kits', stockRows],
  ['maintenance', maintenanceRows],
  ['handovers', handoverRows],
  ['mandates', mandateRows],
  ['delegations', delegationRows],
  ['times of resources', lendingRows],
  ['what parties ask to borrow', partyLoanRows],
  ['needs', needRows],
  ['supply and demand', supplyAndDemandRows],
  ['activities', activityRows],
  ['co-hosting', coHostingRows],
  ['plans of co-hosting', coHostingPlanRows],
  ['pictures and lists of activities', pictureRows],
  ['attachments of activities', attachmentRows],
  ['albums of activities', albumRows],
  ['activity series', seriesRows],
  ['rehearsals', rehearsalRows],
  ['sign-up form', signUpFormRows],
  ['matchmaking', matchmakingRows],
  ['who may come', eligibilityRows],
  ['draws', drawRows],
  ['queues', queueRows],
  ['give-aways', giveAwayRows],
  ['what people are told', noticeRows],
  ['what unions announce', announcementRows],
  ['taking part', attendanceRows],
  ['posters and letters', letterRows],
  ['no-shows', noShowRows],
  ['corrections of attendance', correctionRows],
  ['the end of an activity', activityLifeRows],
  ['brands', brandRows],
  ['proposals', proposalRows],
  ['costs', costRows],
  ['confirmations and disputes', confirmationRows],
  ['supplements of a pool', supplementRows],
  ['refunds of a pool', refundRows],
  ['ledger', ledgerRows],
  ['budgets', budgetRows],
  ['disclosures', disclosureRows],
  ['vouchers', voucherRows],
  ['rules of spending', fundRuleRows],
  ['what rules say of costs', fundRuleCheckRows],
  ['netting and payments', nettingRows],
  ['frozen parties, bills of transfers, bank statements', nettingLifeRows],
  ['subsidies', subsidyRows],
  ['explained shares and facts', explanationRows],
  ['books that others keep', bookkeepingRows],
  ['the strict ledger', strictLedgerRows],
  ['indicators', indicatorRows],
  ['judging rounds', judgementRows],
  ['figures', figureRows],
  ['surveys', surveyRows],
  ['standing orders for surveys', surveyPlanRows],
  ['secret votes', voteRows],
  ['scores', scoreRows],
  ['what other weights change', whatIfRows],
  ['seasons', efficacySurveyRows],
  ['tuning of indicators', tuningRows],
  ['reports', reportRows],
  ['why scores are what they are, and scores of whole periods', scoreExplanationRows],
  ['rankings', rankingRows],
  ['recognitions', recognitionRows],
  ['the one search', searchRows],
];
