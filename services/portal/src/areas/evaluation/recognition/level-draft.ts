import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { NewRecognitions } from './recognition.model.js';

/** A level as it is typed. */
export interface TypedLevel {
  readonly level?: string;
  readonly by?: 'place' | 'score';
  readonly figure?: string;
}

const placeMax = 1_000_000;
const scoreMax = 100;

/** @returns the last place, or the least score, as it was typed; null where it is neither */
export function figureOf({ by, figure = '' }: TypedLevel): number | null {
  if (by === 'place') return wholeNumberOf(figure, 1, placeMax);
  const score = /^\s*\d{1,3}(\.\d{1,6})?\s*$/.test(figure) ? Number(figure) : null;
  return score !== null && score <= scoreMax ? score : null;
}

/** Levels as they are sent. */
export function levelsOf(typed: readonly TypedLevel[]): NewRecognitions['levels'] {
  return typed.map((one) => {
    const figure = figureOf(one);
    const level = (one.level ?? '').trim();
    return one.by === 'place' ? { level, lastPlace: figure } : { level, leastScore: figure };
  });
}
