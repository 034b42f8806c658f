import { type AwaitKind, noticeRules } from '@gongxiang/contracts/notification/notice-kinds';
import type { WaitingCount, WaitingView } from '@gongxiang/contracts/notification/waiting.contract';
import { type MoneyDirection, moneyDirections } from '@gongxiang/contracts/settlement/money-call';
import type { Transaction } from '@gongxiang/persistence';
import { actWords, headingOf, textOfNotice } from '../../words/notice-words.js';
import type { WaitingLine } from './awaiting.repository.js';

/** In the reader's language. */
export function waitingViewOf(line: WaitingLine, tx: Transaction): WaitingView {
  const { heading, lines, link } = textOfNotice(line, tx.call.locale, tx.now);
  const { urgency } = noticeRules[line.kind];
  const { fen, direction } = line.values;
  return {
    id: line.id,
    kind: line.kind,
    urgency,
    heading,
    title: line.title,
    lines,
    act: actWords(line.kind, tx.call.locale),
    link,
    unionName: line.unionName,
    dueAt: line.dueAt?.toISOString() ?? null,
    isOverdue: line.dueAt !== null && line.dueAt <= tx.now,
    amount: fen === undefined ? null : { amount: fen, currency: 'CNY' },
    direction: moneyDirections.find((one): one is MoneyDirection => one === direction) ?? null,
    since: line.since.toISOString(),
  };
}

export function waitingCountOf(
  { kind, count }: { readonly kind: AwaitKind; readonly count: number },
  tx: Transaction,
): WaitingCount {
  return { kind, count, heading: headingOf(kind, tx.call.locale) };
}
