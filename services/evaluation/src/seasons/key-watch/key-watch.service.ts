import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Measures, OnDue, schedule } from '@gongxiang/messaging/events';
import { LOGGER } from '@gongxiang/messaging/service';
import type { Logger } from '@gongxiang/observability';
import type { Transaction } from '@gongxiang/persistence';
import { DataSource } from 'typeorm';
import { SeasonVoid } from '../efficacy-survey/season-void.js';
import { KeyDirectory } from '../../reference/sealing/key-directory.js';
import { keyKind } from '../../reference/sealing/key-ending.js';
import { SurveyVoid } from '../../surveys/survey/survey-void.js';
import { SealedSurveyRepository } from './sealed-survey.repository.js';

const pauseMs = 1_000;
/** A standby that has not written the results by then would, if it took over, have the sealed answers and no key. */
const standbyAwaitedMs = 3_600_000;

/** How far the write-ahead log was when the results had been committed, and when that was. */
interface Awaited {
  readonly lsn?: string;
  readonly since?: string;
}

/** Destroys the keys of surveys that are closed, of activities and of seasons, and looks after those of surveys that are not. */
@Injectable()
export class KeyWatch implements OnApplicationBootstrap {
  constructor(
    private readonly keys: KeyDirectory,
    private readonly surveys: SealedSurveyRepository,
    private readonly surveyVoid: SurveyVoid,
    private readonly seasonVoid: SeasonVoid,
    private readonly dataSource: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Once the results are on the disk, here and on every standby, at most an hour after the close. Done again it does no
   * harm.
   */
  @OnDue(keyKind)
  async destroyDue(tx: Transaction, surveyId: string, payload: unknown): Promise<void> {
    if (!(await this.surveys.isClosed(tx.sql, surveyId))) return;
    const { lsn = await this.position(tx), since = tx.now.toISOString() } = payload as Awaited;
    const isLate = tx.now.getTime() - new Date(since).getTime() >= standbyAwaitedMs;
    if (await this.keys.isPresent()) {
      const isWritten = await this.isWritten(tx, lsn);
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

  /** A database that was restored from before a close still has its answers, sealed to a key that is gone. */
  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.keys.isPresent())) {
      this.logger.error('the key directory is not there: surveys are neither opened nor closed here');
      return;
    }
    for (const { id, table } of await this.surveys.unfinished(this.dataSource.manager)) {
      if ((await this.keys.find(id)) !== 'destroyed') continue;
      this.logger.error({ surveyId: id }, 'a survey is void: the database is older than the end of its key');
      await (table === 'survey' ? this.surveyVoid : this.seasonVoid).declare(id);
    }
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

  /** Behind the commit of the results: this transaction has begun after it. */
  private async position(tx: Transaction): Promise<string> {
    const rows: { lsn: string }[] = await tx.sql.query('SELECT pg_current_wal_insert_lsn()::text AS lsn');
    return rows[0]?.lsn ?? '0/0';
  }

  /** A standby of which nothing can be seen but that it is there counts as behind. */
  private async isWritten(tx: Transaction, lsn: string): Promise<boolean> {
    const rows: { isWritten: boolean }[] = await tx.sql.query(
      `SELECT pg_current_wal_flush_lsn() >= $1::pg_lsn AND public.standbys_have_flushed($1::pg_lsn) AS "isWritten"`,
      [lsn],
    );
    return rows[0]?.isWritten ?? false;
  }
}
