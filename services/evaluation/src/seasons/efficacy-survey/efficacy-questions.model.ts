import type { IndicatorDirection } from '@gongxiang/contracts/evaluation/systems/preview.contract';
import type {
  EfficacyAspect,
  EfficacyQuestion,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { DomainError } from '@gongxiang/domain';

export const stepMin = 1;
export const stepMax = 5;

/** A stored question, with the direction of its scale. */
export interface AskedQuestion extends EfficacyQuestion {
  readonly direction: IndicatorDirection;
}

/** Which indicators of a system are the two aspects. */
interface AspectKeys {
  readonly identificationKey: string;
  readonly satisfactionKey: string;
}

/**
 * What is asked: the survey indicators on a scale of 1 to 5 at or below each of the two.
 * @throws DomainError `INDICATOR_UNKNOWN`, `EFFICACY_NODES_OVERLAP`, `EFFICACY_NODE_EMPTY`
 */
export function efficacyQuestions(nodes: readonly IndicatorNode[], keys: AspectKeys): AskedQuestion[] {
  const { identificationKey, satisfactionKey } = keys;
  const identification = questionsBelow(nodes, identificationKey, 'identification');
  const satisfaction = questionsBelow(nodes, satisfactionKey, 'satisfaction');
  const asked = new Set(identification.map(({ key }) => key));
  if (satisfaction.some(({ key }) => asked.has(key)))
    throw new DomainError('EFFICACY_NODES_OVERLAP', { pointer: '/satisfactionKey' });
  return [...identification, ...satisfaction];
}

/**
 * Every question is to be answered: one that some leave out would be a survey of its own.
 * @throws DomainError `ANSWER_UNKNOWN`, `ANSWER_MISSING`, `ANSWER_FORMAT`
 */
export function checkSteps(
  questions: readonly EfficacyQuestion[],
  answers: Readonly<Record<string, number>>,
): void {
  const known = new Set(questions.map(({ key }) => key));
  const unknown = Object.keys(answers).find((key) => !known.has(key));
  if (unknown !== undefined) throw refusal('ANSWER_UNKNOWN', unknown);
  for (const { key } of questions) {
    const step = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (step === undefined) throw refusal('ANSWER_MISSING', key);
    if (!Number.isInteger(step) || step < stepMin || step > stepMax) throw refusal('ANSWER_FORMAT', key);
  }
}

function questionsBelow(
  nodes: readonly IndicatorNode[],
  topKey: string,
  aspect: EfficacyAspect,
): AskedQuestion[] {
  const pointer = `/${aspect}Key`;
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  if (!byKey.has(topKey)) throw new DomainError('INDICATOR_UNKNOWN', { pointer, params: { id: topKey } });
  const isBelow = (node: IndicatorNode | undefined): boolean =>
    node !== undefined && (node.key === topKey || isBelow(byKey.get(node.parentKey ?? '')));
  const questions = nodes.flatMap((node) => {
    const { key, name: text, leaf } = node;
    if (leaf?.kind !== 'survey' || (leaf.item ?? 'likert') !== 'likert' || !isBelow(node)) return [];
    const { function: resourceFunction, business, direction } = leaf;
    return [{ key, text, aspect, function: resourceFunction, business, direction }];
  });
  if (questions.length === 0)
    throw new DomainError('EFFICACY_NODE_EMPTY', { pointer, params: { id: topKey } });
  return questions;
}

function refusal(code: string, key: string): DomainError {
  return new DomainError(code, { pointer: `/answers/${key}`, params: { key } });
}
