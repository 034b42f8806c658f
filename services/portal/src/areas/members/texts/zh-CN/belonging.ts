export const texts = {
  belonging: {
    nearness: '邻近工会',
    anywhere: '不限',
    nearnessIs: { withinKm: '距主办工会若干公里以内', samePark: '与主办工会同一园区' },
    nearnessHint:
      '按会员所在工会登记的位置计算直线距离；由俱乐部或企业主办的，以其所属工会为准。没有登记位置的工会不能参加。',
    withinKm: '多少公里以内',
    clubs: '俱乐部（任一即可）',
    addClub: '按名称添加俱乐部',
    groups: '小组、班组（任一即可）',
    groupsHint: '可选主办、协办工会及其下级工会的小组。',
    addGroup: '添加小组',
    employment: '用工形式',
    employmentHint: '由所在工会登记。活动页面只写明面向哪些用工形式，不会显示某个人的。',
  },
} as const;
