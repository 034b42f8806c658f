import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  rankingContract,
  type RankingIdRequest,
  type RankingVerificationView,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { canonicalJson, type Transaction, Transactions } from '@gongxiang/persistence';
import { computeScore } from '../../scores/score/score.model.js';
import { type RankedInput, RankedInputs } from './ranked-inputs.repository.js';
import type { RankingRow } from './ranking.entity.js';
import { type RankedSubject, type RankingBasis, rankSubjects } from './ranking.model.js';
import { rankingHash } from './ranking-hash.js';
import { RankingReader } from './ranking-reader.service.js';

interface Read {
  readonly subjects: RankedSubject[];
  readonly stood: Pick<RankedInput, 'subjectId' | 'rank' | 'groupRank' | 'score'>[];
  readonly basis: RankingBasis | null;
  readonly differing: number;
}

/** Recomputes a ranking from the inputs of its scores and compares it to the last digit. */
@Injectable()
export class RankingVerification {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: RankingReader,
    private readonly inputs: RankedInputs,
  ) {}

  @Handles(rankingContract.verify)
  verify(request: RankingIdRequest, call: CallContext): Promise<RankingVerificationView> {
    return this.transactions.read(call, async (tx) => {
      const row = await this.reader.findVisible(tx, request.rankingId);
      const { subjects, stood, basis, differing } = await this.read(tx, row);
      const { method, scaling, minimumAnswers, id: rankingId, hash } = row;
      const rule = { method, scaling: scaling ?? ('vector' as const), minimumAnswers };
      const places = basis === null ? [] : rankSubjects(subjects, basis, rule).places;
      const recomputedHash = rankingHash(places.map((place) => ({ ...place.subject, ...place })));
      const placesDiffering = stood.filter((one, index) => {
        const place = places[index];
        return (
          place?.subject.subjectId !== one.subjectId ||
          [place.rank, place.groupRank, place.score].join() !== [one.rank, one.groupRank, one.score].join()
        );
      }).length;
      const equal = differing === 0 && placesDiffering === 0 && recomputedHash === hash;
      const counts = { scores: stood.length, scoresDiffering: differing, placesDiffering };
      return { rankingId, equal, ...counts, hash, recomputedHash };
    });
  }

  /** Retains only the part of each score that its place is based on. */
  private async read(tx: Transaction, { id }: RankingRow): Promise<Read> {
    const subjects: RankedSubject[] = [];
    const stood: Read['stood'] = [];
    let basis: RankingBasis | null = null;
    let differing = 0;
    for await (const page of this.inputs.pages(tx, id)) {
      for (const one of page) {
        const { subjectId, rank, groupRank, score, inputs } = one;
        basis ??= { weights: inputs.weights, indicators: inputs.indicators, names: new Map() };
        if (!isReproduced(one)) differing += 1;
        subjects.push(subjectOf(one));
        stood.push({ subjectId, rank, groupRank, score });
      }
    }
    // In the order of ranking, because sums of fractions depend on it in the last digit.
    subjects.sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
    return { subjects, stood, basis, differing };
  }
}

function isReproduced({ inputs, inputsHash, scoreHash, storedScore }: RankedInput): boolean {
  const hash = createHash('sha256').update(canonicalJson(inputs)).digest('hex');
  return hash === inputsHash && hash === scoreHash && computeScore(inputs).score === storedScore;
}

function subjectOf(one: RankedInput): RankedSubject {
  const { subjectId, subjectName, unionId, groupKey, scoreId, scoreHash, answers, inputs } = one;
  const named = { subjectId, subjectName, unionId, groupKey, scoreId, scoreHash, answers };
  return { ...named, values: inputs.values, missing: inputs.missing };
}
