import { Injectable } from '@nestjs/common';
import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import type { Transaction } from '@gongxiang/persistence';
import { figuresOn, type StoredFigure } from './figure-choice.model.js';
import { FigureRepository } from './figure.repository.js';

/** A figure used by a score, with its id. */
export interface FigureValue {
  readonly id: string;
  readonly value: number;
}

/** Provides figures from files to scores. */
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
    const figuresBySubject = new Map<string, StoredFigure[]>([...days.keys()].map((id) => [id, []]));
    for (const one of await this.figures.ofSubjects(tx, kind, { ids: [...days.keys()], names }))
      figuresBySubject.get(one.subjectId)?.push(one);
    return new Map([...figuresBySubject].map(([id, own]) => [id, figuresOn(own, days.get(id) ?? '')]));
  }
}
