import { Injectable } from '@nestjs/common';
import { efficacyFactNames, efficacyKinds } from '@gongxiang/contracts';
import { partyKey, pathsUpwards } from '@gongxiang/domain';
import { unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { efficacyFacts } from './efficacy-facts.model.js';
import { EfficacyFactsRepository } from './efficacy-facts.repository.js';
import { answerKey, type Answers, type Asked, publishKind } from './efficacy-results.model.js';
import type { EfficacyFactRow, EfficacyResultRow, EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { InvitationRepository } from './invitation.repository.js';
import type { Steps } from './opinions.model.js';
import { voiceOf } from './pooling.model.js';
import { seasonOf } from './season.model.js';
import { SeasonNews } from './season-news.js';

export const closeKind = 'efficacy-survey-close';

/** Closes surveys: computes what is published once, beside the facts, and freezes both. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly surveys: EfficacySurveyRepository,
    private readonly invitations: InvitationRepository,
    private readonly facts: EfficacyFactsRepository,
    private readonly references: ReferenceRepository,
    private readonly news: SeasonNews,
  ) {}

  /** @param survey locked and open, so that no answer comes between the count and the close */
  async close(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacySurveyRow> {
    const results = await this.resultsOf(tx, survey);
    await this.surveys.insertResults(tx, results, await this.factsOf(tx, survey));
    await this.invitations.scatter(tx, survey.id);
    const row = { ...survey, state: 'closed' as const, closedAt: tx.now, version: survey.version + 1 };
    await this.surveys.update(tx, row);
    await unschedule(tx, closeKind, row.id);
    await this.news.closed(tx, row);
    tx.audit({ noun: 'efficacy-survey', id: row.id, before: { state: 'open' }, after: { state: 'closed' } });
    return row;
  }

  private async resultsOf(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacyResultRow[]> {
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
    const answers = await this.answersTo(tx, survey);
    const names = await this.references.namesAt(tx, placesUpTo(survey.rootPath, asked));
    const union = await this.references.union(tx, survey.unionId);
    const nameOf = (path: string): string => names.get(path) ?? union.name;
    return efficacyKinds.flatMap((kind) => {
      const ofKind = asked.filter((one) => one.kind === kind);
      const lines = publishKind(kind, ofKind, answers, survey, nameOf);
      return lines.map((line) => ({ surveyId: survey.id, kind, ...line, opinions: [...line.opinions] }));
    });
  }

  private async answersTo(tx: Transaction, survey: EfficacySurveyRow): Promise<Answers> {
    const named = new Map<string, Steps>();
    for (const { kind, partyKind, partyId, answers } of await this.invitations.namedAnswers(tx, survey.id))
      named.set(answerKey(kind, partyKey({ kind: partyKind, id: partyId })), answers);
    const pooled = new Map<string, Steps[]>();
    for (const { kind, poolPath, answers } of await this.invitations.pooledAnswers(tx, survey.id)) {
      const key = answerKey(kind, poolPath);
      const known = pooled.get(key);
      if (known === undefined) pooled.set(key, [answers]);
      else known.push(answers);
    }
    return { named, pooled };
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

/** Answers may be pooled at any place between where they were kept and the root. */
function placesUpTo(rootPath: string, asked: readonly Asked[]): string[] {
  return [...new Set(asked.flatMap(({ poolPath }) => pathsUpwards(poolPath)))].filter((path) =>
    path.startsWith(rootPath),
  );
}
