import type { ErrorText } from '../../core/error-text.js';

/** What is refused about plans of disclosure, see `../../error-codes.ts`. */
export const disclosureItemErrors = {
  DISCLOSURE_ITEM_ENDED: {
    kind: 'conflict',
    zh: '这个公开事项已经停用',
    en: 'This is not to be disclosed any more',
  },
  DISCLOSURE_ITEMS_MAX: {
    kind: 'conflict',
    zh: '一家工会最多列 {max} 个公开事项，请先停用不再公开的',
    en: 'A union plans at most {max} things to disclose; end one first',
  },
  DISCLOSURE_DEPARTMENT_MISSING: {
    kind: 'rule',
    zh: '由企业公开的事项要写明责任部门',
    en: 'What the enterprise discloses needs a responsible department',
  },
  DISCLOSURE_FIRST_DAY_EARLY: {
    kind: 'rule',
    zh: '首次公开的日期不能早于 {from}',
    en: 'The first day cannot be before {from}',
  },
  DISCLOSURE_RHYTHM_FIXED: {
    kind: 'conflict',
    zh: '已经到期或公开过，不能再改周期和首次日期；请停用后另列一项',
    en: 'It has been due or disclosed: its rhythm and first day stay. End it and plan another',
  },
  DISCLOSURE_OCCASION_UNKNOWN: {
    kind: 'rule',
    zh: '这个公开事项在这一天没有要公开的',
    en: 'Nothing is to be disclosed on this day',
  },
  DISCLOSURE_OCCASION_MET: {
    kind: 'conflict',
    zh: '这一期已经关联了信息，要换请先取消关联',
    en: 'A bulletin is linked already; take that back first',
  },
  DISCLOSURE_OCCASION_NOT_MET: {
    kind: 'conflict',
    zh: '这一期没有关联信息',
    en: 'No bulletin is linked',
  },
  DISCLOSURE_BULLETIN_UNFIT: {
    kind: 'rule',
    zh: '只能关联本会已发布、正在展示的“公开”类信息',
    en: 'Only a published bulletin of this union of the kind “disclosure” can be linked',
  },
  DISCLOSURE_BULLETIN_USED: {
    kind: 'conflict',
    zh: '这条信息已经用在本事项的另一期',
    en: 'This bulletin is linked to another time of the same thing',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
