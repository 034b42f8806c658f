import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { rootAbove } from '../root.js';
import type { PatientReport } from './patient-load.js';
import type { LoadRequest } from './subject.js';

const script = join(rootAbove(fileURLToPath(import.meta.url)), 'deploy/dist/bench/patient-load.js');

/** Sends all requests, each until it is answered, from a process of its own. @param onHalf when half have been answered */
export async function runPatiently(
  url: string,
  connections: number,
  requests: readonly LoadRequest[],
  onHalf: () => void,
): Promise<PatientReport> {
  const directory = mkdtempSync(join(tmpdir(), 'gongxiang-load-'));
  const file = join(directory, 'load.json');
  try {
    writeFileSync(file, JSON.stringify({ url, connections, requests }));
    const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    let last = '';
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === 'half') onHalf();
      else last = line;
    }
    if ((await ended) !== 0) throw new Error('the load has failed: what it says stands above');
    return JSON.parse(last) as PatientReport;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * How long nobody was answered because something had died.
 * @param killedAt in ms since the epoch, as the moments of the answers, which are in order
 * @returns ms from the death to the first answer after the longest silence that follows it; what was under way at the
 *   death may still arrive a moment later, and is no recovery
 */
export function recoveryMs(killedAt: number, moments: readonly number[]): number {
  const later = moments.filter((moment) => moment >= killedAt);
  if (later.length === 0)
    throw new Error('nobody was answered after the death: the rush was over, or never began');
  const silences = later.map((moment, index) => moment - (later[index - 1] ?? killedAt));
  const longest = silences.indexOf(Math.max(...silences));
  return (later[longest] ?? killedAt) - killedAt;
}
