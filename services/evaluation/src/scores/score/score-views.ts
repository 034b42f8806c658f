import { Injectable } from '@nestjs/common';
import type { ScoreView } from '@gongxiang/contracts/evaluation/scores/score.contract';
import type { Transaction } from '@gongxiang/persistence';
import { SubjectRepository } from '../../reference/subject/subject.repository.js';
import { WeightVersionRepository } from '../../systems/weight/weight-version.repository.js';
import type { ScoreRow } from './score.entity.js';
import { scoreView } from './score-view.js';

/** Scores with the names of what they are of and by. */
@Injectable()
export class ScoreViews {
  constructor(
    private readonly subjects: SubjectRepository,
    private readonly weights: WeightVersionRepository,
  ) {}

  /** As many queries for many as for one. */
  async of(tx: Transaction, rows: readonly ScoreRow[]): Promise<ScoreView[]> {
    const subjects = rows.map(({ subjectKind: kind, subjectId: id }) => ({ kind, id }));
    const titles = await this.subjects.namesOf(tx, subjects);
    const systems = await this.weights.systemsOf(
      tx,
      rows.map(({ weightVersionId }) => weightVersionId),
    );
    return rows.map((row) => scoreView(row, { titles, systems }));
  }

  async one(tx: Transaction, row: ScoreRow): Promise<ScoreView> {
    const [view] = await this.of(tx, [row]);
    if (view === undefined) throw new Error('a score has no view');
    return view;
  }
}
