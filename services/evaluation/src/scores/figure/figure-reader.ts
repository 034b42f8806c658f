import { Injectable } from '@nestjs/common';
import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import type { Transaction } from '@gongxiang/persistence';
import { figuresOn, type KeptFigure } from './figure-choice.model.js';
import { FigureRepository } from './figure.repository.js';

/** A figure as a score reads it, with the id under which it can be found again. */
export interface FigureValue {
  readonly id: string;
  readonly value: number;
}

/** Tells scores what files told. */
@Injectable()
export class FigureReader {
  constructor(private readonly figures: FigureRepository) {}

  /**
   * The figures of each subject that hold on its day, by name; a name without one is absent.
   * @param days by subject, as a rule the end of the activity, or of the period that is scored
   */
  async figuresOf(
    tx: Transaction,
    kind: ScoreSubjectKind,
    { days, names }: { readonly days: ReadonlyMap<string, string>; readonly names: readonly string[] },
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, FigureValue>>> {
    if (names.length === 0) return new Map();
    const kept = new Map<string, KeptFigure[]>([...days.keys()].map((id) => [id, []]));
    for (const one of await this.figures.ofSubjects(tx, kind, { ids: [...days.keys()], names }))
      kept.get(one.subjectId)?.push(one);
    return new Map([...kept].map(([id, own]) => [id, figuresOn(own, days.get(id) ?? '')]));
  }
}
