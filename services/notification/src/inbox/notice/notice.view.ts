import { noticeRules } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeView } from '@gongxiang/contracts/notification/notice.contract';
import type { Transaction } from '@gongxiang/persistence';
import { textOfNotice } from '../../words/notice-words.js';
import type { NoticeLine } from './notice.repository.js';

/** In the reader's language. A withdrawn text is still listed, without its words. */
export function noticeViewOf(line: NoticeLine, tx: Transaction): NoticeView {
  const { heading, lines, because, link } = textOfNotice(line, tx.call.locale, tx.now);
  return {
    id: line.id,
    kind: line.kind,
    urgency: noticeRules[line.kind].urgency,
    heading,
    title: line.title,
    lines,
    subject: line.subject,
    text: line.text,
    withdrawnAt: line.withdrawnAt?.toISOString() ?? null,
    why: line.why,
    because,
    link,
    createdAt: line.createdAt.toISOString(),
    readAt: line.readAt?.toISOString() ?? null,
  };
}
