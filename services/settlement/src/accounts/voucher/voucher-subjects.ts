import {
  type VoucherSubject,
  voucherSubjects,
} from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import type { MappedSubject } from './voucher.entity.js';

/**
 * The defaults, following the unions' accounting system (工会会计制度). Books differ by region and year, so a union starts
 * with these and may map its own.
 */
const defaults: Readonly<Record<string, readonly [code: string, name: string]>> = {
  'expense:1.1': ['50101', '职工活动支出—职工教育'],
  'expense:1.2': ['50102', '职工活动支出—文体活动'],
  'expense:1.3': ['50103', '职工活动支出—宣传活动'],
  'expense:1.4': ['50104', '职工活动支出—集体福利'],
  'expense:1.5': ['50105', '职工活动支出—其他活动'],
  'expense:2.1': ['50201', '维权支出—劳动关系协调'],
  'expense:2.2': ['50202', '维权支出—劳动保护'],
  'expense:2.3': ['50203', '维权支出—法律援助'],
  'expense:2.4': ['50204', '维权支出—困难职工帮扶'],
  'expense:2.5': ['50205', '维权支出—送温暖'],
  'expense:2.6': ['50206', '维权支出—其他维权'],
  'expense:3.1': ['50301', '业务支出—培训'],
  'expense:3.2': ['50302', '业务支出—会议'],
  'expense:3.3': ['50304', '业务支出—专项业务'],
  'expense:3.4': ['50305', '业务支出—其他业务'],
  'expense:4': ['505', '资本性支出'],
  'expense:5': ['507', '事业支出'],
  'expense:6': ['508', '其他支出'],
  bank: ['102', '银行存款'],
  receivable: ['13501', '其他应收款—合办往来'],
  payable: ['22501', '其他应付款—合办往来'],
  clearing: ['13502', '其他应收款—轧差待划拨'],
  deposit: ['90101', '表外—借用押金'],
  depositContra: ['90102', '表外—借用押金对应'],
  loanExpense: ['50801', '其他支出—借用'],
  loanIncome: ['40801', '其他收入—借用'],
  subsidyGiven: ['506', '补助下级支出'],
  subsidyReceived: ['403', '上级补助收入'],
  unassigned: ['99999', '待分类'],
};

/** All subjects in the order of the contract, with the union's mapping or the default. */
export function subjectsOf(
  mapped: readonly MappedSubject[],
): (MappedSubject & { readonly isDefault: boolean })[] {
  const own = new Map(mapped.map((one) => [one.subject, one]));
  return voucherSubjects.map((subject) => {
    const [code, name] = defaults[subject] ?? ['', ''];
    const { code: ownCode = code, name: ownName = name } = own.get(subject as VoucherSubject) ?? {};
    const isDefault = ownCode === code && ownName === name;
    return { subject: subject as VoucherSubject, code: ownCode, name: ownName, isDefault };
  });
}
