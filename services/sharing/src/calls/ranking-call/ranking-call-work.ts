import { Injectable } from '@nestjs/common';
import type { RankingCall } from '@gongxiang/contracts/evaluation/ranking-call';
import { type ActionRule, dayMs, networkTimeZone, type RoleName } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { tellableAt } from '../../activities/reminder/quiet-hours.js';

/** Due work: notify people behind ranked parties of the state of the ranking. */
export const rankingCallDue = 'ranking-call';

/** The people who may appeal, and who decide, as in evaluation. */
const appealing: readonly RoleName[] = ['officer'];
const deciding: ActionRule = { roles: ['evaluator', 'officer', 'auditor'] };
/** The zone in which evaluation counts the days of a notice. */

/**
 * Notifies officers of ranked parties when a ranking is on notice, corrected, final or withdrawn, and of the decision
 * on an appeal; notifies deciders of new appeals.
 */
@Injectable()
export class RankingCallWork {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** Sent at once by day; a night-time one in the morning: a notice period lasts whole days. */
  async plan(tx: Transaction, call: RankingCall): Promise<void> {
    await schedule(tx, {
      kind: rankingCallDue,
      key: `${causeOf(call)}/${call.page}`,
      at: tellableAt(tx.now, new Date(tx.now.getTime() + dayMs), networkTimeZone),
      payload: { ...call },
    });
  }

  /**
   * Each person is notified once, whatever number of ranked unions they act for. An appeal that nobody at its union
   * decides goes to those above.
   */
  async notify(tx: Transaction, call: RankingCall): Promise<void> {
    const { kind, rankingId, title: rankingTitle, until, reason, unionIds, personIds, exceptIds } = call;
    const isToDecide = kind === 'appealMade';
    const holders = isToDecide
      ? [...(await this.references.nearestHoldersOfAll(tx, deciding, unionIds, exceptIds)).values()].flat()
      : await this.references.holdersAt(tx, appealing, unionIds);
    const notified = new Set([...holders, ...personIds]);
    const why = isToDecide ? ('decidesAppeals' as const) : ('isRanked' as const);
    const details = {
      rankingTitle,
      ...(until === null ? {} : { at: until }),
      ...(reason === null ? {} : { reason }),
    };
    await this.writer.write(
      tx,
      [...notified].map((personId) => ({
        personId,
        activityId: null,
        rankingId,
        kind,
        why,
        cause: causeOf(call),
        details,
      })),
    );
  }
}

function causeOf({ kind, aboutId }: RankingCall): string {
  return `${kind}/${aboutId}`;
}
