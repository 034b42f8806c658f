export const texts = {
  activityCost: {
    title: '费用',
    total: '费用合计',
    perHead: '人均',
    each: '{{amount}}（到场 {{heads}} 人）',
    subsidy: '先行补助',
    unpaid: '尚未付清',
    bill: '结算单 {{amount}}',
    all: '查看费用明细',
    states: {
      open: '登记中',
      submitted: '待审批',
      asked: '待各方同意',
      approved: '已入账',
      reversed: '已冲销',
    },
  },
} as const;
