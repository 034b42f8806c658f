import { Injectable } from '@nestjs/common';
import type { MoneyCall } from '@gongxiang/contracts/settlement/money-call';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeWriter } from '../../reference/notice/notice-writer.js';
import { tellableAt } from '../../activities/reminder/quiet-hours.js';

/** Due work: those who may act are told of something about money. */
export const moneyCallDue = 'money-call';
/** What settlement counts its days by. */
const timeZone = 'Asia/Shanghai';
const dayMs = 86_400_000;

/** Puts what settlement calls people to do into their inboxes. Who may act settlement knows; what they read stands here. */
@Injectable()
export class MoneyCallWork {
  constructor(private readonly writer: NoticeWriter) {}

  /** Goes at once by day; what falls into the night goes in the morning, or at once where that would be too late. */
  async plan(tx: Transaction, call: MoneyCall): Promise<void> {
    const until = call.until === null ? null : new Date(call.until);
    // What is over already can wait for the morning.
    const base = until === null || until <= tx.now ? new Date(tx.now.getTime() + dayMs) : until;
    await schedule(tx, {
      kind: moneyCallDue,
      key: causeOf(call),
      at: tellableAt(tx.now, base, timeZone),
      payload: { ...call },
    });
  }

  /** Each person is told once of each round of a stage. */
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
