import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GzippedJson } from '@gongxiang/domain';
import { createLogger } from '@gongxiang/observability';
import { Answer, packAnswer } from '../rpc/answer.js';
import { spin, tasks } from './threads.fixture.js';
import { Threads } from './threads.js';

let threads: Threads;
beforeAll(() => {
  threads = new Threads(createLogger({ service: 'threads', level: 'error' }));
});
afterAll(() => threads.onApplicationShutdown());

const nobody = { person: 'p', deadline: Infinity };

/** How often the event loop of this process turns until the work is done. */
async function roundsDuring(work: () => Promise<unknown>): Promise<number> {
  let rounds = 0;
  let isDone = false;
  const next = () => {
    rounds += 1;
    if (!isDone) setImmediate(next);
  };
  setImmediate(next);
  await work();
  isDone = true;
  return rounds;
}

describe('threads', () => {
  it('answers other requests while it computes: the event loop keeps going round', async () => {
    await threads.run(tasks.spin, { ms: 1 }, nobody);
    const beside = await roundsDuring(() => threads.run(tasks.spin, { ms: 300 }, nobody));
    const blocked = await roundsDuring(async () => spin({ ms: 300 }));
    expect(blocked).toBeLessThan(5);
    expect(beside).toBeGreaterThan(100 * blocked);
  });

  it('gives an answer as the compressed JSON that the thread wrote, and that of a small task as it is', async () => {
    const written = await threads.answer(tasks.list, 3, nobody);
    expect(written).toBeInstanceOf(GzippedJson);
    const { head, content } = packAnswer({ body: written, existing: false, replayed: false });
    expect(head).toMatchObject({ isGzipped: true });
    expect(gunzipSync(content).toString()).toBe('["第0名","第1名","第2名"]');
    expect(new Answer(head, content).body).toEqual(['第0名', '第1名', '第2名']);
    expect(await threads.answer(tasks.list, 1, nobody)).toEqual(['第0名']);
  });

  it('tells a refusal as it was made, with code, pointer and values', async () => {
    await expect(threads.run(tasks.refuse, '/rows', nobody)).rejects.toMatchObject({
      code: 'TOO_MANY',
      params: { max: 3 },
      errors: [{ pointer: '/rows', code: 'TOO_MANY', params: { max: 3 } }],
      retryAfterSeconds: null,
    });
  });

  it('ends a task at its deadline, and the next one has a fresh thread', async () => {
    const impatient = { person: 'impatient', deadline: Date.now() + 700 };
    await expect(threads.run(tasks.spin, { ms: 60_000 }, impatient)).rejects.toMatchObject({
      code: 'TIME_UP',
    });
    expect(await threads.run(tasks.spin, { ms: 1 }, nobody)).toBeGreaterThan(0n);
  });

  it('charges a person for the processor that their work used, and not for what a busy machine lets them wait', async () => {
    const logger = createLogger({ service: 'threads', level: 'error' });
    const limits = { atOnce: 2, atOncePerPerson: 1, waitingPerPersonMax: 8, waitingMax: 20, budgetMs: 500 };
    const own = new Threads(logger, limits);
    const patient = { person: 'patient', deadline: Infinity };
    for (let count = 0; count < 4; count += 1) await own.run(tasks.rest, { ms: 300 }, patient);
    // On a busy machine a thread gets little of the processor, and works for longer until it has used what it may.
    let refused: unknown = null;
    for (let count = 0; count < 20 && refused === null; count += 1)
      refused = await own.run(tasks.spin, { ms: 500 }, patient).then(
        () => null,
        (error: unknown) => error,
      );
    expect(refused).toMatchObject({ code: 'BUSY' });
    await own.onApplicationShutdown();
  });

  it('refuses a task that takes too much memory, and lives on', async () => {
    await expect(threads.run(tasks.hoard, undefined, { ...nobody, person: 'hoarder' })).rejects.toMatchObject(
      {
        code: 'TASK_TOO_LARGE',
      },
    );
    expect(await threads.run(tasks.spin, { ms: 1 }, nobody)).toBeGreaterThan(0n);
  });
});
