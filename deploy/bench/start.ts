import { type Restartable, startOwnPostgres } from '../proofs/own-servers.js';
import { type Baseline, startBaseline } from './baseline.js';
import { type MeasuredPlatform, startMeasured } from './platform.js';
import { createDatabase, run } from './sql.js';
import type { Subject } from './subject.js';

export interface Bench {
  /** With one copy of everything; where more are asked for, with those as well. */
  readonly platforms: readonly Subject[];
  readonly baseline: Subject;
  readonly noop: Subject;
  /** The process of PostgreSQL, whose children work for all. */
  readonly postgresPid: number;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

export interface BenchOptions {
  /** Where the CPU profile of each process is kept. */
  readonly profileDirectory: string | undefined;
  /** Counts what each statement costs, which costs a little itself. */
  readonly statements: boolean;
  /** Copies of sharing and of the gateway. */
  readonly replicas: number;
}

/** Everything on one PostgreSQL that keeps its promises in a crash, as it is deployed. */
export async function startBench(people: number, options: BenchOptions): Promise<Bench> {
  const postgres = await startCounting(options.statements);
  const started: (() => Promise<void>)[] = [() => postgres.stop()];
  const stop = async (): Promise<void> => {
    for (const end of started.reverse()) await end();
  };
  try {
    const { bare, platforms } = await startOn(postgres, people, { ...options, started });
    return {
      platforms,
      baseline: bare.subject,
      noop: bare.noop,
      postgresPid: postgres.pid(),
      databaseUrl: postgres.url,
      stop,
    };
  } catch (error) {
    // Nobody is given anything to stop.
    await stop();
    throw error;
  }
}

/** A PostgreSQL, which says what each statement costs where that is wanted. */
export async function startCounting(statements: boolean): Promise<Restartable> {
  if (!statements) return startOwnPostgres();
  const postgres = await startOwnPostgres({ settings: { shared_preload_libraries: 'pg_stat_statements' } });
  await run(postgres.url, 'CREATE EXTENSION pg_stat_statements');
  return postgres;
}

interface Starting extends BenchOptions {
  /** Filled with the end of each as it is started. */
  readonly started: (() => Promise<void>)[];
}

async function startOn(
  postgres: Restartable,
  people: number,
  { profileDirectory, replicas, started }: Starting,
): Promise<{ readonly bare: Baseline; readonly platforms: readonly Subject[] }> {
  const bare = await startBaseline(postgres.url);
  started.push(async () => bare.stop());
  const start = async (url: string, name: string, copies: number): Promise<Subject> => {
    const one: MeasuredPlatform = await startMeasured(url, people, {
      name,
      replicas: copies,
      profileDirectory,
    });
    started.push(() => one.platform.stop());
    return one.subject;
  };
  const platforms = [await start(postgres.url, 'platform', 1)];
  if (replicas > 1) {
    const url = await createDatabase(postgres.url, 'replicas');
    platforms.push(await start(url, `platform × ${replicas}`, replicas));
  }
  return { bare, platforms };
}
