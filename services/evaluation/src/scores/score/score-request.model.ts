import type { ScoreSubject } from '@gongxiang/contracts/evaluation/score-subject';
import type { ComputeScoreRequest } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { DomainError } from '@gongxiang/domain';

/** What is to be scored, and by which days; null for an activity. */
interface ScoreTarget {
  readonly subject: ScoreSubject;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * An activity has its own time; everything else is scored by the days that are named, which are over or have begun.
 * @param today in Shanghai
 * @throws DomainError `SCORE_SUBJECT`, `SCORE_PERIOD`, `PERIOD_EMPTY`
 */
export function targetOf(request: ComputeScoreRequest, today: string): ScoreTarget {
  const { activityId, from = null, to = null } = request;
  const given = request.subject ?? null;
  const own = activityId ?? null;
  if ((own === null) === (given === null)) throw new DomainError('SCORE_SUBJECT', { pointer: '/subject' });
  const subject = given ?? { kind: 'activity' as const, id: own ?? '' };
  requirePeriod(subject.kind === 'activity', { from, to }, today);
  return { subject: { kind: subject.kind, id: subject.id }, from, to };
}

/** There is no data of earlier days, and the database has no year 0. */
const firstDay = '2000-01-01';

/**
 * @throws DomainError `SCORE_PERIOD` where there are no days but must be, or the reverse, or they lie ahead;
 *   `PERIOD_EMPTY`
 */
export function requirePeriod(
  isActivity: boolean,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  today: string,
): void {
  if ((from === null) !== isActivity) throw new DomainError('SCORE_PERIOD', { pointer: '/from' });
  if ((to === null) !== isActivity) throw new DomainError('SCORE_PERIOD', { pointer: '/to' });
  if (from === null || to === null) return;
  if (from < firstDay) throw new DomainError('SCORE_PERIOD', { pointer: '/from' });
  if (from > to) throw new DomainError('PERIOD_EMPTY', { pointer: '/to' });
  if (to > today) throw new DomainError('SCORE_PERIOD', { pointer: '/to' });
}
