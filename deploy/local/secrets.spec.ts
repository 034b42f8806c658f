import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import sodium from 'libsodium-wrappers';
import { loadSecrets, type Secrets } from './secrets.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-secrets-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe('secrets of a local stack', () => {
  it('are generated once, for every role and user, and only their owner may read them', () => {
    const path = join(directory, 'home', 'secrets.json');
    const first = loadSecrets(path);
    expect(loadSecrets(path)).toEqual(first);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    // Six services with two roles each.
    expect(Object.keys(first.databasePasswords)).toHaveLength(6 * 2);
    expect(Object.keys(first.natsPasswords).sort()).toEqual([
      'admin',
      'affairs',
      'evaluation',
      'gateway',
      'membership',
      'notification',
      'settlement',
      'sharing',
    ]);
    expect(Object.keys(first.rpcKeys)).toEqual([
      'membership',
      'sharing',
      'settlement',
      'evaluation',
      'notification',
      'affairs',
    ]);
    expect(Buffer.from(first.dataKey, 'base64')).toHaveLength(32);
    expect(Buffer.from(first.lookupKey, 'base64')).toHaveLength(32);
  });

  it('are all different, and fit into nats.conf: a letter first, then letters and digits', () => {
    const { natsPasswords, databasePasswords } = loadSecrets(join(directory, 'secrets.json'));
    const words = [...Object.values(natsPasswords), ...Object.values(databasePasswords)];
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => !/^[a-z][a-z0-9]{40,}$/.test(word))).toEqual([]);
  });

  it('keep what is there when a newer release asks for one more', () => {
    const path = join(directory, 'secrets.json');
    const { dataKey, rpcKeys } = loadSecrets(path);
    const older = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    delete older.lookupKey;
    writeFileSync(path, JSON.stringify(older));
    expect(loadSecrets(path).dataKey).toBe(dataKey);
    expect(Buffer.from(loadSecrets(path).lookupKey, 'base64')).toHaveLength(32);
    // Of a release without keys for requests, and of one with fewer services.
    delete older.rpcKeys;
    writeFileSync(path, JSON.stringify(older));
    const { rpcKeys: made } = loadSecrets(path);
    expect(new Set([...Object.values(made), ...Object.values(rpcKeys)]).size).toBe(2 * 6);
    expect(Object.values(made).map((key) => Buffer.from(key, 'base64').length)).toEqual([
      32, 32, 32, 32, 32, 32,
    ]);
    writeFileSync(path, JSON.stringify({ ...older, rpcKeys: { sharing: rpcKeys.sharing } }));
    const { rpcKeys: completed } = loadSecrets(path);
    expect(completed).toEqual(loadSecrets(path).rpcKeys);
    expect(completed.sharing).toBe(rpcKeys.sharing);
    expect(Object.keys(completed)).toHaveLength(6);
  });

  it('keep the key before, which a person has put there while it is changed', () => {
    const path = join(directory, 'secrets.json');
    const { dataKey } = loadSecrets(path);
    expect(readFileSync(path, 'utf8')).not.toContain('dataKeyPrevious');
    const next = randomBytes(32).toString('base64');
    writeFileSync(path, JSON.stringify({ ...loadSecrets(path), dataKey: next, dataKeyPrevious: dataKey }));
    expect(loadSecrets(path)).toMatchObject({ dataKey: next, dataKeyPrevious: dataKey });
    expect(loadSecrets(path)).toMatchObject({ dataKey: next, dataKeyPrevious: dataKey });
  });

  it('have a key that opens text messages, and of it what seals them, also after a person has changed it', async () => {
    const path = join(directory, 'secrets.json');
    await sodium.ready;
    const expectPair = ({ textKey, textPublicKey }: Pick<Secrets, 'textKey' | 'textPublicKey'>): void => {
      const { publicKey } = sodium.crypto_box_seed_keypair(Buffer.from(textKey, 'base64'));
      expect(textPublicKey).toBe(Buffer.from(publicKey).toString('base64'));
    };
    const first = loadSecrets(path);
    expectPair(first);
    const textKey = randomBytes(32).toString('base64');
    writeFileSync(path, JSON.stringify({ ...first, textKey }));
    const second = loadSecrets(path);
    expect(second.textKey).toBe(textKey);
    expectPair(second);
  });

  it('are never made anew over a file that cannot be read', () => {
    const path = join(directory, 'secrets.json');
    writeFileSync(path, '{ "dataKey": "abc');
    expect(() => loadSecrets(path)).toThrow(/is not JSON: mend it/);
    expect(readFileSync(path, 'utf8')).toBe('{ "dataKey": "abc');
  });
});
