import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabase } from './fixtures.js';
import { startOwnPostgres } from './own-servers.js';
import { connectAsAdmin } from './streams.js';
import type { TestPlatform } from './test-platform.js';

/** A PostgreSQL that writes down every statement with its parameters, as its most curious administrator could have it. */
export interface TalkativePostgres {
  readonly url: string;
  /** The statements as they were sent, without what was bound to them. */
  statements(): string;
  /** What was bound to them, and the rows that broke a rule. */
  parameters(): string;
  stop(): Promise<void>;
}

/** @param more settings beside those by which it talks */
export async function startTalkativePostgres(
  more: Readonly<Record<string, string>> = {},
): Promise<TalkativePostgres> {
  const home = mkdtempSync(join(tmpdir(), 'gongxiang-talkative-'));
  const logFile = join(home, 'postgres.log');
  const server = await startOwnPostgres({
    logFile,
    fast: true,
    settings: {
      log_statement: 'all',
      log_error_verbosity: 'default',
      log_parameter_max_length: '-1',
      log_parameter_max_length_on_error: '-1',
      ...more,
    },
  });
  const isParameter = (line: string): boolean => /\b(DETAIL|CONTEXT): /.test(line);
  const lines = (): string[] => readFileSync(logFile, 'utf8').split('\n');
  return {
    url: server.url,
    statements: () =>
      lines()
        .filter((line) => !isParameter(line))
        .join('\n'),
    parameters: () => lines().filter(isParameter).join('\n'),
    stop: async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Somebody who listens: to every subject of NATS, and to what is running in the database now. */
export interface Listener {
  subjects(): string;
  running(): string;
  stop(): Promise<void>;
}

const lookEveryMs = 100;

export async function listen(platform: TestPlatform): Promise<Listener> {
  const nats = await connectAsAdmin(platform);
  const subjects = new Set<string>();
  nats.subscribe('>', {
    callback: (error, message) => {
      if (error !== null) throw error;
      subjects.add(message.subject);
    },
  });
  await nats.flush();
  const seen = new Set<string>();
  let isOver = false;
  const watch = withDatabase(platform, async (sql) => {
    while (!isOver) {
      const { rows } = await sql.query<{ text: string }>(
        `SELECT concat_ws(' ', application_name, query) AS text FROM pg_stat_activity WHERE pid <> pg_backend_pid()`,
      );
      for (const row of rows) seen.add(row.text);
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  });
  return {
    subjects: () => [...subjects].join('\n'),
    running: () => [...seen].join('\n'),
    stop: async () => {
      isOver = true;
      await watch;
      await nats.close();
    },
  };
}
