import type { ErrorText } from '../../core/error-text.js';

/** What is refused about benefits, see `../../error-codes.ts`. */
export const benefitErrors = {
  BENEFIT_STATE: {
    kind: 'conflict',
    zh: '优惠现在的状态不能这样处理，请刷新后再看',
    en: 'The benefit is in a state in which this is not possible; read it again',
  },
  BENEFIT_INVALID: {
    kind: 'rule',
    zh: '优惠有不合规则的地方，请看标出的各项',
    en: 'Something about the benefit breaks a rule; see what is marked',
  },
  BENEFIT_CODE_MISSING: { kind: 'rule', zh: '请写到店说的口令', en: 'Say the word that members say' },
  BENEFIT_LINK_MISSING: { kind: 'rule', zh: '请填网址', en: 'Say the address' },
  BENEFIT_FINANCE_LINK: {
    kind: 'rule',
    zh: '金融和保险只能放网址，工会不推荐也不担保',
    en: 'Finance and insurance are a link alone: the union neither recommends nor guarantees them',
  },
  BENEFIT_SAVING_TWICE: {
    kind: 'rule',
    zh: '能省多少，百分比和金额只填一个',
    en: 'Say what one saves in percent or as an amount, not both',
  },
  BENEFIT_SAVING_NONE: { kind: 'rule', zh: '能省的金额要大于 0', en: 'What one saves is more than nothing' },
  BENEFIT_FINANCE_SAVING: {
    kind: 'rule',
    zh: '金融和保险不写能省多少',
    en: 'What one saves is not said of finance and insurance',
  },
  BENEFIT_PERIOD_REVERSED: {
    kind: 'rule',
    zh: '最后一天不能早于第一天',
    en: 'It cannot end before it begins',
  },
  BENEFIT_OVER: {
    kind: 'conflict',
    zh: '优惠已过最后一天，请先改日期',
    en: 'Its last day has passed; change it first',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
