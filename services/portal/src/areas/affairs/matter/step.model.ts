import type { components } from '../../../api/schema.js';

export type MatterStep = components['schemas']['MatterStepView'];
export type StepMark = components['schemas']['StepMarkView'];
export type StepKind = MatterStep['kind'];
export type OutsideDecision = components['schemas']['OutsideDecisionView'];
export type StepWords = components['schemas']['StepWords'];

/** The look of how far a step is. */
export function stepTone(progress: MatterStep['progress']): string {
  if (progress === 'passed') return 'is-published';
  if (progress === 'failed') return 'is-cancelled';
  return progress === 'running' || progress === 'open' ? 'is-closing' : 'is-kind';
}

/** Names as people type them one after another. */
export function namesOf(text: string): string[] {
  return text
    .split(/[,，、;；\n]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The step in which something is to be written now: the first that is not over. */
export function stepNow(steps: readonly MatterStep[]): MatterStep | undefined {
  return steps.find(({ progress }) => progress === 'open' || progress === 'running');
}

/** In which words it is said where papers are that another body decides on. */
export function outsideState({ forwardedOn, granted, amount }: OutsideDecision) {
  if (granted === null) return forwardedOn === null ? 'notForwarded' : 'waiting';
  if (!granted) return 'refused';
  return amount === null ? 'granted' : 'grantedAmount';
}

/** What was found and was not looked at again yet. */
export function toLookAt(marks: readonly StepMark[]): StepMark[] {
  const looked = new Set(marks.flatMap(({ words }) => words.found ?? []));
  return marks.filter(({ id, words }) => !words.found && !looked.has(id));
}
