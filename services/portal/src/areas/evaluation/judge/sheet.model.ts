import {
  isConnected,
  type Judgements,
  type Mending,
  mendingOf,
  parseJudgements,
  solveAhp,
} from '@gongxiang/domain/weighing';
import type { components } from '../../../api/schema.js';
import {
  judgementOf,
  type Pair,
  pairsOf,
  type Position,
  positionOf,
  positionsOf,
  withPosition,
} from '../weight-version/weighing.model.js';

export type Sheet = components['schemas']['JudgementSheetView'];
export type SheetGroup = Sheet['groups'][number];
export type Upper = (string | null)[][];

/** What a judge has said of each group, in the order of the sheet. */
export type Answers = readonly Upper[];

/** One question: a pair of one group. */
export interface Question {
  /** Place of the group on the sheet. */
  readonly group: number;
  readonly pair: Pair;
}

export function questionsOf(groups: readonly SheetGroup[]): readonly Question[] {
  return groups.flatMap(({ items }, group) => pairsOf(items.length).map((pair) => ({ group, pair })));
}

export function answerOf(answers: Answers, { group, pair }: Question): Position {
  return positionOf(positionsOf(answers[group] ?? []), pair);
}

/** @param position null takes the judgement back */
export function withAnswer(answers: Answers, { group, pair }: Question, position: Position): Answers {
  return answers.map((upper, place) =>
    place === group
      ? withPosition(positionsOf(upper), pair, position).map((row) => row.map(judgementOf))
      : upper,
  );
}

export function judgedCount(answers: Answers): number {
  return answers.flat(2).filter((cell) => cell !== null).length;
}

/** The first question without an answer; the last where all have one. */
export function firstOpen(questions: readonly Question[], answers: Answers): number {
  const open = questions.findIndex((question) => answerOf(answers, question) === null);
  return open === -1 ? questions.length - 1 : open;
}

/** How far the judgements of one group agree, and what follows from them. */
export interface Agreement {
  readonly weights: readonly number[];
  readonly ratio: number;
  readonly isAcceptable: boolean;
  /** What to think over first; null where nothing is, or nothing helps. */
  readonly mending: Mending | null;
  readonly worst: Pair | null;
}

/** The platform's own rule, with every step of the slider. @returns null as long as items are unrelated */
export function agreementOf(upper: Upper): Agreement | null {
  const judgements: Judgements = parseJudgements(upper.length + 1, upper);
  if (!isConnected(judgements)) return null;
  const { weights, consistencyRatio, acceptable, worst } = solveAhp(judgements);
  return {
    weights,
    ratio: consistencyRatio,
    isAcceptable: acceptable,
    worst,
    mending: acceptable ? null : mendingOf(judgements),
  };
}

/** The groups that differ from what the platform has. */
export function changedGroups(groups: readonly SheetGroup[], answers: Answers) {
  return groups.flatMap(({ parentKey, upper }, place) => {
    const now = answers[place] ?? [];
    return JSON.stringify(now) === JSON.stringify(upper) ? [] : [{ parentKey, upper: now }];
  });
}

/** What was kept on this device over what the platform has, where it fits the sheet. */
export function mergedAnswers(groups: readonly SheetGroup[], kept: unknown): Answers {
  const answers: unknown[] = Array.isArray(kept) ? kept : [];
  return groups.map(({ upper }, place) => {
    const own = answers[place];
    return isUpper(own, upper) ? own : upper;
  });
}

function isUpper(value: unknown, like: Upper): value is Upper {
  if (!Array.isArray(value) || value.length !== like.length) return false;
  return value.every((row: unknown, index) => {
    if (!Array.isArray(row) || row.length !== like[index]?.length) return false;
    return row.every((cell) => cell === null || (typeof cell === 'string' && /^(?:1\/)?[1-9]$/.test(cell)));
  });
}
