import { Injectable } from '@nestjs/common';
import type { SeasonTold } from '@gongxiang/contracts/evaluation/evaluation-events';
import { dayMs, networkTimeZone, type RoleName } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { tellableAt } from '../../activities/reminder/quiet-hours.js';

/** Due work: notify judges of a season. */
export const seasonCallDue = 'season-call';

/** The payload of the work. */
export interface SeasonCall extends SeasonTold {
  readonly kind: 'seasonOpened' | 'seasonReminded' | 'seasonClosed';
}

/** The people who answer for a party, as in evaluation: its own officers, and no superior ones. */
const answering: readonly RoleName[] = ['officer'];

/** Notifies those who answer for parties, and volunteers, of a season: its opening, its coming end, its result. */
@Injectable()
export class SeasonCallWork {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** Sent at once by day; a night-time one in the morning. */
  async plan(tx: Transaction, kind: SeasonCall['kind'], season: SeasonTold): Promise<void> {
    const base = kind === 'seasonClosed' ? endOfPatience(tx.now) : new Date(season.closesAt);
    await schedule(tx, {
      kind: seasonCallDue,
      key: `${kind}/${season.efficacySurveyId}/${season.page}`,
      at: tellableAt(tx.now, base, networkTimeZone),
      payload: { ...season, kind },
    });
  }

  /** Each person is notified once, whatever they answer for, and however often it runs. */
  async notify(tx: Transaction, { kind, ...season }: SeasonCall): Promise<void> {
    const { efficacySurveyId, name: seasonName, closesAt, unionIds, personIds } = season;
    // After an outage it may be too late to be useful.
    if (kind !== 'seasonClosed' && new Date(closesAt) <= tx.now) return;
    const officers = await this.references.holdersAt(tx, answering, unionIds);
    await this.writer.write(
      tx,
      [...new Set([...officers, ...personIds])].map((personId) => ({
        personId,
        activityId: null,
        efficacySurveyId,
        kind,
        why: 'judgesSharing' as const,
        cause: `${kind}/${efficacySurveyId}`,
        details: { seasonName, at: closesAt },
      })),
    );
  }
}

/** Closing notices have no deadline; 24 h is enough to skip the night. */
function endOfPatience(now: Date): Date {
  return new Date(now.getTime() + dayMs);
}
