import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { Locale } from '@gongxiang/domain';

const chineseCodes: Readonly<Record<string, string>> = {
  '1.1': '职工教育',
  '1.2': '文体活动',
  '1.3': '宣传活动',
  '1.4': '集体福利',
  '1.5': '其他活动',
  '2.1': '劳动关系协调',
  '2.2': '劳动保护',
  '2.3': '法律援助',
  '2.4': '困难职工帮扶',
  '2.5': '送温暖',
  '2.6': '其他维权',
  '3.1': '培训',
  '3.2': '会议',
  '3.3': '专项业务',
  '3.4': '其他业务',
  '4': '资本性支出',
  '5': '事业支出',
  '6': '其他支出',
};

const englishCodes: Readonly<Record<string, string>> = {
  '1.1': 'Education',
  '1.2': 'Culture and sports',
  '1.3': 'Publicity',
  '1.4': 'Collective welfare',
  '1.5': 'Other activities',
  '2.1': 'Labour relations',
  '2.2': 'Safety at work',
  '2.3': 'Legal aid',
  '2.4': 'Help in hardship',
  '2.5': 'Winter visits',
  '2.6': 'Other protection of rights',
  '3.1': 'Training',
  '3.2': 'Meetings',
  '3.3': 'Special business',
  '3.4': 'Other business',
  '4': 'Capital expenditure',
  '5': 'Undertakings',
  '6': 'Other expenditure',
};

const chineseFunds: Readonly<Record<AccountFund, string>> = {
  dues: '会费',
  allotment: '拨缴经费',
  subsidy: '上级补助',
  employer: '行政补助',
  undertakings: '事业收入',
  investment: '投资收益',
  other: '其他收入',
  mixed: '多种经费合并',
};

const englishFunds: Readonly<Record<AccountFund, string>> = {
  dues: 'Dues',
  allotment: 'Allotment',
  subsidy: 'Subsidy from above',
  employer: 'From the employer',
  undertakings: 'Undertakings',
  investment: 'Investment',
  other: 'Other income',
  mixed: 'Several funds in one',
};

/** An expense code with its name, such as `1.2 文体活动`. */
export function expenseWords(code: string, locale: Locale): string {
  return `${code} ${(locale === 'en' ? englishCodes : chineseCodes)[code] ?? ''}`.trim();
}

export function fundWords(fund: AccountFund, locale: Locale): string {
  return (locale === 'en' ? englishFunds : chineseFunds)[fund];
}
