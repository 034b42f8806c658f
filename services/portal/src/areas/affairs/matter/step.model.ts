import type { components } from '../../../api/schema.js';
import { type MatterState, overStates } from './matter.model.js';

export type MatterStep = components['schemas']['MatterStepView'];
export type StepMark = components['schemas']['StepMarkView'];
export type StepKind = MatterStep['kind'];
export type OutsideDecision = components['schemas']['OutsideDecisionView'];
export type StepWords = components['schemas']['StepWords'];

/**
 * The steps of a matter as they are shown: once it is over, what was not done on the way is not needed any more, and nobody is
 * late with it.
 */
export function stepsShown(state: MatterState, steps: readonly MatterStep[]): readonly MatterStep[] {
  if (!overStates.includes(state)) return steps;
  return steps.map((step) =>
    step.progress === 'passed' || step.progress === 'failed' ? step : { ...step, ...notNeeded },
  );
}

const notNeeded = {
  progress: 'leftOut',
  help: null,
  until: null,
  dueAt: null,
  overdue: false,
  lacking: null,
} as const;

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

/** Of what failed in these, something newer takes the place: an assembly votes again, a body thinks again. */
const againKinds: readonly StepKind[] = ['ballot', 'opinions'];

/** Whether something is written anew in a step that has failed. */
export function isWrittenAgain({ kind, progress, writable }: MatterStep): boolean {
  return progress === 'failed' && writable && againKinds.includes(kind);
}

/** Of what the day is that somebody has written; nothing where their kind of step asks for none. */
export function dayOfWhat(kind: StepKind, { agrees }: StepWords) {
  if (kind === 'publicNotice') return 'notice';
  if (kind === 'remedies') return 'remedy';
  if (kind !== 'outsideDecision') return undefined;
  return agrees === undefined || agrees === null ? 'forwarded' : 'decided';
}

/** What was written last in a step of a kind. */
export function lastWords(steps: readonly MatterStep[], kind: StepKind): StepWords | undefined {
  return steps.findLast((step) => step.kind === kind)?.marks.at(-1)?.words;
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
