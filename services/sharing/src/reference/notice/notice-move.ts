import { Injectable } from '@nestjs/common';
import {
  movedAtOnceMax,
  noticeMoveEvents,
  noticeTextEvents,
} from '@gongxiang/contracts/notification/notice-raised';
import { OnDue, recordEvent, recordEvents, schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { noticeTextOf } from './notice.model.js';
import { movedNotice } from './notice-move.model.js';
import { type KeptText, NoticeMoveRepository } from './notice-move.repository.js';

/** Due work, once after an upgrade: what was in inboxes here moves to the service that keeps them now. */
const noticesMoveDue = 'notices-move';
const textsPerStep = 100;

/**
 * Moves notices of before some at a time: each step takes rows out and tells of them in one transaction, so that none is
 * lost or there twice. The texts in them go first.
 */
@Injectable()
export class NoticeMove {
  constructor(private readonly kept: NoticeMoveRepository) {}

  @OnDue(noticesMoveDue)
  async move(tx: Transaction, key: string, payload: unknown): Promise<void> {
    const { textsAfter = null } = payload as { textsAfter?: string | null };
    const texts = await this.kept.texts(tx, textsAfter, textsPerStep);
    const last = texts.at(-1)?.id;
    if (last !== undefined) {
      await this.tellTexts(tx, texts);
      return this.goOn(tx, key, last);
    }
    const rows = await this.kept.take(tx, movedAtOnceMax);
    if (rows.length === 0) return;
    await recordEvent(tx, noticeMoveEvents.moved, rows[0]?.id ?? '', { notices: rows.map(movedNotice) });
    await this.goOn(tx, key, textsAfter);
  }

  private goOn(tx: Transaction, key: string, textsAfter: string | null): Promise<void> {
    return schedule(tx, { kind: noticesMoveDue, key, at: tx.now, payload: { textsAfter } });
  }

  private tellTexts(tx: Transaction, texts: readonly KeptText[]): Promise<void> {
    return recordEvents(
      tx,
      noticeTextEvents.changed,
      texts.map((text) => ({ about: text.id, data: noticeTextOf(text) })),
    );
  }
}
