import type { components } from '../../../api/schema.js';

export type Assignment = components['schemas']['AssignmentView'];
export type AssignmentLine = components['schemas']['AssignmentLine'];
export type AssignmentContent = components['schemas']['ChangeAssignmentBody'];
export type AssignmentKind = Assignment['kind'];
export type AssignmentScope = Assignment['scope'];
export type AssignmentState = Assignment['state'];
export type AssignmentPart = components['schemas']['AssignmentPartView'];
export type AssignmentPartLine = components['schemas']['AssignmentPartLine'];
export type PartState = AssignmentPartLine['state'];
export type PartAct = AssignmentPart['acts'][number]['act'];

export const assignmentStates = ['draft', 'given', 'closed'] as const satisfies readonly AssignmentState[];
export const partStates = [
  'waiting',
  'read',
  'begun',
  'returned',
  'sentBack',
  'accepted',
] as const satisfies readonly PartState[];
export const partFilters = ['late', 'delayAsked', ...partStates] as const;
export type PartFilter = (typeof partFilters)[number];
export const assignmentDesks = ['owed', 'all'] as const;
export type AssignmentDesk = (typeof assignmentDesks)[number];

export const chosenUnionsMax = 200;
export const reasonCharactersMax = 500;

/** What a new assignment begins with: a task for all below. */
export const newContent: AssignmentContent = {
  title: '',
  text: '',
  kind: 'task',
  questions: [],
  dueOn: '',
  scope: 'all',
  unionIds: [],
};

/** What an officer may change of a draft as it is. */
export function contentOf({
  title,
  text,
  kind,
  questions,
  dueOn,
  scope,
  unionIds,
}: Assignment): AssignmentContent {
  return { title, text, kind, questions, dueOn, scope, unionIds };
}

export function mayDo({ acts }: Pick<AssignmentPart, 'acts'>, act: PartAct): boolean {
  return acts.some((one) => one.act === act);
}

/** The filter of the board in the address; all where nothing is said. */
export function partFilterOf(search: URLSearchParams): PartFilter | undefined {
  return partFilters.find((one) => one === search.get('show'));
}

/** How the platform is asked for it. */
export function queryOf(filter: PartFilter | undefined): {
  readonly state?: PartState;
  readonly only?: 'late' | 'delayAsked';
} {
  if (filter === undefined) return {};
  return filter === 'late' || filter === 'delayAsked' ? { only: filter } : { state: filter };
}

export function deskOf(search: URLSearchParams): AssignmentDesk {
  return assignmentDesks.find((one) => one === search.get('desk')) ?? 'owed';
}

export function stateOf(search: URLSearchParams): AssignmentState | undefined {
  return assignmentStates.find((one) => one === search.get('state'));
}

/** How many unions have done what was asked: returned it, or read a notice. */
export function doneOf({ kind, counts }: Pick<Assignment, 'kind' | 'counts'>): number {
  const done: readonly PartState[] = kind === 'notice' ? ['read'] : ['returned', 'accepted'];
  return counts.filter(({ state }) => done.includes(state)).reduce((sum, { count }) => sum + count, 0);
}

/** The look of a state. */
export function toneOf(state: PartState): string {
  if (state === 'accepted') return 'is-published';
  if (state === 'sentBack') return 'is-cancelled';
  return state === 'returned' ? 'is-kind' : 'is-closing';
}
