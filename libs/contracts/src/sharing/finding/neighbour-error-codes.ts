import type { ErrorText } from '../../core/error-text.js';

/** What is refused by the rules of neighbours, clubs and employment, see `../error-codes.ts`. A text names the bound, never what is known of the person. */
export const neighbourErrors = {
  NOT_A_NEIGHBOUR: {
    kind: 'rule',
    zh: '只面向距主办工会 {withinKm} 公里以内的工会会员',
    en: 'Only for members of unions within {withinKm} km of the organising union',
  },
  NOT_IN_THE_PARK: {
    kind: 'rule',
    zh: '只面向与主办工会同在一个园区的工会会员',
    en: 'Only for members of unions in the same industrial park as the organising union',
  },
  PLACE_UNKNOWN: {
    kind: 'rule',
    zh: '平台没有您所在工会或主办工会的位置，无法核对距离；请联系所在工会补充',
    en: 'Where your union, or the organising one, is to be found is not known here; please ask your union to add it',
  },
  NOT_IN_THESE_CLUBS: {
    kind: 'rule',
    zh: '只面向活动当日仍在指定俱乐部的成员',
    en: 'Only for those who are in certain clubs on the day of the activity',
  },
  NOT_IN_THESE_GROUPS: {
    kind: 'rule',
    zh: '只面向活动当日仍在指定小组、班组的会员',
    en: 'Only for those who are in certain groups on the day of the activity',
  },
  ELIGIBLE_GROUP_OF_OTHERS: {
    kind: 'rule',
    zh: '只能选择主办、协办工会及其下级工会的小组',
    en: 'Only groups of the unions that host the activity, and of those below them, can be chosen',
  },
  EMPLOYMENT_UNKNOWN: {
    kind: 'rule',
    zh: '平台没有用工形式信息，无法核对；请联系所在工会补充',
    en: 'The kind of employment is not known here; please ask your union to add it',
  },
  NOT_OF_THESE_EMPLOYMENT_KINDS: {
    kind: 'rule',
    zh: '只面向指定用工形式的会员',
    en: 'Only for members of certain kinds of employment',
  },
  NEIGHBOURS_ONE_OF: {
    kind: 'rule',
    zh: '请在“若干公里以内”和“同一园区”中选填一项',
    en: 'Please say either how many kilometres, or the same park',
  },
  ORGANISER_PLACE_UNKNOWN: {
    kind: 'rule',
    zh: '主办方所在工会还没有登记位置，请先在工会页面填写',
    en: 'Where the union behind the organiser is to be found is not known; please add it on the page of the union first',
  },
  ORGANISER_PARK_UNKNOWN: {
    kind: 'rule',
    zh: '主办方所在工会不在任何园区内',
    en: 'The union behind the organiser lies in no industrial park',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
