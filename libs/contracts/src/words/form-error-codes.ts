import type { ErrorText } from '../core/error-text.js';

/** What is refused to whoever designs a form, or answers one: of a sign-up, or of a service. */
export const formErrors = {
  QUESTION_ID_TWICE: { kind: 'rule', zh: '有两个题目或选项编号相同', en: 'Two of them have the same id' },
  QUESTION_OPTIONS_MISSING: { kind: 'rule', zh: '请至少写两个选项', en: 'Please give at least two options' },
  QUESTION_PART_UNUSED: {
    kind: 'rule',
    zh: '这种题目用不上这一项',
    en: 'A question of this kind has no use for it',
  },
  QUESTION_RANGE_EMPTY: { kind: 'rule', zh: '最小值不能大于最大值', en: 'The least is above the greatest' },
  QUESTION_PICKS_IMPOSSIBLE: {
    kind: 'rule',
    zh: '至少选的个数不能多于选项数',
    en: 'There are fewer options than have to be chosen',
  },
  QUESTION_KIND_CHANGED: {
    kind: 'rule',
    zh: '已有人按原来的题型回答，请另加一题',
    en: 'It was of another kind before; please add a new question instead',
  },
  ANSWER_REQUIRED: { kind: 'rule', zh: '请回答这一题', en: 'Please answer this question' },
  ANSWER_OF_WRONG_KIND: { kind: 'rule', zh: '答案的形式不对', en: 'The answer is of the wrong form' },
  ANSWER_TOO_LONG: { kind: 'rule', zh: '最多 {max} 个字', en: 'At most {max} characters' },
  ANSWER_NOT_AN_OPTION: { kind: 'rule', zh: '没有这个选项', en: 'There is no such option' },
  ANSWER_TOO_SMALL: { kind: 'rule', zh: '不能小于 {min}', en: 'It is at least {min}' },
  ANSWER_TOO_GREAT: { kind: 'rule', zh: '不能大于 {max}', en: 'It is at most {max}' },
  ANSWER_PICKS_FEW: { kind: 'rule', zh: '请至少选 {min} 项', en: 'Please choose at least {min}' },
  ANSWER_PICKS_MANY: { kind: 'rule', zh: '最多选 {max} 项', en: 'Please choose at most {max}' },
  ANSWER_NOT_A_DATE: { kind: 'rule', zh: '没有这一天', en: 'There is no such day' },
  ANSWER_NOT_A_PHONE: { kind: 'rule', zh: '请填写电话号码', en: 'Please give a phone number' },
  ANSWER_TO_NO_QUESTION: { kind: 'rule', zh: '表里没有这一题', en: 'The form has no such question' },
} as const satisfies Readonly<Record<string, ErrorText>>;
