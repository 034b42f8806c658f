import type { ActivityList } from '@gongxiang/contracts/sharing/papers/list-file.contract';
import type { CouponState } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { Locale } from '@gongxiang/domain';

/** The column heads and words of a list. */
export interface ListTexts {
  readonly lists: Readonly<Record<ActivityList, string>>;
  readonly states: Readonly<Record<RegistrationState, string>>;
  readonly name: string;
  readonly state: string;
  readonly place: string;
  readonly pool: string;
  readonly heads: string;
  readonly overridden: string;
  readonly registeredAt: (timeZone: string) => string;
  readonly registrationId: string;
  readonly union: string;
  readonly walkIn: string;
  readonly checkedInAt: (timeZone: string) => string;
  readonly couponStates: Readonly<Record<CouponState, string>>;
  readonly couponNumber: string;
  readonly issuedAt: (timeZone: string) => string;
  readonly redeemedAt: (timeZone: string) => string;
  readonly redeemingPoint: string;
  readonly toComplete: string;
  readonly noAnswer: string;
  readonly separator: string;
  readonly flag: (value: boolean) => string;
}

export const listTexts: Readonly<Record<Locale, ListTexts>> = {
  'zh-CN': {
    lists: {
      registrations: '报名名单',
      attendance: '签到名单',
      answers: '报名表答案',
      coupons: '券核销名单',
    },
    states: {
      confirmed: '已报上',
      waitlisted: '候补',
      held: '有空位待确认',
      cancelled: '已取消',
      expired: '逾期未确认',
    },
    name: '姓名',
    state: '状态',
    place: '候补位次',
    pool: '名额池',
    heads: '人数',
    overridden: '超额录取',
    registeredAt: (timeZone) => `报名时间（${timeZone}）`,
    registrationId: '报名编号',
    union: '工会',
    walkIn: '现场加入',
    checkedInAt: (timeZone) => `签到时间（${timeZone}）`,
    couponStates: { issued: '未核销', redeemed: '已核销', void: '已作废' },
    couponNumber: '第几张',
    redeemingPoint: '核销点',
    issuedAt: (timeZone) => `发放时间（${timeZone}）`,
    redeemedAt: (timeZone) => `核销时间（${timeZone}）`,
    toComplete: '待补填',
    noAnswer: '未填',
    separator: '、',
    flag: (value) => (value ? '是' : '否'),
  },
  en: {
    lists: {
      registrations: 'Registrations',
      attendance: 'Attendance',
      answers: 'Answers',
      coupons: 'Coupons',
    },
    states: {
      confirmed: 'Has a seat',
      waitlisted: 'Waiting',
      held: 'Offered a seat',
      cancelled: 'Cancelled',
      expired: 'Offer ran out',
    },
    name: 'Name',
    state: 'State',
    place: 'Place in line',
    pool: 'Pool',
    heads: 'People',
    overridden: 'Beyond capacity',
    registeredAt: (timeZone) => `Signed up (${timeZone})`,
    registrationId: 'Registration',
    union: 'Union',
    walkIn: 'Walk-in',
    checkedInAt: (timeZone) => `Checked in (${timeZone})`,
    couponStates: { issued: 'Not redeemed', redeemed: 'Redeemed', void: 'Void' },
    couponNumber: 'Coupon',
    redeemingPoint: 'Counter',
    issuedAt: (timeZone) => `Issued (${timeZone})`,
    redeemedAt: (timeZone) => `Redeemed (${timeZone})`,
    toComplete: 'To be completed',
    noAnswer: 'no answer',
    separator: ', ',
    flag: (value) => (value ? 'yes' : 'no'),
  },
};
