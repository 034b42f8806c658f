import { Injectable } from '@nestjs/common';
import {
  efficacyFactNames,
  efficacyKinds,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { partyKey, pathsUpwards } from '@gongxiang/domain';
import { OnDue, unschedule } from '@gongxiang/messaging/events';
import { continueTrace } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { type Counted, Counting, type Opened } from '../../reference/sealing/counting.js';
import { destroyKey } from '../../reference/sealing/key-ending.js';
import { Opening, openingPortion } from '../../reference/sealing/opening.js';
import { SealedAnswerRepository } from '../../reference/sealing/sealed-answer.repository.js';
import type { SealingKeyPair } from '../../reference/sealing/sealed-box.js';
import { countKind } from './closing.service.js';
import { efficacyFacts } from './efficacy-facts.model.js';
import { EfficacyFactsRepository } from './efficacy-facts.repository.js';
import { answerKey, type Answers, type Asked, publishKind } from './efficacy-results.model.js';
import type { EfficacyFactRow, EfficacyResultRow, EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import type { Steps } from './opinions.model.js';
import { PoolRepository } from './pool.repository.js';
import { pooledAnswerIn } from './pooled-answer.model.js';
import { voiceOf } from './pooling.model.js';
import { SeasonNotifications } from './season-notifications.js';
import { SeasonVoid } from './season-void.js';
import { seasonOf } from './season.model.js';

interface Found {
  readonly pooled: Answers['pooled'];
}

/** Computes what is published of a season once, beside the facts, and freezes both. */
@Injectable()
export class SeasonCountingService implements Counted<EfficacySurveyRow, Found> {
  readonly countKind = countKind;

  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: EfficacySurveyRepository,
    private readonly invitations: InvitationRepository,
    private readonly pools: PoolRepository,
    private readonly sealed: SealedAnswerRepository,
    private readonly facts: EfficacyFactsRepository,
    private readonly references: ReferenceRepository,
    private readonly notifications: SeasonNotifications,
    private readonly voids: SeasonVoid,
    private readonly counting: Counting,
  ) {}

  @OnDue(countKind)
  countDue(tx: Transaction, surveyId: string): Promise<void> {
    return this.counting.due(tx, surveyId, this);
  }

  async ended(tx: Transaction, surveyId: string): Promise<EfficacySurveyRow | null> {
    const survey = await this.surveys.find(tx, surveyId);
    return survey.state === 'closing' ? survey : null;
  }

  async count(
    { id, questions }: EfficacySurveyRow,
    key: SealingKeyPair,
    signal: AbortSignal,
  ): Promise<Found & Opened> {
    const pools = await this.transactions.system(continueTrace(undefined), (tx) => this.pools.all(tx, id));
    const nameOf = new Map(pools.map((pool) => [pool.id, answerKey(pool.kind, pool.path)]));
    const pooled = new Map<string, Steps[]>([...nameOf.values()].map((name) => [name, []]));
    const opening = new Opening(key, signal);
    try {
      await opening.each<Buffer>(
        (after) => this.sealed.answersFrom(id, after, openingPortion),
        (bytes) => {
          const answer = pooledAnswerIn(questions, bytes);
          const ofPool = answer && pooled.get(nameOf.get(answer.poolId) ?? '');
          if (!answer || !ofPool) return false;
          ofPool.push(answer.steps);
          return true;
        },
      );
    } finally {
      await opening.end();
    }
    return { pooled, unreadable: opening.unreadable };
  }

  /** The survey's row is the lock. */
  async publish(tx: Transaction, surveyId: string, { pooled }: Found): Promise<void> {
    const survey = await this.surveys.lock(tx, surveyId);
    if (survey.state !== 'closing') return;
    const results = await this.resultsOf(tx, survey, pooled);
    await this.surveys.insertResults(tx, results, await this.factsOf(tx, survey));
    await this.sealed.deleteAll(tx, surveyId);
    const row = { ...survey, state: 'closed' as const, closedAt: tx.now, version: survey.version + 1 };
    await this.surveys.update(tx, row);
    await unschedule(tx, countKind, surveyId);
    await destroyKey(tx, surveyId);
    await this.notifications.closed(tx, row);
    tx.audit({
      noun: 'efficacy-survey',
      id: surveyId,
      before: { state: 'closing' },
      after: { state: 'closed' },
    });
  }

  declareVoid(surveyId: string): Promise<void> {
    return this.voids.declare(surveyId);
  }

  private async resultsOf(
    tx: Transaction,
    survey: EfficacySurveyRow,
    pooled: Answers['pooled'],
  ): Promise<EfficacyResultRow[]> {
    const asked = (await this.invitations.all(tx, survey)).map(
      ({ kind, partyKind, partyId, partyName, unionId, poolPath, manner }): Asked => ({
        kind,
        key: partyKey({ kind: partyKind, id: partyId }),
        name: partyName,
        voice: voiceOf({ partyKind, partyId, unionId }),
        poolPath,
        manner,
      }),
    );
    const answers = { named: await this.namedAnswers(tx, survey), pooled };
    const names = await this.references.namesAt(tx, placesUpTo(survey.rootPath, asked));
    const union = await this.references.union(tx, survey.unionId);
    const nameOf = (path: string): string => names.get(path) ?? union.name;
    return efficacyKinds.flatMap((kind) => {
      const ofKind = asked.filter((one) => one.kind === kind);
      const lines = publishKind(kind, ofKind, answers, survey, nameOf);
      return lines.map((line) => ({ surveyId: survey.id, kind, ...line, opinions: [...line.opinions] }));
    });
  }

  private async namedAnswers(tx: Transaction, survey: EfficacySurveyRow): Promise<Answers['named']> {
    const named = new Map<string, Steps>();
    for (const { kind, partyKind, partyId, answers } of await this.invitations.namedAnswers(tx, survey.id))
      named.set(answerKey(kind, partyKey({ kind: partyKind, id: partyId })), answers);
    return named;
  }

  private async factsOf(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacyFactRow[]> {
    const season = seasonOf(survey);
    const hosting = await this.facts.hosting(tx, survey.id, season);
    const lending = await this.facts.lending(tx, survey.id, season);
    const replies = await this.facts.replyHours(tx, survey.id, season);
    return efficacyKinds.flatMap((kind) => {
      const values = efficacyFacts(kind, {
        hosting: hosting.get(kind),
        lending: lending.get(kind),
        replyHours: replies.get(kind),
      });
      return efficacyFactNames.map((fact) => ({ surveyId: survey.id, kind, fact, value: values[fact] }));
    });
  }
}

/** Answers may be pooled at any path between their stored path and the root. */
function placesUpTo(rootPath: string, asked: readonly Asked[]): string[] {
  return [...new Set(asked.flatMap(({ poolPath }) => pathsUpwards(poolPath)))].filter((path) =>
    path.startsWith(rootPath),
  );
}
