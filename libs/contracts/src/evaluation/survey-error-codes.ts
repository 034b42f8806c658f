import type { ErrorText } from '../error-text.js';

/** What evaluation refuses about surveys of those who came, beyond `error-codes.ts`. */
export const surveyErrors = {
  QUESTION_CHOICES: {
    kind: 'rule',
    zh: '问题 {key}：选择题须有两个以上不同的选项，分值要么都填、要么都不填；其他题型不带选项',
    en: 'Question {key}: a choice has two or more different options, all or none of them with a value; no other kind has options',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
