import { moneyText } from '@gongxiang/domain';

/**
 * One step of the computation of a share: a code with the parameters of its sentence. `…Fen` is an amount in fen as
 * text.
 */
export interface TraceStep {
  readonly code: TraceCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** The rule node that produced it; absent in shares computed before pointers were recorded. */
  readonly pointer?: string;
}

export type TraceLocale = 'zh-CN' | 'en';

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const sentences = {
  BORNE_BEFORE: {
    zh: '此前的结算单中已承担{borneFen}；上下限按合计计算，固定金额不再重复',
    en: '{borneFen} was borne in the pools before; bounds hold for the sum, fixed amounts are not taken again',
  },
  SUBSIDY_TAKEN: {
    zh: '{source}先补助{subsidyFen}（总额{totalFen}），余下{restFen}分摊',
    en: '{source} first gives {subsidyFen} of {totalFen}; {restFen} is left to split',
  },
  TIER: {
    zh: '第{number}档：{fromFen}以上至{toFen}，本档{ofFen}',
    en: 'Tier {number}: above {fromFen} up to {toFen}, {ofFen} in it',
  },
  FIXED_AMOUNT: { zh: '固定金额{amountFen}', en: 'A fixed amount of {amountFen}' },
  HOST_SHARE: {
    zh: '主办方承担{ofFen}的{percent}%：{amountFen}',
    en: 'The host bears {percent} % of {ofFen}: {amountFen}',
  },
  ELSE_HEADCOUNT: { zh: '人数均为零，改用备选规则', en: 'Every headcount is zero: the other rule applies' },
  ELSE_USAGE: { zh: '用量均为零，改用备选规则', en: 'Every usage is zero: the other rule applies' },
  EQUAL_SHARE: {
    zh: '{ofFen}由{weightSum}方平均分摊：{amountFen}',
    en: '{ofFen} split equally among {weightSum}: {amountFen}',
  },
  RATIO_SHARE: {
    zh: '{ofFen}按权重{weight}/{weightSum}分摊：{amountFen}',
    en: '{ofFen} by weight {weight}/{weightSum}: {amountFen}',
  },
  HEADCOUNT_SHARE: {
    zh: '{ofFen}按人数{weight}/{weightSum}分摊：{amountFen}',
    en: '{ofFen} by headcount {weight}/{weightSum}: {amountFen}',
  },
  HEADS_OUTSIDE: {
    zh: '另有{heads}人在场，其工会既不是分摊方，也不在任何分摊方之下，不计入人数',
    en: '{heads} more were present whose unions are no party and below none: they do not count',
  },
  USAGE_SHARE: {
    zh: '{ofFen}按用量{weight}/{weightSum}分摊：{amountFen}',
    en: '{ofFen} by usage {weight}/{weightSum}: {amountFen}',
  },
  ODD_FEN: {
    zh: '其中 1 分是除不尽多出的，给零头最大的几方',
    en: 'One fen of it is the odd one, which goes by largest remainder',
  },
  CAP_REACHED: { zh: '全部份额以{capFen}为上限', en: 'The whole share is held at its cap of {capFen}' },
  FLOOR_REACHED: {
    zh: '全部份额以{floorFen}为下限',
    en: 'The whole share is raised to its floor of {floorFen}',
  },
  BOUNDS_OF_OTHERS: {
    zh: '其他方受上下限约束，按同一系数λ重新分摊',
    en: 'Others are held at their bounds; the rest is split again with one common λ',
  },
} as const satisfies Record<string, Sentence>;

export type TraceCode = keyof typeof sentences;

/** The localised text of a step, with amounts in yuan. An amount of `''` means no bound. */
export function traceText(step: TraceStep, locale: TraceLocale): string {
  const sentence = sentences[step.code][locale === 'en' ? 'en' : 'zh'];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => inWords(name, step.params[name] ?? '', locale));
}

function inWords(name: string, value: string | number, locale: TraceLocale): string {
  if (!name.endsWith('Fen')) return String(value);
  if (value === '') return locale === 'en' ? 'any amount' : '不限';
  return moneyText(BigInt(value));
}
