export const texts = {
  filing: {
    statistics: '审批情况',
    kindOf: {
      founding: '建会申报',
      closing: '撤销、合并工会',
      membersMove: '会员整体接转',
      unionMove: '工会调整隶属',
    },
    received_other: '一年内收到 {{count, number}} 份',
    decided_other: '已处理 {{count, number}} 份',
    waiting_other: '待审批 {{count, number}} 份',
    late_other: '过期 {{count, number}} 份',
    escalated_other: '因逾期转上级 {{count, number}} 份',
    median: '审批用时中位数 {{days}} 天',
    within: '按时处理 {{share}}',
  },
};
