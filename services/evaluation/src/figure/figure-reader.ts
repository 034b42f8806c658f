import { Injectable } from '@nestjs/common';
import type { ScoreSubject } from '@gongxiang/contracts';
import type { Transaction } from '@gongxiang/persistence';
import { figuresOn } from './figure-choice.model.js';
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
   * The figures of a subject that hold on a day, by name; a name without one is absent.
   * @param day as a rule the end of the activity, or of the period that is scored
   */
  async figuresOf(
    tx: Transaction,
    subject: ScoreSubject,
    names: readonly string[],
    day: string,
  ): Promise<ReadonlyMap<string, FigureValue>> {
    if (names.length === 0) return new Map();
    const chosen = figuresOn(await this.figures.ofSubject(tx, subject, names), day);
    return new Map([...chosen].map(([name, { id, value }]) => [name, { id, value }]));
  }
}
