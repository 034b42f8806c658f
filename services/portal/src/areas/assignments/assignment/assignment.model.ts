import type { components } from '../../../api/schema.js';

export type Assignment = components['schemas']['AssignmentView'];
export type AssignmentLine = components['schemas']['AssignmentLine'];
type ChangedContent = components['schemas']['ChangeAssignmentBody'];
export type AssignmentFigure = components['schemas']['AssignmentFigureDto'];
export type FigureKind = AssignmentFigure['figure'];
export type AssignmentTemplate = components['schemas']['AssignmentTemplateView'];
export type AssignmentAttachment = Assignment['attachments'][number];
/** What is written but its attachments, which have come only once they are sent. */
export type AssignmentContent = Omit<ChangedContent, 'attachments' | 'branchIds' | 'figures'> & {
  readonly branchIds: string[];
  readonly figures: AssignmentFigure[];
};
export type SentContent = AssignmentContent & Pick<ChangedContent, 'attachments'>;
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

export const figureKinds = ['members', 'unions', 'officers'] as const satisfies readonly FigureKind[];
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
  branchIds: [],
  figures: [],
};

/** With which a template begins. @param today as a calendar has it */
export function contentFrom({ content, days }: AssignmentTemplate, today: string): AssignmentContent {
  const due = new Date(`${today}T00:00:00Z`);
  due.setUTCDate(due.getUTCDate() + days);
  return { ...newContent, ...content, dueOn: due.toISOString().slice(0, 10) };
}

/** With another number for a question, or with none. */
export function withFigure(
  figures: readonly AssignmentFigure[],
  questionId: string,
  figure: FigureKind | undefined,
): AssignmentFigure[] {
  const others = figures.filter((one) => one.questionId !== questionId);
  return figure === undefined ? others : [...others, { questionId, figure }];
}

/** Those of questions that still ask for a number. */
export function figuresOf(
  figures: readonly AssignmentFigure[],
  questions: readonly { readonly id: string; readonly kind: string }[],
): AssignmentFigure[] {
  const numbers = new Set(questions.filter(({ kind }) => kind === 'number').map(({ id }) => id));
  return figures.filter(({ questionId }) => numbers.has(questionId));
}

/** What is filled in before anybody types: what was saved or returned, else what is offered; the platform's own count goes first. */
export function filledOf({
  draft,
  answers,
  offers,
  counted,
}: Pick<AssignmentPart, 'draft' | 'answers' | 'offers' | 'counted'>): Readonly<Record<string, unknown>> {
  const offered = Object.fromEntries([
    ...offers.map(({ questionId, sum }) => [questionId, sum]),
    ...counted.map(({ questionId, value }) => [questionId, value]),
  ]) as Readonly<Record<string, unknown>>;
  return draft ?? answers ?? offered;
}

/** What an officer may change of a draft as it is. */
export function contentOf({
  title,
  text,
  kind,
  questions,
  dueOn,
  scope,
  unionIds,
  branchIds,
  figures,
}: Assignment): AssignmentContent {
  return { title, text, kind, questions, dueOn, scope, unionIds, branchIds, figures };
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

/** The look of an assignment as a whole. */
export function toneOfAssignment(state: AssignmentState): string {
  return { draft: '', given: 'is-published', closed: 'is-taken' }[state];
}

/** The look of a state. */
export function toneOf(state: PartState): string {
  if (state === 'accepted') return 'is-published';
  if (state === 'sentBack') return 'is-cancelled';
  return state === 'returned' ? 'is-kind' : 'is-closing';
}
