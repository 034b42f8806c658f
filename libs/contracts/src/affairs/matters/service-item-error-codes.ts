import type { ErrorText } from '../../core/error-text.js';

/** What is refused to whoever designs a service, see `../../error-codes.ts`. */
export const serviceItemErrors = {
  SERVICE_INVALID: {
    kind: 'rule',
    zh: '办事项目有不合规则的地方，请看标出的各项',
    en: 'Something about the service breaks a rule; see what is marked',
  },
  SERVICE_OUTCOME_TWICE: { kind: 'rule', zh: '有两个办理结果编号相同', en: 'Two outcomes have the same id' },
  SERVICE_PAPER_TWICE: { kind: 'rule', zh: '有两份材料编号相同', en: 'Two papers have the same id' },
  SERVICE_TOPIC_TWICE: { kind: 'rule', zh: '有两个诉求类别编号相同', en: 'Two topics have the same id' },
  SERVICE_STEP_TWICE: { kind: 'rule', zh: '有两个步骤编号相同', en: 'Two steps have the same id' },
  SERVICE_STEP_SETTING: {
    kind: 'rule',
    zh: '这类步骤要填写这一项',
    en: 'A step of this kind needs this',
  },
  SERVICE_STEP_UNKNOWN: {
    kind: 'rule',
    zh: '没有这个步骤，或者它不在前面',
    en: 'There is no such step, or it does not come before',
  },
  SERVICE_STEP_FAILS: {
    kind: 'rule',
    zh: '这一步不会有“未通过”，或者同一个结果又要求它通过',
    en: 'This step cannot fail, or the same outcome needs it to pass',
  },
  SERVICE_OUTSIDE_OUTCOMES: {
    kind: 'rule',
    zh: '由外部单位裁定的，准予和不予要各有办理结果',
    en: 'Where another body decides, one outcome needs it to grant, and one needs it to refuse',
  },
  SERVICE_QUESTION_UNFIT: {
    kind: 'rule',
    zh: '没有这个问题，或者它的类型不合适',
    en: 'There is no such question, or it is of another kind',
  },
  SERVICE_OUTCOME_UNKNOWN: {
    kind: 'rule',
    zh: '没有这个办理结果',
    en: 'There is no such outcome',
  },
  SERVICE_OCCASION_OPTIONS: {
    kind: 'rule',
    zh: '每个慰问事由要对应这个问题的一个选项，一个事由只能选一次',
    en: 'Each occasion stands for one option of this question, and each is named once',
  },
  SERVICE_OCCASION_MORE: {
    kind: 'rule',
    zh: '从待慰问名单办理的项目，除了事由和日期，不能有别的必答题',
    en: 'A service used from the list of visits asks for nothing that has to be answered but the occasion and its day',
  },
  SERVICE_OCCASION_PLACE: {
    kind: 'rule',
    zh: '从待慰问名单办理的项目要由会员自己的工会承办，不能指定经办人',
    en: 'A service used from the list of visits is dealt with by officers of the member’s own union',
  },
  SERVICE_SPLIT_TWICE: {
    kind: 'rule',
    zh: '分配办法里有两个收款人同名',
    en: 'Two parts of the split are called alike',
  },
  SERVICE_TERMS_REVERSED: {
    kind: 'rule',
    zh: '办结时限不能短于受理时限',
    en: 'A decision cannot be due before somebody has to take the matter',
  },
  SERVICE_NOT_OPEN: {
    kind: 'conflict',
    zh: '这个办事项目现在不受理',
    en: 'This service takes no matters now',
  },
  SERVICE_ALREADY_OPEN: { kind: 'conflict', zh: '这个办事项目已经开放', en: 'This service is open already' },
  SERVICES_TOO_MANY: {
    kind: 'conflict',
    zh: '一家工会最多设 {max} 个办事项目',
    en: 'A union offers at most {max} services',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
