import { isAlwaysSent, noticeRules } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeUrgency } from '@gongxiang/contracts/notification/kinds/notice-rule';
import { noticeUrgencies } from '@gongxiang/contracts/notification/kinds/notice-rule';
import { linkActOf, linkActs } from '@gongxiang/contracts/notification/link-acts';
import type { Locale } from '@gongxiang/domain';
import { awaitOfCause } from '../../words/await-cause.js';
import { textOfNotice } from '../../words/notice-words.js';
import type { ChannelMessage } from '../channel-port.js';
import type { ClaimedDelivery, SentNotice } from './delivery.repository.js';
import { messageWords } from './message-words.js';

/** What messages are made of beside their deliveries. */
export interface MessageTools {
  readonly publicUrl: string;
  readonly now: Date;
  readonly codeOf: (delivery: ClaimedDelivery) => string;
  readonly stopTokenOf: (delivery: ClaimedDelivery, notice: SentNotice) => string;
  readonly actTokenOf: (delivery: ClaimedDelivery, awaitId: string) => string;
}

/** Why a delivery is of no use any more; null if it is. */
export function droppedFor({ what, notice, codeUntil }: ClaimedDelivery, now: Date): string | null {
  if (what === 'code') return codeUntil === null || codeUntil <= now ? 'over' : null;
  if (what === 'test') return null;
  if (notice === null) return 'erased';
  if (notice.readAt !== null) return 'read';
  return notice.withdrawnAt === null ? null : 'withdrawn';
}

/** One message for all that goes to one address now. @param group of one address, oldest first, none of them dropped */
export function messageOf(
  group: readonly [ClaimedDelivery, ...ClaimedDelivery[]],
  tools: MessageTools,
): ChannelMessage {
  const [first, ...others] = group;
  return others.length === 0 ? single(first, tools) : several(group, tools);
}

function single(delivery: ClaimedDelivery, tools: MessageTools): ChannelMessage {
  const { id, what, locale, collapse, notice } = delivery;
  const words = messageWords[locale];
  const known = {
    id,
    locale,
    collapse,
    title: null,
    act: null,
    code: null,
    stopLink: null,
    urgency: 'now',
  } as const;
  const settings = `${tools.publicUrl}/account/notices`;
  if (notice !== null) return { ...known, ...ofNotice(delivery, notice, tools) };
  if (what === 'code') {
    const code = tools.codeOf(delivery);
    return { ...known, heading: words.code.heading, lines: [words.code.line(code)], code, link: settings };
  }
  return { ...known, heading: words.test.heading, lines: [words.test.line], link: settings };
}

function ofNotice(
  delivery: ClaimedDelivery,
  notice: SentNotice,
  tools: MessageTools,
): Pick<ChannelMessage, 'heading' | 'title' | 'lines' | 'link' | 'urgency' | 'act' | 'stopLink'> {
  const { heading, lines, link } = textOfNotice(notice, delivery.locale, tools.now);
  return {
    ...headingsOf(heading, notice, delivery.locale),
    lines: notice.text === null ? lines : [...lines, notice.text],
    link: tools.publicUrl + link,
    urgency: noticeRules[notice.kind].urgency,
    act: actOf(delivery, notice, tools),
    stopLink: isAlwaysSent(notice.kind)
      ? null
      : `${tools.publicUrl}/stop-notices/${tools.stopTokenOf(delivery, notice)}`,
  };
}

/** What somebody has written is announced by who writes and by its own subject, which says more than its kind. */
function headingsOf(
  heading: string,
  { title, subject }: SentNotice,
  locale: Locale,
): Pick<ChannelMessage, 'heading' | 'title'> {
  if (subject === null) return { heading, title };
  return { heading: `${title ?? heading}${messageWords[locale].colon}${subject}`, title: null };
}

function actOf(
  delivery: ClaimedDelivery,
  { kind, cause, linkVersion }: SentNotice,
  { publicUrl, actTokenOf }: MessageTools,
): ChannelMessage['act'] {
  const awaitId = awaitOfCause(cause);
  const found = linkActOf(kind, linkVersion);
  if (awaitId === null || found === null) return null;
  const { words } = linkActs[found];
  return {
    text: delivery.locale === 'en' ? words.en : words.zh,
    link: `${publicUrl}/acts/${actTokenOf(delivery, awaitId)}`,
  };
}

/** A line each; where several kinds are in it, none of them is stopped by one click. */
function several(
  group: readonly [ClaimedDelivery, ...ClaimedDelivery[]],
  tools: MessageTools,
): ChannelMessage {
  const [{ id, locale }] = group;
  const messages = group.map((one) => single(one, tools));
  const urgency = noticeUrgencies.find((word) => messages.some((one) => one.urgency === word)) ?? 'whenever';
  return {
    id,
    locale,
    heading: messageWords[locale].several(messages.length),
    title: null,
    lines: messages.map(({ heading, title }) =>
      title === null ? heading : `${heading}${messageWords[locale].colon}${title}`,
    ),
    link: `${tools.publicUrl}/notices`,
    urgency: urgency satisfies NoticeUrgency,
    collapse: 'several',
    act: null,
    code: null,
    stopLink: null,
  };
}
