import type { ErrorText } from '../../core/error-text.js';

/** What is refused by rules of spending and of them, see `../error-codes.ts`. */
export const fundRuleErrors = {
  FUND_RULE_BREACHED: {
    kind: 'rule',
    zh: '“{item}”超出经费使用规定（{rule}）：允许 {allowed}，实际 {actual}，超出金额 {over}；依据：{source}。上级工会可以说明理由后放行',
    en: '“{item}” breaks a rule of spending ({rule}): allowed {allowed}, actual {actual}, over by {over}; by {source}. A union above may let it pass with a reason',
  },
  FUND_RULE_BARS_EXPENSE: {
    kind: 'rule',
    zh: '按经费使用规定，这种经费不能用于这个支出科目，请改用其他经费来源或支出科目',
    en: 'By the rules of spending, money of this kind may not be spent on this code; choose another of either',
  },
  FUND_RULE_NOT_BREACHED: {
    kind: 'conflict',
    zh: '这张票据没有违反这条规定，不需要放行',
    en: 'The bill does not break this rule, so there is nothing to let pass',
  },
  FUND_RULE_KEY_TWICE: {
    kind: 'rule',
    zh: '规定的代号 {key} 用了两次',
    en: 'The key {key} names two rules',
  },
  FUND_RULE_SHARE_ABOVE_WHOLE: {
    kind: 'rule',
    zh: '比例不能超过全部',
    en: 'A part cannot be more than the whole',
  },
  USE_NOT_AMOUNT: {
    kind: 'rule',
    zh: '数量乘单价是 {told}，与票据金额 {amount} 不符；除不尽时，单价进到分',
    en: 'Number times price is {told}, the bill is {amount}; where it does not divide, round the price up to the fen',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
