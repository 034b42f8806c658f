import { Injectable } from '@nestjs/common';
import type { SeasonTold } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { RoleName } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { tellableAt } from '../../activities/reminder/quiet-hours.js';

/** Due work: some of those who judge a season are told of it. */
export const seasonCallDue = 'season-call';

/** What the work carries. */
export interface SeasonCall extends SeasonTold {
  readonly kind: 'seasonOpened' | 'seasonReminded' | 'seasonClosed';
}

/** Who answers for a party, as evaluation asks for it: its own officers, and nobody further up. */
const answering: readonly RoleName[] = ['officer'];
const timeZone = 'Asia/Shanghai';

/** Tells those who answer for parties, and volunteers, of a season: that it opens, that it ends soon, what came of it. */
@Injectable()
export class SeasonCallWork {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** Goes at once by day; what falls into the night goes in the morning. */
  async plan(tx: Transaction, kind: SeasonCall['kind'], season: SeasonTold): Promise<void> {
    const base = kind === 'seasonClosed' ? endOfPatience(tx.now) : new Date(season.closesAt);
    await schedule(tx, {
      kind: seasonCallDue,
      key: `${kind}/${season.efficacySurveyId}/${season.page}`,
      at: tellableAt(tx.now, base, timeZone),
      payload: { ...season, kind },
    });
  }

  /** Each person is told once, whatever he answers for, and however often it is done. */
  async tell(tx: Transaction, { kind, ...season }: SeasonCall): Promise<void> {
    const { efficacySurveyId, name: seasonName, closesAt, unionIds, personIds } = season;
    // After an outage it may be too late to be of any use.
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

/** Results do not run away. */
function endOfPatience(now: Date): Date {
  return new Date(now.getTime() + 24 * 60 * 60_000);
}
