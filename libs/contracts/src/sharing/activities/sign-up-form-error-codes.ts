import type { ErrorText } from '../../core/error-text.js';

/** What is refused to whoever designs a sign-up form, or answers it, see `../error-codes.ts`. */
export const signUpFormErrors = {
  SIGN_UP_FORM_INVALID: {
    kind: 'rule',
    zh: '报名表有不合规则的题目',
    en: 'A question of the form breaks a rule',
  },
  SIGN_UP_FORM_VERSIONS_MAX: {
    kind: 'conflict',
    zh: '报名表最多改 {max} 次',
    en: 'A form has at most {max} versions',
  },
  SIGN_UP_FORM_CHANGED: {
    kind: 'conflict',
    zh: '报名表刚刚改过，请补上标出的题目再提交',
    en: 'The form has just been changed; please complete what is marked and send it again',
  },
  ANSWERS_INVALID: { kind: 'rule', zh: '报名表没有填完整或有误', en: 'Some answers are missing or wrong' },
  ANSWERS_GIVEN: {
    kind: 'conflict',
    zh: '本人已经填好，不能代为修改',
    en: 'The person has answered by themselves; nobody else may change that',
  },
  ANSWERS_MORE_THAN_HEADS: {
    kind: 'rule',
    zh: '答案多于人数（{heads} 人）',
    en: 'There are more answers than people ({heads})',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
