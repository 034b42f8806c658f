import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import type { EventContract } from '@gongxiang/contracts/core/contract';
import { DomainError, newId } from '@gongxiang/domain';
import { continueTrace, currentTraceparent, traceIdOf } from '@gongxiang/observability';
import { eventually } from '@gongxiang/testing';
import { haveEffect, Note, noteMade } from '../fixture/bench.fixture.js';
import { type BenchTools, startTools } from '../fixture/tools.fixture.js';
import { consumerPlan } from '../provision/index.js';
import {
  type BoundEvent,
  ConsumerLoop,
  type Envelope,
  listDeadLetters,
  tidyInbox,
  Unprocessable,
} from './index.js';

let tools: BenchTools;
const loops: ConsumerLoop[] = [];
let provided: Promise<void> = Promise.resolve();
const backoffMs = [5, 10];
const leftMs = 50;

beforeAll(async () => {
  tools = await startTools();
  await tools.provide();
});
afterAll(() => tools.stop());

afterEach(async () => {
  await provided;
  await Promise.all(loops.splice(0).map((loop) => loop.stop()));
  await tools.dataSource.query('DELETE FROM dead_letter');
  const { streams, consumers } = await jetstreamManager(tools.nats);
  for await (const one of consumers.list('evt_other')) await consumers.delete('evt_other', one.name);
  await streams.purge('evt_other');
});

type Handle = (note: Note, tries: number) => Promise<void>;

/** Starts a consumer as the deployment provisions it; its handler has an effect and then behaves as the test says. */
function listen(
  consumer: string,
  handle: Handle = async () => undefined,
  contracts = [noteMade],
  change: (tx: Parameters<typeof haveEffect>[0], note: Note) => void = () => undefined,
): ConsumerLoop {
  const tries = new Map<string, number>();
  const bound = contracts.map((contract) => ({
    consumer,
    contract: contract as EventContract<unknown>,
    rowOf: (data: unknown) => (data as Note).id,
    handle: async (tx: Parameters<typeof haveEffect>[0], data: unknown) => {
      const note = data as Note;
      tries.set(note.id, (tries.get(note.id) ?? 0) + 1);
      await haveEffect(tx, note.id);
      change(tx, note);
      await handle(note, tries.get(note.id) ?? 0);
    },
  }));
  provide(consumer, contracts);
  return start(consumer, bound);
}

/** Provisions the consumer of the newest version, whichever replicas still run. */
function provide(consumer: string, contracts: readonly { readonly subject: string }[]): void {
  const subjects = contracts.map(({ subject }) => subject);
  provided = provided.then(() => tools.provide(consumerPlan(consumer, 'bench', subjects)));
}

function start(consumer: string, bound: readonly BoundEvent[]): ConsumerLoop {
  const loop = new ConsumerLoop(consumer, bound, tools, backoffMs, leftMs);
  loops.push(loop);
  loop.start();
  return loop;
}

function envelopeOf(data: unknown, more: Partial<Envelope> = {}): Envelope {
  return {
    specversion: '1.0',
    id: newId(),
    source: 'gongxiang/other',
    type: 'other.note.made.v1',
    subject: newId(),
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    traceparent: continueTrace(undefined),
    actor: null,
    data,
    ...more,
  };
}

async function publishNote(
  data: unknown = { id: newId(), mood: 'fine' },
  more: Partial<Envelope> = {},
): Promise<Envelope> {
  const envelope = envelopeOf(data, more);
  await tools.publish(noteMade.subject, envelope);
  return envelope;
}

async function effectOf(envelope: Envelope): Promise<{ count: number; trace: string | null } | undefined> {
  const { id } = envelope.data as Note;
  const rows: { count: number; trace: string | null }[] = await tools.dataSource.query(
    'SELECT count, trace FROM effect WHERE id = $1',
    [id],
  );
  return rows[0];
}

const handled = (envelope: Envelope) =>
  eventually(async () => expect((await effectOf(envelope))?.count).toBe(1));
