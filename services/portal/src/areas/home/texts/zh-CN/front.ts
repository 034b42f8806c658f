export const texts = {
  front: {
    title: '各家工会的活动和场地，大家一起用',
    what: '看看最近有什么活动，不用登录。报名、领福利、借场地、找工会，请先登录。',
    join: '申请入会',
    figures: '我们的网络',
    since: '活动和互借是 {{day}} 以来的合计。',
    figure: {
      unions: '工会（家）',
      members: '会员（人）',
      activities: '办过的活动（场）',
      attendances: '参加（人次）',
      loans: '工会之间互借（次）',
    },
    allActivities: '查看全部近期活动',
    offered: '大家都能看',
    offer: { vacancies: '招聘', benefits: '会员优惠', worksCalls: '作品征集与展示' },
    offerFor: {
      vacancies: '用人单位的工会核实过，不收任何费用',
      benefits: '凭会员卡，在商户能得到什么',
      worksCalls: '摄影、征文、视频：来投稿，也来看获奖作品',
    },
    ways: '第一次来？',
    way: {
      activate: '激活账号',
      join: '申请入会',
      found: '单位要建工会',
      verify: '核验证书',
      matterStatus: '查办事进度',
    },
    wayFor: {
      activate: '工会名册里已有您的信息，设个密码就能用',
      join: '单位有没有工会都可以，填几项就能申请',
      found: '单位还没有工会，从这里申请成立',
      verify: '收到证书或函件，查一查真伪',
      matterStatus: '凭受理编号和查询码，看办到哪一步了',
    },
  },
} as const;
