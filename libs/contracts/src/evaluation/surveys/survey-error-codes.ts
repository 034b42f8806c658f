import type { ErrorText } from '../../core/error-text.js';

/** What evaluation refuses about surveys of those who came, beyond `error-codes.ts`. */
export const surveyErrors = {
  SURVEY_PLAN_EXISTS: {
    kind: 'conflict',
    zh: '该工会已有生效的测评安排，请在其上修改',
    en: 'The union has a standing order for surveys already: change that one',
  },
  SURVEY_PLAN_ENDED: {
    kind: 'conflict',
    zh: '测评安排已停止，请另建一个',
    en: 'The standing order has ended: make another one',
  },
  QUESTION_CHOICES: {
    kind: 'rule',
    zh: '问题 {key}：选择题须有两个以上不同的选项，分值要么都填、要么都不填；其他题型不带选项',
    en: 'Question {key}: a choice has two or more different options, all or none of them with a value; no other kind has options',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
