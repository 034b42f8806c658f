import type { NoticeRule } from './notice-rule.js';

export const seatsNotices = {
  seatGiven: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    zh: { title: '有名额了', lines: ['候补成功，您已报上名。'] },
    en: { title: 'You have a seat', lines: ['You have moved up from the waiting list and have a seat.'] },
  },
  seatOffered: {
    urgency: 'now',
    link: '/activities/{activityId}',
    act: { zh: '确认名额', en: 'Accept the seat' },
    zh: { title: '请确认名额', lines: ['有空位给您，请在 {expiresAt} 前打开活动确认，过时不候。'] },
    en: {
      title: 'Please accept your seat',
      lines: ['A seat is kept for you. Please open the activity and accept it by {expiresAt}.'],
    },
  },
  seatWithdrawn: {
    urgency: 'whenever',
    link: '/activities/{activityId}',
    zh: { title: '退回候补', lines: ['名额减少，您退回候补队伍的最前面。'] },
    en: {
      title: 'Back to the waiting list',
      lines: ['There are fewer seats now; you are at the front of the waiting list.'],
    },
  },
  seatMoved: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    zh: {
      title: '转入另一类名额',
      lines: ['您所在的工会变了，原来的名额不再适用；现在适用的名额已满，您在它的候补队伍里。'],
    },
    en: {
      title: 'On another waiting list',
      lines: [
        'You are with another union now, and your seat was not for it. The seats for it are taken, so you are on their waiting list.',
      ],
    },
  },
  offerExpired: {
    urgency: 'whenever',
    link: '/activities/{activityId}',
    zh: { title: '名额已过期', lines: ['您没有在期限内确认，名额已让给下一位。'] },
    en: {
      title: 'Offer ran out',
      lines: ['You did not accept in time, so the seat went to the next person.'],
    },
  },
  queueTurn: {
    urgency: 'now',
    link: '/activities/{activityId}',
    zh: { title: '轮到您报名了', lines: ['现在就可以报名，{closesAt} 截止。名额先到先得，请尽快打开活动。'] },
    en: {
      title: 'It is your turn to sign up',
      lines: [
        'You can sign up now, until {closesAt}. Seats go to those who come first, so please open the activity soon.',
      ],
    },
  },
  drawWon: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    zh: { title: '摇中了', lines: ['您已有名额，到时候来就行；去不了请提前取消，让给候补的人。'] },
    en: {
      title: 'You were drawn',
      lines: ['The seat is yours. If you cannot come, please cancel in time for those who wait.'],
    },
  },
  drawLost: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    zh: {
      title: '没有摇中',
      lines: [
        '{result, select, waiting {这次没有摇中，已替您排进候补；有人退出时按摇号的先后补上，轮到您会通知您。} other {您已不符合这个活动的报名条件，没有参加这次摇号；原因见活动页。}}',
      ],
    },
    en: {
      title: 'Not drawn',
      lines: [
        '{result, select, waiting {You were not drawn this time and are on the waiting list, in the order of the draw. You are told when it is your turn.} other {You no longer qualified for this activity, so you were not in the draw. The activity says why.}}',
      ],
    },
  },
  signedUp: {
    urgency: 'whenever',
    link: '/activities/{activityId}',
    zh: {
      title: '代您报名',
      lines: [
        '{state, select, waitlisted {{role, select, organiser {活动组织者} other {工会干部}}已替您报名，目前在候补。} other {{role, select, organiser {活动组织者} other {工会干部}}已替您报上名。}}',
      ],
    },
    en: {
      title: 'Signed up for you',
      lines: [
        '{state, select, waitlisted {{role, select, organiser {An organiser} other {A union officer}} has signed you up; you are on the waiting list.} other {{role, select, organiser {An organiser} other {A union officer}} has signed you up; you have a seat.}}',
      ],
    },
  },
  registrationCancelled: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    zh: {
      title: '报名取消',
      lines: [
        '{cause, select, membershipEnded {活动当天您已不是会员，报名随之取消。} otherUnions {您所在的工会变了，这个活动只面向另外一些工会，报名随之取消。} otherSizes {您所在的工会变了，这个活动只面向其他规模的企业，报名随之取消。} tooFar {您所在的工会变了，离主办方超出了活动要求的距离，报名随之取消。} placeUnknown {您所在的工会变了，这个活动只面向附近的工会，而距离无法确定，报名随之取消。} outsidePark {您所在的工会变了，这个活动只面向主办方所在的园区，报名随之取消。} otherGroups {您所在的工会变了，这个活动只面向另外一些小组，报名随之取消。} noPool {您所在的工会变了，这个活动没有您现在可用的名额，报名随之取消。} other {{role, select, organiser {活动组织者} other {工会干部}}取消了您的报名。}}',
      ],
    },
    en: {
      title: 'Sign-up cancelled',
      lines: [
        '{cause, select, membershipEnded {You will not be a member on the day, so your sign-up was cancelled.} otherUnions {You are with another union now, and this activity is for members of certain unions only, so your sign-up was cancelled.} otherSizes {You are with another union now, and this activity is for enterprises of other sizes, so your sign-up was cancelled.} tooFar {You are with another union now, which is farther from the organiser than this activity allows, so your sign-up was cancelled.} placeUnknown {You are with another union now, and this activity is for unions nearby; how far away it is is not known, so your sign-up was cancelled.} outsidePark {You are with another union now, and this activity is for the organiser’s park, so your sign-up was cancelled.} otherGroups {You are with another union now, and this activity is for members of certain groups, so your sign-up was cancelled.} noPool {You are with another union now, and this activity has no seats for it, so your sign-up was cancelled.} other {{role, select, organiser {An organiser} other {A union officer}} has cancelled your sign-up.}}',
      ],
    },
  },
  correctionProposed: {
    urgency: 'soon',
    link: '/activities/{activityId}/attendance-corrections',
    act: { zh: '审批', en: 'Approve or refuse' },
    zh: { title: '到场更正待审批', lines: ['有人提出更正一条到场记录，要由另一名干部审批。'] },
    en: {
      title: 'A correction waits for you',
      lines: ['Somebody proposes to correct an attendance. Another officer has to decide.'],
    },
  },
  noShowAppealed: {
    urgency: 'soon',
    link: '/activities/{activityId}/no-shows',
    act: { zh: '处理申诉', en: 'Decide' },
    zh: { title: '缺席申诉待处理', lines: ['有人对缺席记录提出申诉。处理之前，这次缺席照样计入。'] },
    en: {
      title: 'An appeal against a no-show',
      lines: ['Somebody appeals against a no-show. It counts until you decide.'],
    },
  },
  couponIssued: {
    urgency: 'whenever',
    link: '/activities/{activityId}',
    zh: { title: '您有一张新的券', lines: ['报上名就有的券已经发给您，{at} 前到领取点出示，就能领。'] },
    en: {
      title: 'You have a coupon',
      lines: ['The coupon that comes with your seat is here. Show it at a counter by {at}.'],
    },
  },
  letterIssued: {
    urgency: 'whenever',
    link: '/my',
    zh: {
      title: '给您的一份文件',
      lines: [
        '{letter, select, invitation {您有一份邀请函} thanks {您有一封感谢信} proof {您的活动证明开好了} other {您的证书发下来了}}，在“我的”里可以查看和下载。',
      ],
    },
    en: {
      title: 'A letter for you',
      lines: [
        '{letter, select, invitation {You have an invitation} thanks {You have a letter of thanks} proof {Your proof of attendance is here} other {Your certificate is here}}. See and download it at “My page”.',
      ],
    },
  },
  couponUnredeemed: {
    urgency: 'soon',
    link: '/activities/{activityId}',
    zh: { title: '券快到期了', lines: ['您在这个活动领的券还没有核销，{at} 前有效，过期作废。'] },
    en: {
      title: 'Coupon about to end',
      lines: ['Your coupon from this activity is not redeemed yet. It is good until {at}.'],
    },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
