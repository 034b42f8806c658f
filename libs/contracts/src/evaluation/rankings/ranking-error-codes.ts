import type { ErrorText } from '../../core/error-text.js';

/** What is refused by the rules of rankings and recognitions, see `../error-codes.ts`. */
export const rankingErrors = {
  NOTHING_TO_RANK: { kind: 'rule', zh: '没有可排名的得分', en: 'There are no scores to rank' },
  RANKING_TOO_LARGE: {
    kind: 'rule',
    zh: '一次最多排名 {max} 个对象',
    en: 'At most {max} are ranked at a time',
  },
  MINIMUM_ANSWERS: {
    kind: 'rule',
    zh: '最低答卷数为 0，或不少于 {least}：更少的答卷数不公开',
    en: 'The minimum of answers is 0 or at least {least}: fewer are never published',
  },
  RANKING_GROUPS_UNFIT: {
    kind: 'rule',
    zh: '这类对象不能按此分组',
    en: 'What is ranked has no such groups',
  },
  RANKING_STALE: {
    kind: 'conflict',
    zh: '排名之后权重已有变化，请重新排名',
    en: 'Weights have changed since this was ranked; please rank anew',
  },
  RANKING_SCORES_CHANGED: {
    kind: 'conflict',
    zh: '排名之后有得分被修订，请撤回后重新排名',
    en: 'Scores have been revised since this was ranked; please withdraw it and rank anew',
  },
  RANKING_NOTICE_OVER: { kind: 'conflict', zh: '公示期已过', en: 'The time of notice is over' },
  RANKING_NOT_FINAL: {
    kind: 'conflict',
    zh: '排名公示期满且申诉办结后方可据以表彰',
    en: 'Only a ranking that is final gives recognitions',
  },
  APPEAL_OPEN: {
    kind: 'conflict',
    zh: '该对象已有申诉在办理',
    en: 'An appeal about it is being looked at already',
  },
  APPEAL_DECIDED: { kind: 'conflict', zh: '该申诉已作出决定', en: 'The appeal is decided already' },
  APPEAL_OWN: {
    kind: 'forbidden',
    zh: '排名的制作人、公示人和申诉人不能决定申诉，须由另一人办理',
    en: 'Whoever made or published the ranking, or appealed, does not decide; another person has to',
  },
  RECOGNITION_NOBODY: {
    kind: 'rule',
    zh: '没有对象符合表彰条件',
    en: 'Nothing in the ranking meets the conditions',
  },
  RECOGNITION_LEVEL_RULE: {
    kind: 'rule',
    zh: '每个等次须给出名次或最低得分之一',
    en: 'Each level names either the last place or the least score',
  },
  RECOGNITION_TOO_MANY: {
    kind: 'rule',
    zh: '一次最多授予 {max} 项',
    en: 'At most {max} are granted at a time',
  },
  RECOGNITION_GROUPS: {
    kind: 'rule',
    zh: '该排名没有分组',
    en: 'This ranking has no groups',
  },
  RECOGNITION_TWICE: {
    kind: 'conflict',
    zh: '该排名已授予过同名表彰',
    en: 'This ranking has given recognitions of this title already',
  },
  RECOGNITION_REVOKED: { kind: 'conflict', zh: '该表彰已撤销', en: 'The recognition is revoked already' },
} as const satisfies Readonly<Record<string, ErrorText>>;
