import type { ErrorText } from '../../core/error-text.js';

/** What is refused around the table of kinds of hardship, see `../../error-codes.ts`. */
export const hardshipKindErrors = {
  HARDSHIP_KIND_DATES: {
    kind: 'rule',
    zh: '最后一天不能早于第一天',
    en: 'The last day cannot be before the first',
  },
  HARDSHIP_KIND_TWICE: {
    kind: 'conflict',
    zh: '“{label}”在这些日子里已有标准；先给原来的填上最后一天',
    en: '“{label}” is in the table for some of these days already; say the last day of that one first',
  },
  HARDSHIP_KIND_USED: {
    kind: 'conflict',
    zh: '已有办件按这一条认定，只能填最后一天，不早于今天；标准有变的，另加一条',
    en: 'Matters were judged by this one: only its last day can be said, from today on; enter what changes as another one',
  },
  HARDSHIP_KINDS_MAX: {
    kind: 'conflict',
    zh: '困难类别表最多 {max} 条',
    en: 'The table of kinds of hardship has at most {max} rows',
  },
  HARDSHIP_KIND_UNKNOWN: {
    kind: 'rule',
    zh: '提交这件事的那天没有这个困难类别',
    en: 'There was no such kind of hardship on the day on which the matter was sent',
  },
  HARDSHIP_INCOME_ABOVE: {
    kind: 'rule',
    zh: '家庭人均月收入高于这个类别的标准 {maxFen}',
    en: 'The income a head and month is above the limit of this kind, {maxFen}',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
