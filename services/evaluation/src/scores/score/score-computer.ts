import { Injectable } from '@nestjs/common';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { ScoreCause } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { newId } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import { canonicalJson, type Transaction } from '@gongxiang/persistence';
import { SubjectRepository } from '../../reference/subject/subject.repository.js';
import { type GatheredInputs, ScoreInputs, type ScoreOrder } from './score-inputs.js';
import type { ScoreRow } from './score.entity.js';
import { detailOf, hashOf } from './score-row.js';
import { ScoreRepository } from './score.repository.js';
import { computedOf } from './score-view.js';

/** The outcome for one subject of an order. */
export type ComputedScore =
  | { readonly row: ScoreRow; readonly isNew: boolean }
  | { readonly refusal: 'FACTS_INCOMPLETE' | 'SURVEY_OPEN' | 'REFERENCE_PENDING' | 'NOTHING_MEASURED' };

/** Computes and stores scores, with a fixed number of statements for any number of scores. */
@Injectable()
export class ScoreComputer {
  constructor(
    private readonly inputs: ScoreInputs,
    private readonly subjects: SubjectRepository,
    private readonly scores: ScoreRepository,
  ) {}

  /**
   * A score revises the previous one of its subject, days and weights; if nothing has changed, the previous one
   * remains. Scores that nobody requested are only stored if a score results or, after changed facts, if a value
   * differs.
   */
  async compute(
    tx: Transaction,
    order: ScoreOrder,
    cause: ScoreCause,
  ): Promise<ReadonlyMap<string, ComputedScore>> {
    const gathered = await this.inputs.gather(tx, order);
    const known = await this.subjects.known(tx, order.kind, order.ids);
    const standing = await this.scores.standing(tx, order);
    const names = new Map(order.system.nodes.map(({ key, name }) => [key, name]));
    const outcomes = new Map<string, ComputedScore>();
    const rows: ScoreRow[] = [];
    for (const [id, inputs] of gathered) {
      const unionId = known.get(id)?.unionId;
      const outcome = outcomeOf(inputs, unionId, standing.get(id), { tx, order, cause, names, id });
      outcomes.set(id, outcome);
      if ('row' in outcome && outcome.isNew) rows.push(outcome.row);
    }
    await this.store(tx, rows, outcomes);
    return outcomes;
  }

  /** If the same subject was computed concurrently, the first stored score wins. */
  private async store(
    tx: Transaction,
    rows: readonly ScoreRow[],
    outcomes: Map<string, ComputedScore>,
  ): Promise<void> {
    const inserted = await this.scores.insert(tx, rows);
    const stored = rows.filter(({ id }) => inserted.has(id));
    for (const { id, score, inputsHash, revision, cause } of stored)
      tx.audit({ noun: 'score', id, before: null, after: { score, inputsHash, revision, cause } });
    const events = stored.map((row) => ({ about: row.id, data: computedOf(row) }));
    await recordEvents(tx, evaluationEvents.scoreComputed, events);
    for (const row of rows.filter(({ id }) => !inserted.has(id))) {
      const stands = await this.scores.newestLike(tx, row);
      if (stands !== null) outcomes.set(row.subjectId, { row: stands, isNew: false });
    }
  }
}

interface OutcomeContext {
  readonly tx: Transaction;
  readonly order: ScoreOrder;
  readonly cause: ScoreCause;
  readonly names: ReadonlyMap<string, string>;
  readonly id: string;
}

function outcomeOf(
  gathered: GatheredInputs,
  unionId: string | undefined,
  standing: ScoreRow | undefined,
  context: OutcomeContext,
): ComputedScore {
  if ('refusal' in gathered) return gathered;
  if (unionId === undefined) return { refusal: 'REFERENCE_PENDING' };
  const { order, cause, names, id, tx } = context;
  const { input, surveyId } = gathered;
  const inputsHash = hashOf(input);
  if (standing !== undefined && isSame(standing, inputsHash, input.values, cause))
    return { row: standing, isNew: false };
  const computed = detailOf(input, inputsHash, names);
  if (computed.score === null && cause !== 'asked') return { refusal: 'NOTHING_MEASURED' };
  const row: ScoreRow = {
    id: newId(),
    subjectKind: order.kind,
    subjectId: id,
    unionId,
    surveyId,
    ...computed,
    periodFrom: order.from,
    periodTo: order.to,
    weightVersionId: order.weights.id,
    missing: input.missing,
    inputs: input,
    inputsHash,
    cause,
    createdAt: tx.now,
    ...placeAfter(standing),
  };
  return { row, isNew: true };
}

function placeAfter(standing: ScoreRow | undefined): Pick<ScoreRow, 'revision' | 'revisesId'> {
  if (standing === undefined) return { revision: 1, revisesId: null };
  return { revision: standing.revision + 1, revisesId: standing.id };
}

/** Changed facts that change no value do not change the score. */
function isSame(
  standing: ScoreRow,
  inputsHash: string,
  values: ScoreRow['inputs']['values'],
  cause: ScoreCause,
): boolean {
  if (standing.inputsHash === inputsHash) return true;
  return cause === 'factsChanged' && canonicalJson(standing.inputs.values) === canonicalJson(values);
}
