import type { ErrorText } from '../../core/error-text.js';

/** What is refused around the household that a matter is about, see `../../error-codes.ts`. */
export const householdErrors = {
  HOUSEHOLD_HAS_PLAN: {
    kind: 'conflict',
    zh: '一户一策：这个家庭已有帮扶计划，由{unionName}办理；可以并入那个计划',
    en: 'One household, one plan: {unionName} has a plan for this household; this matter can join it',
  },
  HOUSEHOLD_HAS_NO_PLAN: {
    kind: 'conflict',
    zh: '没有找到这个家庭的帮扶计划，请核对家庭成员',
    en: 'No plan of this household was found; please check who belongs to it',
  },
  HOUSEHOLD_PLAN_WRITTEN: {
    kind: 'conflict',
    zh: '帮扶计划已经登记；要另订计划、并入或改动家庭成员，先收回登记',
    en: 'What becomes of the plan is entered already; take that back before you change it',
  },
  HOUSEHOLD_PLAN_NONE_HERE: {
    kind: 'conflict',
    zh: '这个办件没有可以修订的帮扶计划',
    en: 'This matter has no plan that can be amended now',
  },
  HOUSEHOLD_PLAN_CONFIRMED: {
    kind: 'conflict',
    zh: '这次修订已经复核，不能由一个人收回；需要改的，再修订一次',
    en: 'A second person has confirmed this version, so that nobody takes it back alone; amend the plan again',
  },
  HOUSEHOLD_UNSIGNED: {
    kind: 'conflict',
    zh: '成年家庭成员都签字授权后，才能查对家庭的帮扶计划',
    en: 'Every adult of the household has to sign before its plan is looked for',
  },
  HOUSEHOLD_PERSON_UNKNOWN: {
    kind: 'rule',
    zh: '在您任职的工会及其下级工会里没有找到这名会员',
    en: 'No such member belongs to the unions at which you hold an office',
  },
  HOUSEHOLD_PERSON_THERE: {
    kind: 'conflict',
    zh: '这名会员已在家庭成员里',
    en: 'This member is in the household already',
  },
  HOUSEHOLD_PERSONS_MAX: {
    kind: 'conflict',
    zh: '一个家庭最多登记 {max} 名会员',
    en: 'A household has at most {max} members of the union',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
