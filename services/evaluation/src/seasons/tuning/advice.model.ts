import type { TuningSuggestion } from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import type { Finding } from './findings.model.js';
import type { Tuning } from './tuning.model.js';

/** With fewer answers a correlation of 0.3 is within chance of none (its standard error is 1/√n), so nothing is dropped. */
export const answersToDrop = 100;
/** Of fewer questions none is dropped: two left over would measure less, however they agree. */
export const questionsToDrop = 4;

/** A finding with what is to be done about it, and the sample that decides it. */
export interface Advised extends Finding {
  readonly answers: number;
  /** Questions in the group. */
  readonly questions: number;
}

/**
 * What to do about each finding. Statistics point at questions; whether one may go depends on how many answered, on how
 * many questions are left, and on the others of its group: one at a time, as each figure changes with the next.
 */
export function advisedOn(findings: readonly Finding[], tuning: Pick<Tuning, 'nodes' | 'items'>): Advised[] {
  const begun = new Set<string | null>();
  return findings.map((finding) => {
    const [key = null] = finding.keys;
    const item = tuning.items.find((one) => one.key === key);
    const nodeKey = item === undefined ? key : item.parentKey;
    const node = tuning.nodes.find((one) => one.key === nodeKey);
    const sample = { answers: node?.answers ?? 0, questions: node?.items ?? 0 };
    const suggestion = suggestionOf(finding, sample, begun.has(nodeKey));
    if (suggestion === 'drop') begun.add(nodeKey);
    return { ...finding, ...sample, suggestion };
  });
}

function suggestionOf(
  { kind, suggestion }: Finding,
  { answers, questions }: Pick<Advised, 'answers' | 'questions'>,
  isBegun: boolean,
): TuningSuggestion {
  if (suggestion !== 'drop' && kind !== 'unreliable') return suggestion;
  if (answers < answersToDrop) return 'collect';
  if (kind === 'unreliable' || questions < questionsToDrop) return 'ask';
  return isBegun ? 'none' : 'drop';
}
