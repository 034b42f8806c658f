import {
  isArgumentElement,
  isSelectElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { type AwaitKind, type NoticeKind, noticeRules } from '@gongxiang/contracts/notification/notice-kinds';
import { noticeReasonWords } from '@gongxiang/contracts/notification/notice-reasons';
import {
  type DeadlineWord,
  deadlineWords,
  type NoticeRule,
  type NoticeWords,
} from '@gongxiang/contracts/notification/kinds/notice-rule';
import type { NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import type { Locale } from '@gongxiang/domain';
import { IntlMessageFormat } from 'intl-messageformat';
import { shownValues } from './shown-values.model.js';

/** What a notice says, in one language. */
export interface NoticeText {
  readonly heading: string;
  readonly lines: string[];
  readonly because: string;
  /** The page of the portal where it is dealt with. */
  readonly link: string;
}

/** What is known of a notice that is worded. */
export type Worded = Pick<NoticeRaised, 'kind' | 'why' | 'about' | 'values' | 'timeZone'>;
type Values = Readonly<Record<string, string>>;

/**
 * Builds the words of a notice, where it is read or sent. A line that needs a value which the notice does not have is left out.
 * @param now years other than its own are named
 */
export function textOfNotice(
  { kind, why, about, values, timeZone }: Worded,
  locale: Locale,
  now: Date,
): NoticeText {
  const rule: NoticeRule = noticeRules[kind];
  const shown = shownValues(values, { locale, timeZone, now });
  const [zh, en] = noticeReasonWords[why];
  return {
    heading: reminding(values['deadline'], headingOf(kind, locale), locale),
    lines: messagesOf(kind, locale).flatMap((message) => lineOf(message, shown)),
    because: locale === 'en' ? en : zh,
    link: linkOf(rule, about),
  };
}

/** Where what it is about has no page, the notice itself is all there is to read. */
const inboxLink = '/notices';

function linkOf({ link }: NoticeRule, about: Values): string {
  const names = [...link.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.some((name) => about[name] === undefined)) return inboxLink;
  return link.replace(/\{(\w+)\}/g, (_braced, name: string) => about[name] ?? '');
}

/** What has happened, or what waits. */
export function headingOf(kind: NoticeKind, locale: Locale): string {
  return wordsOf(noticeRules[kind], locale).title;
}

/** What there is to do. */
export function actWords(kind: AwaitKind, locale: Locale): string {
  const { act } = noticeRules[kind];
  return locale === 'en' ? act.en : act.zh;
}

/** A reminder of a deadline says so first. */
function reminding(word: string | undefined, heading: string, locale: Locale): string {
  const found = deadlineWords[word as DeadlineWord] as (typeof deadlineWords)[DeadlineWord] | undefined;
  if (found === undefined) return heading;
  return locale === 'en' ? `${found.en}: ${heading}` : `${found.zh}：${heading}`;
}

function wordsOf(rule: NoticeRule, locale: Locale): NoticeWords {
  return locale === 'en' ? rule.en : rule.zh;
}

const parsed = new Map<string, readonly IntlMessageFormat[]>();

/** Each line is parsed once, as that costs more than filling it in. */
function messagesOf(kind: NoticeKind, locale: Locale): readonly IntlMessageFormat[] {
  const key = `${locale}/${kind}`;
  const rule: NoticeRule = noticeRules[kind];
  const lines =
    parsed.get(key) ?? wordsOf(rule, locale).lines.map((line) => new IntlMessageFormat(line, locale));
  parsed.set(key, lines);
  return lines;
}

/** What nothing is said about is `other`. */
const unsaid = 'other';

function lineOf(message: IntlMessageFormat, values: Values): string[] {
  const elements = message.getAst();
  if (!isComplete(elements, values)) return [];
  const choices = elements.filter(isSelectElement).map(({ value }): [string, string] => [value, unsaid]);
  const line = String(message.format({ ...Object.fromEntries<string>(choices), ...values }));
  return line === '' ? [] : [line];
}

function isComplete(elements: readonly MessageFormatElement[], values: Values): boolean {
  return elements.every((element) => {
    if (isArgumentElement(element)) return values[element.value] !== undefined;
    if (!isSelectElement(element)) return true;
    const chosen = element.options[values[element.value] ?? unsaid] ?? element.options[unsaid];
    return chosen !== undefined && isComplete(chosen.value, values);
  });
}
