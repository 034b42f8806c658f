import type { ErrorText } from '../../core/error-text.js';

/** What is refused about applications and invitations, see `../../error-codes.ts`. */
export const applicationErrors = {
  APPLICATION_NOT_FOUND: {
    kind: 'rule',
    zh: '申请编号或验证码不正确，或验证码已过期，请核对后重试',
    en: 'The number of the application or the code is wrong, or the code has expired; please check both and try again',
  },
  APPLICATION_CONSENT: {
    kind: 'rule',
    zh: '请阅读并同意最新的个人信息处理说明',
    en: 'Please read the present note on personal information and agree to it',
  },
  APPLICATION_EMPLOYER: {
    kind: 'rule',
    zh: '请选择单位，或填写单位名称',
    en: 'Please choose your employer, or enter its name',
  },
  APPLICATION_PLACE: {
    kind: 'rule',
    zh: '请填写工作地点',
    en: 'Please enter where you work',
  },
  APPLICATION_WORK: {
    kind: 'rule',
    zh: '请填写从事的工作，例如：外卖骑手',
    en: 'Please enter what you do, such as: food delivery',
  },
  APPLICATION_NOT_WAITING: {
    kind: 'conflict',
    zh: '这份申请已经处理完毕',
    en: 'This application has been decided already',
  },
  APPLICATION_NO_APPEAL: {
    kind: 'conflict',
    zh: '只能对不予批准的决定申诉一次，须在 30 天内提出，且须有上级工会',
    en: 'A refusal can be appealed once, within 30 days, where there is a union above',
  },
  APPLICATION_OTHER_UNION: {
    kind: 'conflict',
    zh: '申请已在这家工会，请选择另一家',
    en: 'The application is with this union already; please choose another one',
  },
  APPLICATION_HIDDEN_UNION: {
    kind: 'rule',
    zh: '申请人要求不让所在单位知道，不能转给这家工会',
    en: 'The applicant asked that their employer should not know; it cannot go to this union',
  },
  APPLICATION_UNION_CLOSED: {
    kind: 'rule',
    zh: '这家工会不直接发展会员，请选择另一家',
    en: 'This union takes no members directly; please choose another one',
  },
  INVITATION_ENDED: {
    kind: 'rule',
    zh: '邀请已过期、名额已用完或已被撤回，请联系邀请您的工会，或直接申请入会',
    en: 'The invitation has expired, is used up or was taken back; please ask the union that invited you, or apply to join',
  },
  INVITATION_EXPIRY: {
    kind: 'rule',
    zh: '有效期须在现在之后、{max} 天之内',
    en: 'An invitation ends in the future, within {max} days',
  },
  INVITATION_PEOPLE: {
    kind: 'rule',
    zh: '邀请名额比名单人数少，请增加名额',
    en: 'The invitation has fewer places than there are people on the list; please allow more uses',
  },
  JOINING_DEADLINE_OF_ROOT: {
    kind: 'rule',
    zh: '审批时限由根工会统一设定',
    en: 'The union at the root sets the deadline for all',
  },
  APPLICATIONS_OF_PHONE_MAX: {
    kind: 'rule',
    zh: '这个手机号已有 {max} 份申请在等待处理，请等其中一份办结后再提交',
    en: '{max} applications of this phone are waiting: please send another one when one of them is decided',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
