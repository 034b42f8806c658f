import { dayMs, networkTimeZone } from '@gongxiang/domain';
import { Injectable } from '@nestjs/common';
import type { MoneyCall } from '@gongxiang/contracts/settlement/money-call';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { tellableAt } from '../../activities/reminder/quiet-hours.js';

/** Due work: notify those who may act on something about money. */
export const moneyCallDue = 'money-call';
/** The zone in which settlement counts days. */

/**
 * Writes settlement's calls for action to inboxes. Settlement determines the recipients; this service stores the
 * notices.
 */
@Injectable()
export class MoneyCallWork {
  constructor(private readonly writer: NoticeWriter) {}

  /** Sent at once by day; a night-time one in the morning, or at once if that would be too late. */
  async plan(tx: Transaction, call: MoneyCall): Promise<void> {
    const until = call.until === null ? null : new Date(call.until);
    // Something that is over already can wait for the morning.
    const base = until === null || until <= tx.now ? new Date(tx.now.getTime() + dayMs) : until;
    await schedule(tx, {
      kind: moneyCallDue,
      key: causeOf(call),
      at: tellableAt(tx.now, base, networkTimeZone),
      payload: { ...call },
    });
  }

  /** Each person is notified once per round of a stage. */
  async notify(tx: Transaction, call: MoneyCall): Promise<void> {
    const { kind, aboutId: moneyId, title: moneyTitle, amount, until, direction, partyName } = call;
    const details = {
      moneyTitle,
      ...(amount === null ? {} : { fen: amount.amount }),
      ...(until === null ? {} : { at: until }),
      ...(direction ? { direction } : {}),
      ...(partyName ? { partyName } : {}),
    };
    const why = 'dealsWithMoney' as const;
    const about = { activityId: null, moneyId, kind, why, cause: causeOf(call), details };
    await this.writer.write(
      tx,
      call.personIds.map((personId) => ({ ...about, personId })),
    );
  }
}

function causeOf({ kind, aboutId, round }: MoneyCall): string {
  return `${kind}/${aboutId}/${round}`;
}
