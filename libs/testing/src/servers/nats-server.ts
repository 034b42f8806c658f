import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findNatsBinary } from './nats-binary.js';
import { freePort } from './ports.js';
import type { RunningServer } from './postgres-server.js';
import { type RunningProcess, startProcess } from './process.js';

export interface NatsOptions {
  /** The directory of JetStream's streams; it persists between starts. */
  readonly storeDirectory: string;
  /** A free one is found when it is not given. */
  readonly port?: number;
  /** A configuration file to start with; address, port and store are given on the command line and win. */
  readonly configFile?: string;
  /** The text of a configuration, instead of a file. */
  readonly config?: string;
  /** What the configuration's `$NAME` stand for. */
  readonly env?: Readonly<Record<string, string>>;
  readonly logFile?: string;
}

const READY_TIMEOUT_MS = 20_000;
const PORT_ATTEMPTS = 3;

/**
 * Starts a nats-server with JetStream on the loopback address and waits until it greets.
 *
 * @returns its URL without user and password, and the means to stop it
 * @throws Error with one sentence and, when the server itself complained, its last lines
 */
export async function startNats(options: NatsOptions): Promise<RunningServer> {
  const binary = await findNatsBinary();
  const store = resolve(options.storeDirectory);
  mkdirSync(store, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const server = await launch(binary, store, port, options);
    const problem = await waitUntilReady(server, port);
    if (problem === undefined) {
      return {
        url: `nats://127.0.0.1:${port}`,
        port,
        pid: server.pid,
        exited: server.exited,
        stop: () => server.stop(),
        kill: () => server.kill(),
      };
    }
    await server.stop();
    const isPortLost = options.port === undefined && /address already in use/.test(problem);
    if (!isPortLost || attempt >= PORT_ATTEMPTS) {
      throw new Error(problem);
    }
  }
}

function launch(binary: string, store: string, port: number, options: NatsOptions): Promise<RunningProcess> {
  const configFile = options.config === undefined ? options.configFile : writeConfig(store, options.config);
  const configArgs = configFile === undefined ? [] : ['--config', configFile];
  return startProcess({
    name: 'nats-server',
    command: binary,
    args: ['--addr', '127.0.0.1', '--port', String(port), '--jetstream', '--store_dir', store, ...configArgs],
    env: { ...process.env, ...options.env },
    logFile: options.logFile,
  });
}

/** It may hold passwords, so only we may read it. */
function writeConfig(store: string, config: string): string {
  const path = join(store, 'nats.conf');
  rmSync(path, { force: true });
  writeFileSync(path, config, { mode: 0o600 });
  return path;
}

async function waitUntilReady(server: RunningProcess, port: number): Promise<string | undefined> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (server.hasExited()) {
      return `nats-server ended while it was starting: ${server.lastOutput().split('\n').slice(-4).join(' | ')}`;
    }
    if (await greets(port)) {
      return undefined;
    }
    await delay(20);
  }
  return `nats-server was not ready within ${READY_TIMEOUT_MS / 1000} s.`;
}

/** A server's first line is `INFO {…}`, before anybody signs in. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolvePromise) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1_000 });
    const finish = (isReady: boolean): void => {
      socket.destroy();
      resolvePromise(isReady);
    };
    socket.once('data', (chunk) => finish(/^INFO .*"jetstream":true/.test(chunk.toString('utf8'))));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
    socket.once('close', () => finish(false));
  });
}
