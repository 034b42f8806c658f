import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { hourMs } from '@gongxiang/domain';
import { Measures, OnDue, schedule } from '@gongxiang/messaging/events';
import { LOGGER } from '@gongxiang/messaging/service';
import type { Logger } from '@gongxiang/observability';
import type { Transaction } from '@gongxiang/persistence';
import { DataSource } from 'typeorm';
import { SeasonVoid } from '../efficacy-survey/season-void.js';
import { KeyDirectory } from '../../reference/sealing/key-directory.js';
import { keyKind } from '../../reference/sealing/key-ending.js';
import type { AskingTable } from '../../reference/sealing/sealed-answer.repository.js';
import { SurveyVoid } from '../../surveys/survey/survey-void.js';
import { VoteVoid } from '../../votes/vote/vote-void.js';
import { SealedSurveyRepository } from './sealed-survey.repository.js';

const pauseMs = 1_000;
/**
 * The time a standby is awaited. One that has not written the results by then would, after a failover, have sealed
 * answers without a key.
 */
const standbyAwaitedMs = hourMs;

/** The position of the write-ahead log after the results were committed, and the time of that. */
interface Awaited {
  readonly lsn?: string;
  readonly since?: string;
}

/** Destroys the keys of closed surveys of activities and seasons and of closed votes, and monitors the keys of the other ones. */
@Injectable()
export class KeyWatch implements OnApplicationBootstrap {
  constructor(
    private readonly keys: KeyDirectory,
    private readonly surveys: SealedSurveyRepository,
    private readonly surveyVoid: SurveyVoid,
    private readonly seasonVoid: SeasonVoid,
    private readonly voteVoid: VoteVoid,
    private readonly dataSource: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Destroys a key once the results are on disk, here and on every standby, but at most an hour after the close.
   * Idempotent.
   */
  @OnDue(keyKind)
  async destroyDue(tx: Transaction, surveyId: string, payload: unknown): Promise<void> {
    if (!(await this.surveys.isClosed(tx.sql, surveyId))) return;
    const { lsn = await this.surveys.walPosition(tx.sql), since = tx.now.toISOString() } = payload as Awaited;
    const isLate = tx.now.getTime() - new Date(since).getTime() >= standbyAwaitedMs;
    if (await this.keys.isPresent()) {
      const isWritten = await this.surveys.isFlushed(tx.sql, lsn);
      if (isLate && !isWritten)
        this.logger.warn(
          { surveyId },
          'a key goes although a standby has not written the results for an hour',
        );
      if (isLate || isWritten) return this.keys.destroy(surveyId);
    }
    const at = new Date(tx.now.getTime() + pauseMs);
    return schedule(tx, { kind: keyKind, key: surveyId, at, payload: { lsn, since } });
  }

  /** A database restored from before a close still has the answers, sealed to a destroyed key. */
  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.keys.isPresent())) {
      this.logger.error('the key directory is not there: surveys are neither opened nor closed here');
      return;
    }
    for (const { id, table } of await this.surveys.unfinished(this.dataSource.manager)) {
      if ((await this.keys.find(id)) !== 'destroyed') continue;
      this.logger.error({ surveyId: id }, 'a survey is void: the database is older than the end of its key');
      await this.voidOf(table).declare(id);
    }
  }

  private voidOf(table: AskingTable): { declare(id: string): Promise<void> } {
    return { survey: this.surveyVoid, efficacy_survey: this.seasonVoid, vote: this.voteVoid }[table];
  }

  @Measures({
    name: 'gongxiang_survey_keys_missing',
    help: 'Surveys without results whose key is not in the key directory: always 0',
    everySeconds: 60,
  })
  async missing({ manager }: DataSource): Promise<number> {
    if (!(await this.keys.isPresent())) return 0;
    const unfinished = await this.surveys.unfinished(manager);
    const found = await Promise.all(unfinished.map(({ id }) => this.keys.find(id)));
    return found.filter((key) => key === 'missing' || key === 'destroyed').length;
  }

  @Measures({
    name: 'gongxiang_survey_keys_left',
    help: 'Keys of surveys that closed more than an hour ago: always 0',
    everySeconds: 60,
  })
  async left({ manager }: DataSource, now: Date): Promise<number> {
    if (!(await this.keys.isPresent())) return 0;
    const before = new Date(now.getTime() - standbyAwaitedMs);
    return this.surveys.countFinished(manager, await this.keys.ids(), before);
  }

  @Measures({
    name: 'gongxiang_sealing_directory_absent',
    help: '1 where this process has no key directory, else 0',
    everySeconds: 10,
  })
  async absent(): Promise<number> {
    return (await this.keys.isPresent()) ? 0 : 1;
  }
}
