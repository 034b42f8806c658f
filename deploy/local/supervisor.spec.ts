import { describe, expect, it } from '@jest/globals';
import { startProcess } from '@gongxiang/testing/servers';
import type { Progress } from './progress.js';
import { type Backoff, backoffDelay, supervise, type SupervisedOptions } from './supervisor.js';

const quick: Backoff = { firstMs: 20, maxMs: 100, healthyAfterMs: 60_000 };

describe('the wait before a restart', () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [6, 16_000], // 500 × 2⁵
    [7, 30_000], // 500 × 2⁶ = 32,000, and 30 s is the limit
    [100, 30_000],
  ])('after death %i in a row it is %i ms', (deaths, expected) => {
    expect(backoffDelay(deaths)).toBe(expected);
  });
});

describe('a supervised process', () => {
  it('is started again each time it ends, with growing waits, and the person hears of it', async () => {
    const { progress, lines } = recorder();
    const pids: number[] = [];
    const supervised = await supervise(failing(progress, (pid) => pids.push(pid)));
    await until(() => pids.length >= 4);
    await supervised.stop();
    expect(new Set(pids).size).toBe(pids.length);
    const deaths = lines.filter((line) => line.startsWith('fake ended (code 3)'));
    // 20 ms, doubled, doubled.
    expect(deaths.slice(0, 3).map((line) => /in ([\d.]+) s/.exec(line)?.[1])).toEqual([
      '0.02',
      '0.04',
      '0.08',
    ]);
    expect(deaths[0]).toContain('fake.log');
    expect(supervised.deaths()).toBeGreaterThanOrEqual(3);
  });

  it('stays stopped once it was stopped, also during the wait', async () => {
    const { progress } = recorder();
    const pids: number[] = [];
    const backoff = { ...quick, firstMs: 300, maxMs: 300 };
    const supervised = await supervise({ ...failing(progress, (pid) => pids.push(pid)), backoff });
    await until(() => supervised.deaths() >= 1);
    await supervised.stop();
    const startedSoFar = pids.length;
    await new Promise((resolve) => setTimeout(resolve, 2 * backoff.firstMs));
    expect(pids).toHaveLength(startedSoFar);
  });

  it('is restarted by hand without counting as dead', async () => {
    const { progress, lines } = recorder();
    const pids: number[] = [];
    const supervised = await supervise({
      name: 'fake',
      progress,
      logFile: 'fake.log',
      backoff: quick,
      start: () => runNode('setInterval(() => undefined, 1000)'),
      onStarted: (pid) => pids.push(pid),
    });
    await supervised.restart();
    expect(pids).toHaveLength(2);
    expect(supervised.deaths()).toBe(0);
    expect(lines).toEqual([]);
    await supervised.stop();
  });

  it('tries on when even the start fails', async () => {
    const { progress, lines } = recorder();
    let starts = 0;
    const supervised = await supervise({
      name: 'fake',
      progress,
      logFile: 'fake.log',
      backoff: quick,
      start: async () => {
        starts += 1;
        if (starts === 2) {
          throw new Error('no room');
        }
        return runNode(starts === 1 ? 'process.exit(3)' : 'setInterval(() => undefined, 1000)');
      },
    });
    await until(() => lines.includes('fake was started again'));
    expect(lines.some((line) => line.startsWith('fake ended (no room)'))).toBe(true);
    await supervised.stop();
  });
});

function failing(progress: Progress, onStarted: (pid: number) => void): SupervisedOptions {
  return {
    name: 'fake',
    progress,
    logFile: 'fake.log',
    backoff: quick,
    start: () => runNode('process.exit(3)'),
    onStarted,
  };
}

function runNode(script: string): ReturnType<typeof startProcess> {
  return startProcess({ name: 'fake', command: process.execPath, args: ['-e', script] });
}

function recorder(): { progress: Progress; lines: string[] } {
  const lines: string[] = [];
  return { lines, progress: { say: (text) => void lines.push(text) } };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > deadline) {
      throw new Error('It did not happen within a minute.');
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
