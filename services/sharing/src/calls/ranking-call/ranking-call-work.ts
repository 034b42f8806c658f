import { Injectable } from '@nestjs/common';
import type { RankingCall } from '@gongxiang/contracts/evaluation/ranking-call';
import type { ActionRule, RoleName } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { tellableAt } from '../../activities/reminder/quiet-hours.js';

/** Due work: some of those behind what is ranked are told what becomes of the ranking. */
export const rankingCallDue = 'ranking-call';

/** Who may appeal, and who decides, as evaluation has it. */
const appealing: readonly RoleName[] = ['officer'];
const deciding: ActionRule = { roles: ['evaluator', 'officer', 'auditor'] };
/** What evaluation counts the days of a notice by. */
const timeZone = 'Asia/Shanghai';
const dayMs = 24 * 60 * 60_000;

/** Tells the officers of what is ranked that a ranking is on notice, corrected, final or withdrawn, and what came of an appeal; of one that is made who decides. */
@Injectable()
export class RankingCallWork {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly writer: NoticeWriter,
  ) {}

  /** Goes at once by day; what falls into the night goes in the morning: a notice lasts whole days. */
  async plan(tx: Transaction, call: RankingCall): Promise<void> {
    await schedule(tx, {
      kind: rankingCallDue,
      key: `${causeOf(call)}/${call.page}`,
      at: tellableAt(tx.now, new Date(tx.now.getTime() + dayMs), timeZone),
      payload: { ...call },
    });
  }

  /** Each person is told once, whatever number of ranked unions he acts for. An appeal that nobody at its union decides is for those above. */
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
