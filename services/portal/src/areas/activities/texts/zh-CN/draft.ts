export const texts = {
  checklist: {
    ready: '可以发布了',
    readyBut_other: '可以发布；建议先完成 {{count, number}} 项',
    stillMissing_other: '发布前还须完成 {{count, number}} 项',
    state: {
      done: '（已完成）',
      must: '（必须完成）',
      better: '（建议完成）',
    },
    item: {
      START_PAST: {
        done: '开始时间在将来',
        missing: '开始时间已过，请修改',
      },
      PERIOD_EMPTY: {
        missing: '结束时间要晚于开始时间，报名截止要晚于报名开始',
      },
      SIGN_UP_AFTER_END: {
        done: '报名时间与活动时间相符',
        missing: '报名截止不能晚于活动结束',
      },
      TIME_ZONE_UNKNOWN: {
        missing: '时区不存在，请重新选择',
      },
      SIGN_UP_CLOSED: {
        done: '发布后可以报名',
        missing: '报名已截止，发布后没有人能报名',
      },
      PLACE_MISSING: {
        done: '地点已填写',
        missing: '还没有写在哪里举行；线上活动请写“线上”',
      },
      DESCRIPTION_MISSING: {
        done: '活动说明已填写',
        missing: '还没有写活动说明',
      },
      SEATS_MISSING: {
        done: '名额已设置',
        missing: '还没有名额，不能发布；请先设置名额',
      },
      COMPANIONS_MISSING: {
        done: '孩子可以同行，报名时填写年龄段',
        missing: '亲子活动没有同行名额，孩子来不了',
      },
      INVITATION_OPEN: {
        missing: '{{party}} 还没有答复合办邀请；发布后就不能再加入',
      },
      AGREEMENT_REQUIRED: {
        done: '合办协议已由各方签署并生效',
      },
      AGREEMENT_NOT_PROPOSED: {
        missing: '有合办方，须先拟定合办协议并由各方签署',
      },
      AGREEMENT_NOT_CHECKED: {
        missing: '合办协议的新版本正在核对费用规则',
      },
      AGREEMENT_NOT_SIGNED: {
        done: '{{party}} 已签署合办协议',
        missing: '{{party}} 还没有签署合办协议',
      },
    },
  },
  copying: {
    title: '照此再办一次',
    hint: '把活动的安排和名额照抄成一份新草稿；报名、签到和协议不带过去。',
    fromEarlier: '从往年复制',
    search: '查找本会办过的活动',
    newTitle: '新活动的名称',
    startsAt: '新的开始时间',
    startsHint: '不填就是约一年后的同一个星期几；其他时间随之移动',
    keepDay: '就在这一天办，不避开节假日和调休',
    planned: '举行时间：{{time}}',
    plannedSignUp: '报名时间：{{time}}',
    moved: {
      publicHoliday: '{{from}} 是{{holiday}}假期，整个活动改到 {{to}}。',
      makeUpDay: '{{from}} 是{{holiday}}调休上班日，整个活动改到 {{to}}。',
      dayOff: '{{from}} 是休息日，原活动在工作日，整个活动改到 {{to}}。',
      workingDay: '{{from}} 是工作日，原活动在休息日，整个活动改到 {{to}}。',
    },
    holiday: {
      newYear: '元旦',
      springFestival: '春节',
      tombSweeping: '清明节',
      labourDay: '劳动节',
      dragonBoat: '端午节',
      midAutumn: '中秋节',
      nationalDay: '国庆节',
    },
    unknown: '{{year}} 年的放假安排还没有公布，日期没有核对节假日，请自行留意。',
    invite: '合办方要重新邀请：{{names}}。',
    loan: '场地要重新申请借用。',
    make: '生成新草稿',
    notDone: '未能生成',
    done: '新草稿已生成，请核对后保存',
    toInvite: '去邀请合办方',
  },
};
