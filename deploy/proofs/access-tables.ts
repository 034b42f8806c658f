import { activityRows, attendanceRows } from './access-activities.js';
import { drawRows } from './access-draws.js';
import { eligibilityRows, noShowRows } from './access-eligibility.js';
import { indicatorRows, scoreRows, surveyRows } from './access-evaluation.js';
import { intakeRows, memberRows, signInRows, unionRows } from './access-membership.js';
import { noticeRows } from './access-notices.js';
import { operationsRows, referenceRows } from './access-operations.js';
import { loanRows, needRows, resourceRows } from './access-resources.js';
import { matchmakingRows, signUpFormRows } from './access-sign-up-form.js';
import { seriesRows } from './access-series.js';
import { costRows, ledgerRows, nettingRows } from './access-settlement.js';
import type { AccessRow } from './access-world.js';

/** Who may do what, of every route. In the order of the story: what later rows need, earlier ones have made. */
export const accessTables: readonly (readonly [string, readonly AccessRow[]])[] = [
  ['reference and previews', referenceRows],
  ['operations', operationsRows],
  ['sign-in', signInRows],
  ['unions and parties', unionRows],
  ['members', memberRows],
  ['intake', intakeRows],
  ['resources', resourceRows],
  ['loans', loanRows],
  ['needs', needRows],
  ['activities', activityRows],
  ['activity series', seriesRows],
  ['sign-up form', signUpFormRows],
  ['matchmaking', matchmakingRows],
  ['who may come', eligibilityRows],
  ['draws', drawRows],
  ['what people are told', noticeRows],
  ['taking part', attendanceRows],
  ['no-shows', noShowRows],
  ['costs', costRows],
  ['ledger', ledgerRows],
  ['netting and payments', nettingRows],
  ['indicators', indicatorRows],
  ['surveys', surveyRows],
  ['scores', scoreRows],
];
