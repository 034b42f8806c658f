import type { ErrorText } from '../../core/error-text.js';

/** What merging records refuses, see `../../error-codes.ts`. */
export const memberMergeErrors = {
  MERGE_SAME_RECORD: {
    kind: 'rule',
    zh: '这是同一份档案，不能与自己合并',
    en: 'This is one and the same record; it cannot be merged into itself',
  },
  MERGE_UNDER_WAY: {
    kind: 'conflict',
    zh: '其中一人已有正在办理的合并，请先办完',
    en: 'A merge of one of these records is under way; finish that first',
  },
  MERGE_CORRECTION_WAITS: {
    kind: 'conflict',
    zh: '其中一人有待决定的信息更正，请先办完再合并',
    en: 'A correction of one of these records waits for a decision; finish that before merging them',
  },
  MERGE_STATE: {
    kind: 'conflict',
    zh: '这项合并已不在可以这样处理的状态，请刷新后再看',
    en: 'The merge is no longer in a state in which this can be done; read it again',
  },
  MERGE_NEEDS_ANOTHER: {
    kind: 'conflict',
    zh: '提出合并的人不能自己批准，涉及本人的合并也不能由本人批准；请由本级另一名工会干部或上级工会办理',
    en: 'Whoever proposed a merge, or is one of the two records, cannot decide on it; another officer or the union above does',
  },
  MERGE_SERVICE_SILENT: {
    kind: 'busy',
    zh: '{services} 没有应答，数不清关联的记录，暂时不能合并，请稍后再试',
    en: '{services} did not answer, so the references cannot be counted; nothing can be merged now',
  },
  MERGE_UNDO_LATE: {
    kind: 'conflict',
    zh: '合并已超过 30 天，不能撤销',
    en: 'The merge is older than 30 days and can no longer be undone',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
