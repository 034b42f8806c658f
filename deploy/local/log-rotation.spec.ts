import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@gongxiang/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepLogsShort, rotateLogs } from './log-rotation.js';

const limits = { bytesMax: 1_000, keptMax: 3 };
let directory: string;
let log: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-logs-'));
  log = join(directory, 'sharing.log');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const fill = (letter: string): void => writeFileSync(log, letter.repeat(1_001), { flag: 'a' });

describe('a log that has grown too long', () => {
  it('begins anew, with the last three beside it, however long the platform runs', () => {
    for (const letter of ['a', 'b', 'c', 'd', 'e']) {
      fill(letter);
      rotateLogs(directory, limits);
    }
    expect(readdirSync(directory).sort()).toEqual([
      'sharing.log',
      'sharing.log.1',
      'sharing.log.2',
      'sharing.log.3',
    ]);
    expect(statSync(log).size).toBe(0);
    expect([1, 2, 3].map((number) => readFileSync(`${log}.${number}`, 'utf8')[0])).toEqual(['e', 'd', 'c']);
  });

  it('is written on by the process that has it open, from its beginning', async () => {
    const target = openSync(log, 'a');
    const script = `process.stdout.write('x'.repeat(2000)); process.stdin.once('data', () => { console.log('next'); process.exit(); });`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', target, target] });
    await eventually(() => expect(statSync(log).size).toBe(2_000));
    rotateLogs(directory, limits);
    child.stdin?.write('go on\n');
    await eventually(() => expect(readFileSync(log, 'utf8')).toBe('next\n'));
  });

  it('is shortened at the start already; one that is short, and what is no log, stays', () => {
    writeFileSync(log, Buffer.alloc(20_000_001));
    writeFileSync(join(directory, 'gateway.log'), 'short');
    writeFileSync(join(directory, 'notes.txt'), Buffer.alloc(20_000_001));
    keepLogsShort(directory, { say: () => undefined })();
    expect(readdirSync(directory).sort()).toEqual([
      'gateway.log',
      'notes.txt',
      'sharing.log',
      'sharing.log.1',
    ]);
  });

  it('that cannot be shortened is told, and the platform goes on', () => {
    const said: string[] = [];
    keepLogsShort(join(directory, 'missing'), { say: (text) => void said.push(text) })();
    expect(said).toEqual([expect.stringMatching(/^The logs could not be shortened: /)]);
  });
});
