import type { components } from '../../../api/schema.js';
import type { AskedQuestion } from '../../activities/sign-up-form/question.model.js';

export type Matter = components['schemas']['MatterView'];
export type MatterStatus = components['schemas']['MatterStatusView'];
export type MatterLine = components['schemas']['MatterLine'];
export type MatterReceipt = components['schemas']['MatterReceipt'];
export type MatterEntry = components['schemas']['MatterEntryView'];
export type MatterPaper = components['schemas']['MatterPaperView'];
export type MatterAct = Matter['acts'][number]['act'];
export type MatterState = MatterLine['state'];

export const matterDesks = ['toTake', 'mine', 'open', 'overdue', 'followUps', 'all'] as const;
export type MatterDesk = (typeof matterDesks)[number];

/** By which ways an officer writes a matter down. */
export const enteredSources = ['phone', 'counter', 'letter'] as const;
export type EnteredSource = (typeof enteredSources)[number];

export const textCharactersMax = 2_000;
export const reasonCharactersMax = 500;

/** The desk in the address; what waits to be taken where nothing is said. */
export function deskOf(search: URLSearchParams): MatterDesk {
  return matterDesks.find((one) => one === search.get('desk')) ?? 'toTake';
}

/** A topic of a service, by which the desk is narrowed. */
export interface DeskTopic {
  readonly serviceId: string;
  readonly topic: string;
}

/** The topic in the address; a topic is one of a service. */
export function deskTopicOf(search: URLSearchParams): DeskTopic | undefined {
  const [serviceId, topic] = (search.get('topic') ?? '').split(' ');
  return serviceId && topic ? { serviceId, topic } : undefined;
}

/** The topics of these lines, each once, as they stand in the address and as people read them. */
export function topicChoices(
  lines: readonly MatterLine[],
): { readonly value: string; readonly label: string }[] {
  const labels = new Map(
    lines.flatMap(({ serviceId, serviceName, topic }) =>
      topic === null ? [] : [[`${serviceId} ${topic.id}`, `${serviceName} ${topic.label}`] as const],
    ),
  );
  return [...labels].map(([value, label]) => ({ value, label }));
}

export function mayDo({ acts }: Pick<Matter, 'acts'>, act: MatterAct): boolean {
  return acts.some((one) => one.act === act);
}

/** Whether anything was asked for, or is going to be. */
export function hasMoney({ payment, instalments }: Pick<MatterStatus, 'payment' | 'instalments'>): boolean {
  return payment !== null || instalments.length > 0;
}

/** Nothing more is asked for. */
export const overStates: readonly MatterState[] = ['decided', 'closed', 'withdrawn'];

/** Whose turn it is: what waits for the person first, then what others work on, and what is over last; each as it was. */
export function byTurn<Line extends Pick<MatterLine, 'state' | 'stars'>>(lines: readonly Line[]): Line[] {
  const turnOf = ({ state, stars }: Line): number => {
    if (state === 'asked') return 0;
    if (state === 'decided' && stars === null) return 1;
    return overStates.includes(state) ? 3 : 2;
  };
  return lines.toSorted((a, b) => turnOf(a) - turnOf(b));
}

/** The required papers that are not there yet. */
export function papersMissing({
  state,
  papers,
  papersAsked,
}: Pick<Matter, 'state' | 'papers' | 'papersAsked'>): Matter['papersAsked'] {
  if (overStates.includes(state)) return [];
  return papersAsked.filter(({ id, required }) => required && !papers.some(({ asked }) => asked === id));
}

/** The look of a state. */
export function toneOf(state: MatterState): string {
  if (state === 'decided' || state === 'closed') return 'is-published';
  if (state === 'withdrawn') return 'is-cancelled';
  return state === 'asked' || state === 'held' ? 'is-closing' : 'is-kind';
}

/** What an answer is put in words with, in the reader's language. */
export interface AnswerWords {
  readonly yes: string;
  readonly no: string;
  readonly comma: string;
  readonly date: (day: string) => string;
}

/** What is due next: until somebody has taken it, that is all. */
export function dueTextOf(state: MatterLine['state']): 'matter.takenBy' | 'matter.dueAt' {
  return state === 'sent' ? 'matter.takenBy' : 'matter.dueAt';
}

/** Is it the address of one of our own pages, as a form knows it from where one came? In words it says nothing to anybody. */
export function isOwnPage(answer: unknown): answer is string {
  return typeof answer === 'string' && /^\/(?!\/)[\w\-./?=&%]*$/.test(answer);
}

/** An answer in words: the labels of what was chosen. */
export function answerText(
  { kind, options, unit }: AskedQuestion,
  value: unknown,
  words: AnswerWords,
): string {
  const label = (id: unknown): string => options?.find((option) => option.id === id)?.label ?? String(id);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map(label).join(words.comma);
  if (kind === 'choice') return label(value);
  if (kind === 'date') return words.date(String(value));
  return unit ? `${String(value)} ${unit}` : String(value);
}
