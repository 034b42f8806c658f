import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE_SERVICES } from '../../local/services.js';
import { type Listener } from './chaos-checks.js';
import { rowsOf } from '../rows.js';
import { connectAsAdmin } from '../streams.js';
import type { TestPlatform } from '../test-platform.js';

/**
 * What a power cut may leave of JetStream's store, as it acknowledges before the disk has it: everything as it was some
 * time ago; the events as they were, but not how far their consumers had come; nothing at all.
 */
export const losses = ['is rolled back', 'is rolled back under its consumers', 'is wiped'] as const;
export type Loss = (typeof losses)[number];

const heldBackMs = 3_600_000;

/** A copy of the store as it is at this moment. @returns where it lies */
export function copyStore({ natsServer, natsStore }: TestPlatform): string {
  const copy = mkdtempSync(join(tmpdir(), 'gongxiang-store-'));
  natsServer.whileFrozen(() => cpSync(natsStore, copy, { recursive: true }));
  return copy;
}

/** Kills the server and brings its store into the state that a loss leaves. The server stays down. */
export async function loseStore(
  { natsServer, natsStore }: TestPlatform,
  loss: Loss,
  copy: string,
): Promise<void> {
  await natsServer.kill();
  if (loss === 'is rolled back under its consumers') {
    for (const messages of messagesIn(natsStore)) rmSync(messages.path, { recursive: true });
    for (const { path, from } of messagesIn(copy)) cpSync(path, join(natsStore, from), { recursive: true });
  } else {
    rmSync(natsStore, { recursive: true });
    if (loss === 'is rolled back') cpSync(copy, natsStore, { recursive: true });
  }
  rmSync(copy, { recursive: true });
}

/** The directories of messages, one for each stream; beside each lie those of its consumers. */
function messagesIn(store: string): { readonly path: string; readonly from: string }[] {
  return readdirSync(store, { recursive: true, encoding: 'utf8' })
    .filter((path) => /streams[/\\][^/\\]+[/\\]msgs$/.test(path))
    .map((from) => ({ path: join(store, from), from }));
}

/**
 * Makes what was told since then look as if it had been told earlier: so far back the store is rolled, without a wait
 * for it.
 */
export async function tellEarlier(platform: TestPlatform, since: Date, seconds: number): Promise<void> {
  for (const owner of DATABASE_SERVICES)
    await rowsOf(
      platform,
      `UPDATE ${owner}.outbox SET published_at = published_at - make_interval(secs => $2) WHERE published_at > $1`,
      [since, seconds],
    );
}

/** JetStream delivers nothing to anybody from now on: what is told is in its store alone. */
export async function holdBack(platform: TestPlatform, listeners: readonly Listener[]): Promise<void> {
  const until = new Date(Date.now() + heldBackMs).toISOString();
  await askEach(platform, listeners, JSON.stringify({ pause_until: until }));
}

/** It delivers again; whom it no longer knows it need not. */
export async function letGo(platform: TestPlatform, listeners: readonly Listener[]): Promise<void> {
  await askEach(platform, listeners, '');
}

async function askEach(
  platform: TestPlatform,
  listeners: readonly Listener[],
  request: string,
): Promise<void> {
  const nats = await connectAsAdmin(platform);
  try {
    for (const { owner, name } of listeners)
      await nats.request(`$JS.API.CONSUMER.PAUSE.evt_${owner}.${name}`, request);
  } finally {
    await nats.close();
  }
}

/** Everything that was recorded has been acknowledged by JetStream. */
export async function isAllTold(platform: TestPlatform): Promise<boolean> {
  const rows = await rowsOf<{ left: number }>(
    platform,
    DATABASE_SERVICES.map(
      (owner) => `SELECT count(*)::int AS left FROM ${owner}.outbox WHERE published_at IS NULL`,
    ).join(' UNION ALL '),
  );
  return rows.every(({ left }) => left === 0);
}
