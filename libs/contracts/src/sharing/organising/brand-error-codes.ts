import type { ErrorText } from '../../core/error-text.js';

/** What is refused to whoever makes a brand, adopts one, or decides on a proposal, see `../error-codes.ts`. */
export const brandErrors = {
  BRAND_ACTIVITY_NOT_CLOSED: {
    kind: 'conflict',
    zh: '只有已办完并结束的活动才能成为品牌',
    en: 'Only an activity that was held and closed can become a brand',
  },
  BRAND_HAS_ACTIVITY: {
    kind: 'conflict',
    zh: '该活动已属于品牌“{brand}”',
    en: 'The activity belongs to the brand "{brand}" already',
  },
  BRAND_OF_OTHER_ACTIVITY: {
    kind: 'rule',
    zh: '该活动不是这个品牌的一届',
    en: 'The activity is no edition of this brand',
  },
  BRAND_NOT_PUBLISHED: {
    kind: 'conflict',
    zh: '该品牌当前不能采用（{state}）',
    en: 'The brand cannot be adopted at present ({state})',
  },
  BRAND_APPROVAL_REQUIRED: {
    kind: 'conflict',
    zh: '采用该品牌须先经首创工会同意',
    en: 'The founder has to approve before your union adopts this brand',
  },
  ADOPTION_OPEN_TO_ALL: {
    kind: 'conflict',
    zh: '该品牌无需申请即可采用',
    en: 'The brand can be adopted without asking',
  },
  ADOPTION_ASKED_ALREADY: {
    kind: 'conflict',
    zh: '该工会已提出申请或已获同意',
    en: 'The union has asked already, or was approved',
  },
  NOT_A_PROPOSAL: {
    kind: 'conflict',
    zh: '这不是等待决定的职工提议',
    en: 'It is no proposal of a worker, or is no draft any more',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
