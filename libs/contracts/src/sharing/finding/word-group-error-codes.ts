import type { ErrorText } from '../../core/error-text.js';

/** What is refused of words that mean the same, see `../error-codes.ts`. */
export const wordGroupErrors = {
  WORD_UNREADABLE: {
    kind: 'rule',
    zh: '“{word}”不是一个词：请写两个以上的字，中间不要有空格和标点',
    en: '"{word}" is no single word: write two characters or more, without blanks or punctuation',
  },
  WORD_GROUP_TAKEN: {
    kind: 'conflict',
    zh: '“{word}”已经在“{group}”一组里',
    en: '"{word}" is already in the group "{group}"',
  },
  WORD_GROUP_WIDER_UNKNOWN: {
    kind: 'rule',
    zh: '没有“{word}”这一组',
    en: 'There is no group "{word}"',
  },
  WORD_GROUP_CIRCLE: {
    kind: 'rule',
    zh: '“{wider}”本身就属于“{word}”，不能反过来',
    en: '"{wider}" is itself a kind of "{word}"; it cannot be the other way round as well',
  },
  WORD_GROUP_ABSENT: {
    kind: 'conflict',
    zh: '没有“{word}”这一组',
    en: 'There is no group "{word}"',
  },
  WORD_GROUP_AS_SHIPPED: {
    kind: 'conflict',
    zh: '“{word}”没有改过，没有可以撤销的',
    en: '"{word}" has not been changed, so there is nothing to undo',
  },
  WORD_GROUPS_TOO_MANY: {
    kind: 'conflict',
    zh: '自行添加或修改的词组最多 {max} 个',
    en: 'At most {max} groups may be added or changed',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
