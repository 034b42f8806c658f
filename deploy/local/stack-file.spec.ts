import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readProcessFile, readStackFile, writeJsonFile } from './stack-file.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-stack-file-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('the file of a running stack', () => {
  const stack = {
    gatewayUrl: 'http://127.0.0.1:3000',
    mailboxUrl: 'http://127.0.0.1:8025',
    postgresUrl: 'postgres://postgres:secret@127.0.0.1:15432/gongxiang',
    natsUrl: 'nats://admin:secret@127.0.0.1:14222',
    keysFromOutside: [],
    pids: { launcher: 10, gateway: 11 },
  };

  it('is read as it was written, and only by its owner', () => {
    const path = join(directory, 'stack.json');
    writeJsonFile(path, stack);
    writeJsonFile(path, { ...stack, pids: { launcher: 10, gateway: 12 } });
    expect(readStackFile(path)).toEqual({ ...stack, pids: { launcher: 10, gateway: 12 } });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is no stack when it is missing, cut off, or something else', () => {
    const path = join(directory, 'stack.json');
    expect(readStackFile(path)).toBeUndefined();
    writeFileSync(path, '{"gatewayUrl": "http');
    expect(readStackFile(path)).toBeUndefined();
    writeFileSync(path, '{"other": 1}');
    expect(readStackFile(path)).toBeUndefined();
  });
});

describe('the file of started processes', () => {
  it('leaves out what could lead to ending the wrong process', () => {
    const path = join(directory, 'processes.json');
    const good = { name: 'sharing', pid: 4_711, mark: 'services/sharing/dist/bundle/main.js' };
    const broken = [
      { name: 'init', pid: 1, mark: 'x' },
      { name: 'all', pid: -1, mark: 'x' },
      { name: 'any', pid: 5, mark: '' },
      null,
    ];
    writeFileSync(path, JSON.stringify([good, ...broken]));
    expect(readProcessFile(path)).toEqual([good]);
  });
});
