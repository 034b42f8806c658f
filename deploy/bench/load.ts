import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LoadRequest } from './subject.js';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../bench/load.mjs', import.meta.url));

export interface LoadReport {
  readonly seconds: number;
  /** By status and state or code: `201 confirmed`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Of the time that a request took, in ms. */
  readonly p50: number;
  readonly p99: number;
  readonly cpuSeconds: number;
}

/**
 * Sends all requests over so many connections, from a process of its own; several addresses get them in turn.
 * @param warmUp sent first over the same connections, neither timed nor counted
 */
export async function runLoad(
  urls: readonly string[],
  connections: number,
  requests: readonly LoadRequest[],
  warmUp: readonly LoadRequest[] = [],
): Promise<LoadReport> {
  if (connections < urls.length)
    throw new Error(`--connections is at least ${urls.length}: one for each gateway.`);
  const directory = mkdtempSync(join(tmpdir(), 'gongxiang-load-'));
  const file = join(directory, 'load.json');
  try {
    writeFileSync(file, JSON.stringify({ urls, connections, requests, warmUp }));
    const { stdout } = await run(process.execPath, [script, file], { maxBuffer: 10_000_000 });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as LoadReport;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
