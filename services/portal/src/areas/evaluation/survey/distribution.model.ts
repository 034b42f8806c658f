import type { components } from '../../../api/schema.js';
import type { Question } from './answers.model.js';

export type Distribution = components['schemas']['AnswerCount'][];

/** On which side of the middle a part stands, or across it. */
type Side = 'left' | 'middle' | 'right';

/** Options that are published together, as they are drawn. */
export interface Part {
  readonly key: string;
  readonly options: readonly string[];
  readonly count: number;
  /** Of all answers, 0 to 1. */
  readonly share: number;
  readonly side: Side;
  /** How it is filled, so that parts differ without colours; the outermost are the strongest. */
  readonly fill: 'strongLeft' | 'lightLeft' | 'middle' | 'lightRight' | 'strongRight';
}

/** Nothing is known of which of several options were chosen, so what reaches across the middle stands across it. */
export function partsOf({ kind }: Pick<Question, 'kind'>, distribution: Distribution): readonly Part[] {
  const total = distribution.reduce((sum, { count }) => sum + count, 0);
  return distribution.map(({ key, count }) => {
    const options = key.split('+');
    const sides = new Set(options.map((option) => sideOf(kind, option)));
    const side = sides.size === 1 ? ([...sides][0] ?? 'middle') : 'middle';
    return { key, options, count, share: count / total, side, fill: fillOf(kind, options, side) };
  });
}

function sideOf(kind: Question['kind'], option: string): Side {
  const value = Number(option);
  if (kind === 'nps') return value <= 6 ? 'left' : value >= 9 ? 'right' : 'middle';
  return value < 3 ? 'left' : value > 3 ? 'right' : 'middle';
}

function fillOf(kind: Question['kind'], options: readonly string[], side: Side): Part['fill'] {
  if (side === 'middle') return 'middle';
  const isOutermost = kind === 'nps' || options.includes('1') || options.includes('5');
  const strength = isOutermost ? 'strong' : 'light';
  return side === 'left' ? `${strength}Left` : `${strength}Right`;
}

/** 1+2+3 as 1–3; the names of choices, one after the other. */
export function optionsText(
  { kind, choices }: Pick<Question, 'kind' | 'choices'>,
  options: readonly string[],
): string {
  if (kind !== 'choice') {
    const [first = '', last = first] = [options[0], options.at(-1)];
    return first === last ? first : `${first}–${last}`;
  }
  const names = new Map((choices ?? []).map(({ key, text }) => [key, text]));
  return options.map((option) => names.get(option) ?? option).join(' + ');
}

/**
 * Net promoter score (Reichheld 2003): the share of promoters less that of detractors, −100 to 100.
 * @returns null where the three groups are not published one by one
 */
export function netPromoterScore(parts: readonly Part[]): number | null {
  const shareOf = (side: Side): number | undefined => parts.find((part) => part.side === side)?.share;
  const [left, middle, right] = [shareOf('left'), shareOf('middle'), shareOf('right')];
  if (parts.length !== 3 || left === undefined || middle === undefined || right === undefined) return null;
  return Math.round((right - left) * 100);
}
