import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type PostgresOptions,
  removePostgresData,
  type RunningServer,
  signalProcess,
  startPostgres,
} from '@gongxiang/testing';
import pg from 'pg';

/** A server that a proof may kill and start again: same port, same data. */
export interface Restartable {
  readonly port: number;
  readonly url: string;
  /** Of the process that runs now. */
  pid(): number;
  /** Ends it as a power cut would, with all processes that it has started. */
  kill(): Promise<void>;
  /** Stops it for as long as the work takes, so that its files stay as they are at one moment. */
  whileFrozen<T>(work: () => T): T;
  /** Starts it again after a kill, and waits until it answers. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const restartAttempts = 5;
const restartPauseMs = 500;

/** @param launch starts the server on the port that it is given; on any free one at first */
export async function restartable(launch: (port?: number) => Promise<RunningServer>): Promise<Restartable> {
  let running = await launch();
  const { port, url } = running;
  return {
    port,
    url,
    pid: () => running.pid,
    kill: async () => {
      const children = childrenOf(running.pid);
      running.kill();
      for (const pid of children) killOne(pid);
      await running.exited;
    },
    whileFrozen: (work) => {
      signalProcess(running.pid, 'SIGSTOP');
      try {
        return work();
      } finally {
        signalProcess(running.pid, 'SIGCONT');
      }
    },
    start: async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          running = await launch(port);
          return;
        } catch (error) {
          // What a killed server held, memory or a port, may be let go a moment after its end.
          if (attempt === restartAttempts) throw error;
          await new Promise((resolve) => setTimeout(resolve, restartPauseMs));
        }
      }
    },
    stop: () => running.stop(),
  };
}

/**
 * A PostgreSQL of one proof alone, which keeps its promises in a crash where nothing else is said, with an empty
 * database `gongxiang`. The server of the whole run is not for killing.
 */
export async function startOwnPostgres(
  options: Pick<PostgresOptions, 'settings' | 'fast' | 'logFile'> = {},
): Promise<Restartable> {
  const home = mkdtempSync(join(tmpdir(), 'gongxiang-own-'));
  // Root lends it to the user that PostgreSQL runs as.
  chmodSync(home, 0o755);
  const dataDirectory = join(home, 'postgres');
  const server = await restartable((port) =>
    startPostgres({
      dataDirectory,
      superuserPassword: 'a password for one proof only',
      ...(port === undefined ? {} : { port }),
      ...options,
    }),
  );
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('CREATE DATABASE gongxiang');
  await admin.end();
  const url = new URL(server.url);
  url.pathname = '/gongxiang';
  return {
    ...server,
    url: url.href,
    stop: async () => {
      await server.stop();
      removePostgresData(dataDirectory);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL gives each connection a process, in a group of its own, which would else finish what it is at. */
function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').map(Number).filter(Boolean);
  } catch {
    return []; // no such list on this system: they end by themselves once their parent is gone
  }
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}
