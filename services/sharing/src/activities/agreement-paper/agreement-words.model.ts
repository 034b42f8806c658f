import type { IncomeKind } from '@gongxiang/contracts/settlement/fund';
import type { SplitRuleDto } from '@gongxiang/contracts/settlement/splits/split.contract';
import type { AgreementTerms } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import type { AgreementStateName } from '@gongxiang/contracts/sharing/sharing-events';
import type { Money } from '@gongxiang/contracts/words/money';
import { moneyText } from '@gongxiang/domain';

/** A line of text with its nested parts. */
interface WordLine {
  readonly depth: number;
  readonly text: string;
}

type NameOf = (partyKey: string) => string;

/** `186550` fen → `¥1,865.50`. */
export function yuanText({ amount }: Money): string {
  return moneyText(BigInt(amount));
}

/** A cost rule in words. @param nameOf the name of a party by its key */
export function ruleWords(rule: SplitRuleDto, nameOf: NameOf, depth = 0): WordLine[] {
  const own = { depth, text: sentenceOf(rule, nameOf) };
  const inner = rule.rest ?? rule.else ?? null;
  const label = rule.rest === undefined ? '都为零时：' : '其余：';
  const beneath =
    inner === null ? [] : [{ depth: depth + 1, text: label }, ...ruleWords(inner, nameOf, depth + 2)];
  const tiers = (rule.tiers ?? []).flatMap(({ upTo, rule: tierRule }) => [
    {
      depth: depth + 1,
      text: upTo === null ? '超出以上各档的部分：' : `累计不超过 ${yuanText(upTo)} 的部分：`,
    },
    ...ruleWords(tierRule, nameOf, depth + 2),
  ]);
  return [own, ...beneath, ...tiers];
}

const plainRules = {
  equal: '由各方平均分摊',
  headcount: '按到场人数分摊',
  usage: '按用量分摊',
  tiers: '分档：',
} as const;

function sentenceOf(rule: SplitRuleDto, nameOf: NameOf): string {
  switch (rule.kind) {
    case 'ratio':
      return `按权重分摊：${listed(rule.weights ?? {}, (key, weight) => `${nameOf(key)} ${weight}`)}`;
    case 'fixed':
      return `固定承担：${listed(rule.amounts ?? {}, (key, money) => `${nameOf(key)} ${yuanText(money)}`)}`;
    case 'hostShare':
      return `${nameOf(rule.party ?? '')}先承担 ${rule.percent ?? ''}%`;
    case 'subsidyFirst':
      return subsidyWords(rule, nameOf);
    default:
      return plainRules[rule.kind];
  }
}

function subsidyWords({ source = '', percent, upTo }: SplitRuleDto, nameOf: NameOf): string {
  const share = percent ? ` ${percent}%` : '';
  return `${nameOf(source)}先补助${share}${upTo ? `，最多 ${yuanText(upTo)}` : ''}`;
}

function listed<Value>(
  byParty: Readonly<Record<string, Value>>,
  textOf: (key: string, value: Value) => string,
): string {
  return Object.entries(byParty)
    .map(([key, value]) => textOf(key, value))
    .join('、');
}

/** Upper or lower bounds of whole shares. */
export function boundWords(bounds: Readonly<Record<string, Money>>, nameOf: NameOf): string {
  return listed(bounds, (key, money) => `${nameOf(key)} ${yuanText(money)}`);
}

export const fundWords: Readonly<Record<IncomeKind, string>> = {
  dues: '会费',
  allotment: '拨缴经费',
  subsidy: '上级补助',
  employer: '行政补助',
  undertakings: '事业收入',
  investment: '投资收益',
  other: '其他收入',
};

/** The codes of the union accounting system. */
const expenseWords: Readonly<Record<string, string>> = {
  '1.1': '职工活动·教育',
  '1.2': '职工活动·文体',
  '1.3': '职工活动·宣传',
  '1.4': '职工活动·集体福利',
  '1.5': '职工活动·其他',
  '2.1': '维权·协调',
  '2.2': '维权·劳动保护',
  '2.3': '维权·法律援助',
  '2.4': '维权·困难帮扶',
  '2.5': '维权·送温暖',
  '2.6': '维权·其他',
  '3.1': '业务·培训',
  '3.2': '业务·会议',
  '3.3': '业务·专项',
  '3.4': '业务·其他',
  '4': '资本性支出',
  '5': '事业支出',
  '6': '其他支出',
};

/** A code without a name is shown as is. */
export function expenseText(code: string): string {
  const name = expenseWords[code];
  return name === undefined ? code : `${code} ${name}`;
}

export function approvalWords({ silence, days }: AgreementTerms['approval']): string {
  return `${days} 天内确认，不答复视为${silence === 'agrees' ? '同意' : '有异议'}`;
}

export const stateWords: Readonly<Record<AgreementStateName, string>> = {
  checking: '核对中',
  refused: '没有通过核对',
  open: '等待签署',
  inForce: '已生效',
  superseded: '已作废',
};

/** A moment in a zone: `2026年11月20日 09:01`. */
export function momentText(moment: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone }).format(moment);
  const time = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'short', hour12: false, timeZone }).format(
    moment,
  );
  return `${day} ${time}`;
}

/** `2026-11-20` → `2026年11月20日`. */
export function dayText(date: string): string {
  return new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
