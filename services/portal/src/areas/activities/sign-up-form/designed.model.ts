import { type Question, type QuestionKind } from './question.model.js';

/** A question in the designer: numbers are text until they are sent. */
export interface Designed {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  readonly perHead: boolean;
  readonly visibleTo: Question['visibleTo'];
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly min: string;
  readonly max: string;
  readonly unit: string;
  readonly minPicks: string;
  readonly maxPicks: string;
}

export const questionsMax = 30;
export const optionsMax = 30;
export const answerReaders = ['organiser', 'hosts', 'door'] as const;

/** @param ids of the present questions */
export function newQuestion(ids: readonly string[]): Designed {
  return {
    id: freeId('q', ids),
    kind: 'shortText',
    title: '',
    help: '',
    required: true,
    perHead: false,
    visibleTo: 'organiser',
    options: [],
    min: '',
    max: '',
    unit: '',
    minPicks: '',
    maxPicks: '',
  };
}

export function newOption(options: Designed['options']): Designed['options'][number] {
  return {
    id: freeId(
      'o',
      options.map(({ id }) => id),
    ),
    label: '',
  };
}

/** The question as another kind; a choice needs at least two options. */
export function ofKind(question: Designed, kind: QuestionKind): Designed {
  if (!hasOptions(kind) || question.options.length > 1) return { ...question, kind };
  const [first = newOption([])] = question.options;
  return { ...question, kind, options: [first, newOption([first])] };
}

export function hasOptions(kind: QuestionKind): boolean {
  return kind === 'choice' || kind === 'choices';
}

/** The list with one item moved up or down by one place. */
export function moved<Item>(items: readonly Item[], index: number, by: -1 | 1): readonly Item[] {
  const one = items[index];
  const other = items[index + by];
  if (one === undefined || other === undefined) return items;
  return items.map((item, at) => (at === index ? other : at === index + by ? one : item));
}

export function designedOf(question: Question): Designed {
  const text = (value: string | number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value);
  const { id, kind, title, required, perHead, visibleTo } = question;
  return {
    id,
    kind,
    title,
    required,
    perHead,
    visibleTo,
    help: text(question.help),
    options: question.options ?? [],
    min: text(question.min),
    max: text(question.max),
    unit: text(question.unit),
    minPicks: text(question.minPicks),
    maxPicks: text(question.maxPicks),
  };
}

/** The question to send, without the parts that its kind does not have. */
export function questionOf(designed: Designed): Question {
  const { id, kind, title, required, perHead, visibleTo } = designed;
  const base = {
    id,
    kind,
    title: title.trim(),
    required,
    perHead,
    visibleTo,
    help: designed.help.trim() || null,
  };
  if (kind === 'number') {
    const { min, max, unit } = designed;
    return { ...base, min: numberOf(min), max: numberOf(max), unit: unit.trim() || null };
  }
  if (!hasOptions(kind)) return base;
  const options = designed.options.map((option) => ({ ...option, label: option.label.trim() }));
  if (kind === 'choice') return { ...base, options };
  return { ...base, options, minPicks: numberOf(designed.minPicks), maxPicks: numberOf(designed.maxPicks) };
}

function numberOf(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}

/** Numbered, because ids stay when titles change. */
function freeId(prefix: string, taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}
