import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { IndicatorNode } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { type NodeMoments, pairsOf } from './moments.model.js';
import { likertMax, likertMin, optionsOf } from './questions.model.js';
import type { GivenAnswers } from './sealed-answer.model.js';

/** The questions from 1 to 5 that stand below one node. */
export interface Scale {
  readonly parentKey: string | null;
  readonly keys: readonly string[];
}

export function scalesOf(
  nodes: readonly IndicatorNode[],
  questions: readonly SurveyQuestion[],
): readonly Scale[] {
  const asked = new Set(questions.filter(({ kind }) => kind === 'likert').map(({ key }) => key));
  const groups = new Map<string | null, string[]>();
  for (const { key, parentKey, leaf } of nodes) {
    if (leaf?.kind !== 'survey' || !asked.has(key)) continue;
    groups.set(parentKey, [...(groups.get(parentKey) ?? []), key]);
  }
  return [...groups].map(([parentKey, keys]) => ({ parentKey, keys }));
}

/** Sums answers one after another without retaining them. */
export class AnswerTally {
  count = 0;
  /** By question, how many chose each option. */
  readonly options: ReadonlyMap<string, Map<string, number>>;
  private readonly scales: readonly ScaleTally[];

  constructor(questions: readonly SurveyQuestion[], scales: readonly Scale[]) {
    const chosen = questions.filter(({ kind }) => kind !== 'text');
    this.options = new Map(
      chosen.map((question) => {
        const options = optionsOf(question).flatMap((band) => band.map(({ option }) => [option, 0] as const));
        return [question.key, new Map(options)];
      }),
    );
    this.scales = scales.map((scale) => new ScaleTally(scale));
  }

  add(answers: GivenAnswers): void {
    this.count += 1;
    for (const [key, counts] of this.options) {
      const option = String(answers[key]);
      counts.set(option, (counts.get(option) ?? 0) + 1);
    }
    for (const scale of this.scales) scale.add(answers);
  }

  moments(): NodeMoments[] {
    return this.scales.map((scale) => scale.moments(this.count));
  }
}

/** Σx, Σxy and the ends of the scale, of questions from 1 to 5: whole numbers, so that the order does not matter. */
class ScaleTally {
  private readonly sums: number[];
  private readonly products: number[];
  private readonly lows: number[];
  private readonly highs: number[];
  private readonly pairs: ReturnType<typeof pairsOf>;

  constructor(private readonly scale: Scale) {
    const zeros = (): number[] => scale.keys.map(() => 0);
    [this.sums, this.lows, this.highs] = [zeros(), zeros(), zeros()];
    this.pairs = pairsOf(scale.keys.length);
    this.products = this.pairs.map(() => 0);
  }

  add(answers: GivenAnswers): void {
    const values = this.scale.keys.map((key) => Number(answers[key]));
    values.forEach((value, place) => {
      plus(this.sums, place, value);
      if (value === likertMin) plus(this.lows, place, 1);
      if (value === likertMax) plus(this.highs, place, 1);
    });
    this.pairs.forEach(([first, second], place) =>
      plus(this.products, place, (values[first] ?? 0) * (values[second] ?? 0)),
    );
  }

  moments(count: number): NodeMoments {
    const { sums, products, lows, highs } = this;
    return { ...this.scale, count, sums, products, lows, highs };
  }
}

function plus(figures: number[], place: number, value: number): void {
  figures[place] = (figures[place] ?? 0) + value;
}

/**
 * A uniform random sample of bounded size from a stream (Vitter 1985, algorithm R).
 */
export class Sample<Item> {
  private readonly chosen: Item[] = [];
  private seen = 0;

  constructor(
    private readonly limit: number,
    /** A random whole number from 0 to the one given, that one excluded. */
    private readonly below: (limit: number) => number,
  ) {}

  add(item: Item): void {
    this.seen += 1;
    if (this.chosen.length < this.limit) this.chosen.push(item);
    else {
      const place = this.below(this.seen);
      if (place < this.limit) this.chosen[place] = item;
    }
  }

  items(): readonly Item[] {
    return this.chosen;
  }
}