const letters = () => listDeadLetters(tools.dataSource);
const linesAbout = (part: string) => tools.lines.filter((line) => line.includes(part));

const cutWithinMs = 10_000;

/** How many connections the service may have to the suite's own database; -1 for no limit. */
async function limitConnections(max: number): Promise<void> {
  const [{ name }] = (await tools.admin.query('SELECT current_database() AS name')) as [{ name: string }];
  await tools.admin.query(`ALTER DATABASE ${name} CONNECTION LIMIT ${max}`);
}

describe('a consumer', () => {
  it('has the effect of an event once, though it is delivered twice', async () => {
    const envelope = await publishNote();
    await tools.publish(noteMade.subject, envelope);
    listen('twice');
    await handled(envelope);
    await eventually(() => expect(linesAbout(envelope.id).join()).toContain('duplicate'));
    expect((await effectOf(envelope))?.count).toBe(1);
  });

  it('shares its events with its replicas, each handled once', async () => {
    listen('shared');
    listen('shared');
    const published = await Promise.all(Array.from({ length: 40 }, () => publishNote()));
    for (const envelope of published) await handled(envelope);
  });

  it('hears what was told before it first came', async () => {
    const early = await publishNote();
    listen('latecomer');
    await handled(early);
  });

  it('logs and queries under the trace of the call that caused the event', async () => {
    let within: string | null = null;
    listen('traced', async () => void (within = currentTraceparent()));
    const envelope = await publishNote();
    await handled(envelope);
    expect(within).toBe(envelope.traceparent);
    expect((await effectOf(envelope))?.trace).toBe(envelope.traceparent);
    await eventually(() => {
      const line = JSON.parse(linesAbout(envelope.id)[0] ?? '{}') as Record<string, unknown>;
      expect(line).toMatchObject({ verdict: 'handled', traceId: traceIdOf(envelope.traceparent) });
    });
  });

  it('tries again after a failure, with no trace of the failed try', async () => {
    listen('second-try', async (_note, tries) => {
      if (tries < 3) throw new Error('not yet');
    });
    const envelope = await publishNote();
    await handled(envelope);
    expect(await letters()).toEqual([]);
  });

  it('makes an event that failed eight times a dead letter, and goes on with the next', async () => {
    let tries = 0;
    listen('eight', async (note) => {
      if (note.mood !== 'bad') return;
      tries += 1;
      throw new Error('never');
    });
    const bad = await publishNote({ id: newId(), mood: 'bad' });
    const good = await publishNote();
    await handled(good);
    const [letter] = await eventually(async () => {
      const found = await letters();
      expect(found).toHaveLength(1);
      return found;
    });
    expect(letter).toMatchObject({
      consumer: 'eight',
      messageId: bad.id,
      subject: noteMade.subject,
      reason: 'Error: never',
    });
    expect(await effectOf(bad)).toBeUndefined();
    // Once more if it was tried in a batch with the other one, which counts as nobody's failure.
    expect([8, 9]).toContain(tries);
  });

  it('waits for a copy that is on its way for longer than it tries what fails, and goes on with the next', async () => {
    listen('pending', async (note, tries) => {
      if (note.mood === 'early' && tries <= 20)
        throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
    });
    const early = await publishNote({ id: newId(), mood: 'early' });
    await handled(await publishNote());
    await handled(early);
    expect(await letters()).toEqual([]);
    expect(linesAbout('an event waits for what is on its way').length).toBeGreaterThan(10);
  });

  it('handles with one commit what has come by then, each under its own trace', async () => {
    const published = await Promise.all(Array.from({ length: 40 }, () => publishNote()));
    listen('together');
    for (const envelope of published) await handled(envelope);
    const ids = published.map(({ data }) => (data as Note).id);
    const rows: { commit: string; trace: string }[] = await tools.dataSource.query(
      'SELECT xmin::text AS commit, trace FROM effect WHERE id = ANY($1)',
      [ids],
    );
    expect(new Set(rows.map(({ commit }) => commit)).size).toBeLessThan(20);
    expect(rows.map(({ trace }) => trace).sort()).toEqual(
      published.map(({ traceparent }) => traceparent).sort(),
    );
  });

  it('leaves in the audit trail what each event of a list changed, under its trace', async () => {
    const published = await Promise.all(Array.from({ length: 5 }, () => publishNote()));
    listen(
      'audited',
      async () => undefined,
      undefined,
      (tx, { id }) => tx.audit({ noun: 'note', id }),
    );
    for (const envelope of published) await handled(envelope);
    const ids = published.map(({ data }) => (data as Note).id);
    const rows: { action: string; trace: string }[] = await tools.dataSource.query(
      'SELECT action, trace_id AS trace FROM audit_record WHERE subject_id = ANY($1)',
      [ids],
    );
    expect(rows.map(({ trace }) => trace).sort()).toEqual(
      published.map(({ traceparent }) => traceIdOf(traceparent)).sort(),
    );
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set([`${noteMade.subject}.heard`]));
  });

  it('gives the others of a list their effect where one fails, each once', async () => {
    const moods = Array.from({ length: 30 }, (_one, index) => (index === 20 ? 'hopeless' : 'fine'));
    const published = await Promise.all(moods.map((mood) => publishNote({ id: newId(), mood })));
    // A second delivery within the batch.
    await tools.publish(noteMade.subject, published[3]);
    listen('one-fails', async (note) => {
      if (note.mood === 'hopeless') throw new Unprocessable('it cannot be');
    });
    const bad = published[20] as Envelope;
    for (const envelope of published) if (envelope !== bad) await handled(envelope);
    await eventually(async () => {
      const found = await letters();
      expect(found.map(({ messageId }) => messageId)).toEqual([bad.id]);
    });
    expect(await effectOf(bad)).toBeUndefined();
  });

  it('gives the others of a list their effect where a statement that one of them has sent fails', async () => {
    const moods = Array.from({ length: 30 }, (_one, index) => (index === 20 ? 'bad' : 'fine'));
    const published = await Promise.all(moods.map((mood) => publishNote({ id: newId(), mood })));
    listen(
      'one-sends-wrong',
      async () => undefined,
      undefined,
      (tx, { mood }) => {
        if (mood === 'bad') tx.send(tx.sql.query('SELECT 1 / 0'));
      },
    );
    const bad = published[20] as Envelope;
    for (const envelope of published) if (envelope !== bad) await handled(envelope);
    const found = await eventually(async () => {
      const list = await letters();
      expect(list).toHaveLength(1);
      return list;
    });
    expect(found[0]).toMatchObject({ messageId: bad.id, reason: 'QueryFailedError: division by zero' });
    expect(await effectOf(bad)).toBeUndefined();
  });

  it.each([
    ['its handler says so', { id: newId(), mood: 'hopeless' }, {}, 'it cannot be'],
    ['its data does not fit the contract', { id: 'no uuid', mood: 'x' }, {}, '/id UUID_EXPECTED'],
    ['it has no data', null, {}, 'OBJECT_EXPECTED'],
    ['its id is none', { id: newId(), mood: 'fine' }, { id: 'no uuid' }, 'no id'],
  ])('makes an event a dead letter at once where %s', async (_why, data, more, reason) => {
    let tries = 0;
    listen('at-once', async (note) => {
      tries += 1;
      if (note.mood === 'hopeless') throw new Unprocessable('it cannot be');
    });
    await publishNote(data, more);
    const found = await eventually(async () => {
      const list = await letters();
      expect(list).toHaveLength(1);
      return list;
    });
    expect(found[0]?.reason).toContain(reason);
    expect(tries).toBeLessThanOrEqual(1);
  });

  it.each(['no json', 'null', '5', '"text"'])('buries the message %s and goes on', async (body) => {
    listen('garbage');
    await tools.publish(noteMade.subject, body);
    const good = await publishNote();
    await handled(good);
    expect((await letters()).map((one) => one.reason)).toEqual(['the envelope is not a JSON object']);
  });

  it('hears a further event after an upgrade that listens to it', async () => {
    const later = { ...noteMade, subject: 'evt.other.note.erased.v1' };
    const before = listen('upgraded');
    const first = await publishNote();
    await handled(first);
    await before.stop();
    listen('upgraded', undefined, [noteMade, later]);
    await provided;
    const second = envelopeOf({ id: newId(), mood: 'fine' });
    await tools.publish(later.subject, second);
    await handled(second);
  });

  it('leaves an event that its version does not know to a copy of a newer one, however often it comes', async () => {
    const later = { ...noteMade, subject: 'evt.other.note.sung.v1' };
    listen('rolling');
    const first = await publishNote();
    await handled(first);
    // The deployment has provisioned the newer version, of which no replica runs yet.
    provide('rolling', [noteMade, later]);
    await provided;
    const sung = envelopeOf({ id: newId(), mood: 'fine' });
    await tools.publish(later.subject, sung);
    await eventually(() => expect(linesAbout('left to a newer version').length).toBeGreaterThan(2));
    const next = await publishNote();
    await handled(next);
    expect(await effectOf(sung)).toBeUndefined();
    listen('rolling', undefined, [noteMade, later]);
    await handled(sung);
  });

  it('acknowledges an event that no version wants any more', async () => {
    const former = { ...noteMade, subject: 'evt.other.note.lost.v1' };
    const before = listen('narrowed', () => Promise.reject(new Error('not yet')), [noteMade, former]);
    await tools.publish(former.subject, envelopeOf({ id: newId(), mood: 'fine' }));
    await eventually(() => expect(linesAbout('"narrowed"').join()).toContain('not yet'));
    await before.stop();
    const loop = listen('narrowed');
    await provided;
    await handled(await publishNote());
    await eventually(async () => {
      await loop.measure();
      const text = await tools.metrics.registry.metrics();
      expect(text).toMatch(/gongxiang_consumer_pending\{consumer="narrowed",service="bench"\} 0/);
    });
  });

  it('tells how many events wait', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const loop = listen('counted', () => gate);
    const published = await Promise.all([publishNote(), publishNote(), publishNote()]);
    await eventually(async () => {
      await loop.measure();
      const text = await tools.metrics.registry.metrics();
      expect(text).toMatch(/gongxiang_consumer_pending\{consumer="counted",service="bench"\} 3/);
    });
    open();
    for (const one of published) await handled(one);
  });

  it('waits while its database is away, without counting a try, and goes on after', async () => {
    let tries = 0;
    listen('outage', async () => void (tries += 1));
    const before = await publishNote();
    await handled(before);
    // The service is locked out as by a server restart: no new connection, and the old ones are cut. Locking its role
    // instead would affect other suites: roles belong to the server.
    await limitConnections(0);
    await tools.admin.query(
      `SELECT pg_terminate_backend(pid, ${cutWithinMs}) FROM pg_stat_activity
       WHERE usename = 'bench' AND datname = current_database()`,
    );
    const during = await publishNote();
    const next = await publishNote();
    await eventually(() => expect(linesAbout('an event waits for the database').length).toBeGreaterThan(2));
    await limitConnections(-1);
    await handled(during);
    await handled(next);
    expect(tries).toBe(3);
    expect(tools.lines.join('\n')).not.toContain(`"eventId":"${during.id}","tries"`);
    expect(await letters()).toEqual([]);
  });
});

describe('the inbox', () => {
  it('forgets an event once no stream can deliver it again', async () => {
    const count = async (): Promise<number> =>
      ((await tools.dataSource.query('SELECT count(*)::int AS n FROM inbox')) as [{ n: number }])[0].n;
    const days = (n: number): Date => new Date(tools.clock.now().getTime() + n * 24 * 3_600_000);
    expect(await count()).toBeGreaterThan(0);
    await tidyInbox(tools.dataSource, days(31));
    expect(await count()).toBeGreaterThan(0);
    await tidyInbox(tools.dataSource, new Date(days(31).getTime() + 1));
    expect(await count()).toBe(0);
  });
});
