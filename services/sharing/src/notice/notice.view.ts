import type { NoticeView } from '@gongxiang/contracts';
import type { NoticeLine } from './notice.repository.js';

/** A message that was withdrawn is still there, without its words. */
export function noticeViewOf(line: NoticeLine): NoticeView {
  const { details, withdrawnAt } = line;
  return {
    id: line.id,
    kind: line.kind,
    why: line.why,
    activityId: line.activityId,
    activityTitle: line.activityTitle,
    activityState: line.activityState,
    timeZone: line.timeZone,
    details: {
      ...{ state: null, expiresAt: null, cause: null, role: null, reason: null, startsAt: null },
      ...{ startsAtBefore: null, venue: null, venueBefore: null, anchor: null, at: null, poolName: null },
      ...{ partyName: null, taskTitle: null, dueOn: null },
      ...{ brandId: null, brandName: null, resourceTitle: null, fen: null, loanId: line.loanId },
      ...{ needId: line.needId, needTitle: null, offerTitle: null },
      ...{ waitId: line.waitId, resourceId: line.resourceId, surveyId: null },
      ...{ moneyId: line.moneyId, moneyTitle: null },
      ...{ efficacySurveyId: line.efficacySurveyId, seasonName: null },
      ...{ rankingId: line.rankingId, rankingTitle: null },
      ...details,
      subject: withdrawnAt === null ? line.subject : null,
      text: withdrawnAt === null ? line.text : null,
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    },
    createdAt: line.createdAt.toISOString(),
    readAt: line.readAt?.toISOString() ?? null,
  };
}
