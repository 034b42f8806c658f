import type { ReportGrouping } from '@gongxiang/contracts/evaluation/reports/report.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { Locale } from '@gongxiang/domain';

export interface ReportTexts {
  readonly title: string;
  readonly total: string;
  readonly figure: string;
  readonly value: string;
  readonly groups: Readonly<Record<ReportGrouping, string>>;
  readonly columns: {
    readonly [
      Name in
        | 'activities'
        | 'heads'
        | 'costPerHead'
        | 'satisfaction'
        | 'score'
        | 'smallFirmShare'
        | 'loans'
        | 'loansOnTime'
    ]: string;
  };
  readonly functions: Readonly<Record<ResourceFunction, string>>;
  readonly businesses: Readonly<Record<UnionBusiness, string>>;
  readonly truncated: string;
  readonly page: (number: number, count: number) => string;
}

/** The words of a report on paper and in a workbook. */
export const reportTexts: Readonly<Record<Locale, ReportTexts>> = {
  'zh-CN': {
    title: '共建共享报表',
    total: '合计',
    figure: '指标',
    value: '数值',
    groups: {
      union: '按工会',
      activity: '按活动',
      function: '按资源功能',
      business: '按业务',
      cell: '按资源功能与业务',
      month: '按月',
      quarter: '按季度',
    },
    columns: {
      activities: '活动',
      heads: '到场人次',
      costPerHead: '人均成本（元）',
      satisfaction: '满意度（1–5）',
      score: '得分',
      smallFirmShare: '小微占比',
      loans: '到期借用',
      loansOnTime: '按时归还',
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
    truncated: '行数过多，仅列到场人次最多的一千行；合计包含全部。',
    page: (number, count) => `第 ${number} 页 / 共 ${count} 页`,
  },
  en: {
    title: 'Report on sharing',
    total: 'Total',
    figure: 'Figure',
    value: 'Value',
    groups: {
      union: 'By union',
      activity: 'By activity',
      function: 'By function',
      business: 'By business',
      cell: 'By function and business',
      month: 'By month',
      quarter: 'By quarter',
    },
    columns: {
      activities: 'Activities',
      heads: 'Heads',
      costPerHead: 'Cost a head (yuan)',
      satisfaction: 'Satisfaction (1–5)',
      score: 'Score',
      smallFirmShare: 'Small firms',
      loans: 'Loans due',
      loansOnTime: 'Back in time',
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
      culture: 'Culture and sports',
      publicity: 'Publicity',
      service: 'Services',
      safeguarding: 'Rights',
      participation: 'Participation',
      construction: 'Construction',
    },
    truncated: 'Only the thousand rows with the most heads are listed; the total has all.',
    page: (number, count) => `Page ${number} of ${count}`,
  },
};
