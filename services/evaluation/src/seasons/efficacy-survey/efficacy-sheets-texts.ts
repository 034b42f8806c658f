import type {
  EfficacyAspect,
  EfficacyFactName,
  EfficacyKind,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Locale } from '@gongxiang/domain';

/** What the workbook says. */
export interface EfficacyTexts {
  readonly title: string;
  readonly sheets: { readonly kinds: string; readonly opinions: string; readonly facts: string };
  readonly kindColumns: readonly string[];
  readonly opinionColumns: readonly string[];
  readonly factColumns: readonly string[];
  readonly kinds: Readonly<Record<EfficacyKind, string>>;
  readonly aspects: Readonly<Record<EfficacyAspect, string>>;
  readonly facts: Readonly<Record<EfficacyFactName, string>>;
  readonly functions: Readonly<Record<ResourceFunction, string>>;
  readonly businesses: Readonly<Record<UnionBusiness, string>>;
}

export const efficacyTexts: Readonly<Record<Locale, EfficacyTexts>> = {
  'zh-CN': {
    title: '共建共享机制效能',
    sheets: { kinds: '各类参与方', opinions: '功能与业务', facts: '客观成效' },
    kindColumns: ['参与方类别', '受邀', '计入答卷', '认同感', '满意度', '上一季认同感', '上一季满意度'],
    opinionColumns: ['参与方类别', '方面', '资源功能', '业务', '均分（1–5）', '上一季'],
    factColumns: ['参与方类别', '事实', '数值', '上一季'],
    kinds: {
      union: '工会',
      enterprise: '企业',
      club: '俱乐部',
      provider: '资源供给方',
      borrower: '资源借用方',
      organisation: '社会组织/商家',
      volunteer: '志愿者',
    },
    aspects: { identification: '认同感', satisfaction: '满意度' },
    facts: {
      activities: '举办或合办的活动',
      heads: '到场人次',
      costPerHead: '人均成本（元）',
      loansLent: '借出次数',
      loansBorrowed: '借入次数',
      loanPunctuality: '按时归还率',
      replyTime: '答复借用申请（小时，中位数）',
    },
    functions: {
      information: '信息',
      facility: '设施',
      management: '管理',
      service: '服务',
      people: '人力',
    },
    businesses: {
      education: '教育',
      culture: '文体',
      publicity: '宣传',
      service: '服务',
      safeguarding: '维护',
      participation: '参与',
      construction: '建设',
    },
  },
  en: {
    title: 'Efficacy of the sharing mechanism',
    sheets: { kinds: 'Kinds of party', opinions: 'Function and business', facts: 'Facts' },
    kindColumns: [
      'Kind of party',
      'Invited',
      'Answers counted',
      'Identification',
      'Satisfaction',
      'Identification before',
      'Satisfaction before',
    ],
    opinionColumns: [
      'Kind of party',
      'Aspect',
      'Function',
      'Area of union work',
      'Mean (1–5)',
      'Season before',
    ],
    factColumns: ['Kind of party', 'Fact', 'Value', 'Season before'],
    kinds: {
      union: 'Unions',
      enterprise: 'Enterprises',
      club: 'Clubs',
      provider: 'Providers',
      borrower: 'Borrowers',
      organisation: 'Organisations',
      volunteer: 'Volunteers',
    },
    aspects: { identification: 'Identification', satisfaction: 'Satisfaction' },
    facts: {
      activities: 'Activities held',
      heads: 'People who came',
      costPerHead: 'Cost per head (yuan)',
      loansLent: 'Loans given',
      loansBorrowed: 'Loans taken',
      loanPunctuality: 'Returned in time',
      replyTime: 'Hours to answer a request (median)',
    },
    functions: {
      information: 'Information',
      facility: 'Facilities',
      management: 'Management',
      service: 'Services',
      people: 'People',
    },
    businesses: {
      education: 'Education',
      culture: 'Culture and sport',
      publicity: 'Publicity',
      service: 'Services',
      safeguarding: 'Safeguarding',
      participation: 'Participation',
      construction: 'Construction',
    },
  },
};
