import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { connect, createInbox, type NatsConnection } from '@nats-io/transport-node';
import type { Progress } from './progress.js';
import { type Content, CopyProgress, megabytes, Meter, writeHashed } from './tree-copy.js';

/** Of a stream, as JetStream tells it and wants it back. */
interface StreamSnapshot {
  readonly config: object;
  readonly state: { readonly bytes: number };
}

interface Refusable {
  readonly error?: { readonly description?: string };
}

const answerWithinMs = 20_000;
const restoredWithinMs = 600_000;
const chunkBytes = 128 * 1024;
const done = 204;

/**
 * Copies the files that NATS keeps, by JetStream's own snapshots, each as it is at one moment. Events are left out: the
 * database has them, and a stream that is ahead of its database would tell what never happened.
 *
 * @param natsUrl the administrator's
 * @returns what was written, by its name in `target`
 */
export async function backUpFiles(
  natsUrl: string,
  target: string,
  progress: Progress,
): Promise<{ readonly version: string; readonly files: Record<string, Content> }> {
  return withNats(natsUrl, async (nats) => {
    const files: Record<string, Content> = {};
    for (const stream of await streamsOf(nats)) {
      const taken = await takeSnapshot(nats, stream, join(target, `${stream}.snapshot`), progress);
      files[`${stream}.snapshot`] = taken.content;
      const description = `${JSON.stringify(taken.snapshot, null, 1)}\n`;
      files[`${stream}.json`] = writeHashed(join(target, `${stream}.json`), description);
      progress.say(`NATS: ${stream}, ${megabytes(taken.content.size)} MB`);
    }
    return { version: nats.info?.version ?? 'unknown', files };
  });
}

/**
 * Puts a snapshot into a server that does not have the stream.
 *
 * @param description the text of the stream's `.json`
 */
export async function putBack(
  natsUrl: string,
  stream: string,
  description: string,
  snapshotFile: string,
): Promise<void> {
  await withNats(natsUrl, async (nats) => {
    const { config, state } = JSON.parse(description) as StreamSnapshot;
    const begun = await ask<{ deliver_subject: string }>(nats, `STREAM.RESTORE.${stream}`, { config, state });
    const file = await open(snapshotFile);
    for await (const chunk of file.createReadStream({ highWaterMark: chunkBytes })) {
      const reply = await nats.request(begun.deliver_subject, chunk as Buffer, { timeout: answerWithinMs });
      if (reply.data.length > 0) refuse(reply.json<Refusable>(), stream);
    }
    const end = await nats.request(begun.deliver_subject, '', { timeout: restoredWithinMs });
    refuse(end.json<Refusable>(), stream);
  });
}

async function streamsOf(nats: NatsConnection): Promise<readonly string[]> {
  const { streams } = await ask<{ streams: readonly string[] | null }>(nats, 'STREAM.NAMES', {
    subject: '$O.>',
  });
  return streams ?? [];
}

async function takeSnapshot(
  nats: NatsConnection,
  stream: string,
  path: string,
  progress: Progress,
): Promise<{ readonly snapshot: StreamSnapshot; readonly content: Content }> {
  const inbox = createInbox();
  const chunks = nats.subscribe(inbox);
  const { config, state } = await ask<StreamSnapshot>(nats, `STREAM.SNAPSHOT.${stream}`, {
    deliver_subject: inbox,
    no_consumers: true,
    chunk_size: chunkBytes,
  });
  const told = new CopyProgress(`NATS: ${stream}`, state.bytes, progress);
  const meter = new Meter();
  const read = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (chunk.data.length === 0) {
        if (chunk.headers !== undefined && chunk.headers.code !== done) {
          throw new Error(
            `NATS broke off the copy of ${stream} (${chunk.headers.description}): take it again.`,
          );
        }
        return;
      }
      told.add(chunk.data.length);
      yield chunk.data;
      // It sends no more than what fits between us until we say so.
      chunk.respond();
    }
    throw new Error(`NATS went away during the copy of ${stream}: take the backup again.`);
  };
  await pipeline(meter.pass(read()), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return { snapshot: { config, state }, content: meter.content() };
}

async function ask<T>(nats: NatsConnection, call: string, request: object): Promise<T> {
  const reply = await nats.request(`$JS.API.${call}`, JSON.stringify(request), { timeout: answerWithinMs });
  const answer = reply.json<T & Refusable>();
  refuse(answer, call);
  return answer;
}

function refuse(answer: Refusable, what: string): void {
  if (answer.error !== undefined) {
    throw new Error(`NATS refuses ${what}: ${answer.error.description ?? 'it does not say why'}.`);
  }
}

/** A connection that is not made again: what was begun on it would be lost, and must fail instead of waiting. */
async function withNats<T>(natsUrl: string, use: (nats: NatsConnection) => Promise<T>): Promise<T> {
  const { hostname, port, username, password } = new URL(natsUrl);
  const [user, pass] = [username, password].map(decodeURIComponent);
  const nats = await connect({
    servers: `${hostname}:${port || '4222'}`,
    reconnect: false,
    ...(user ? { user, pass } : {}),
  });
  try {
    return await use(nats);
  } finally {
    await nats.close();
  }
}
