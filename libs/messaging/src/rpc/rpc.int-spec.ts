import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { query } from '@gongxiang/contracts/core/contract';
import { newId } from '@gongxiang/domain';
import { continueTrace, type Metrics } from '@gongxiang/observability';
import { eventually } from '@gongxiang/testing';
import { AskRequest, AskView, benchContract, startBench } from '../fixture/bench.fixture.js';
import { METRICS } from '../service/index.js';

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench({ replicas: 2, maxConcurrency: 4 });
});
afterAll(() => bench.stop());

const tenMinutesMs = 600_000;
const within = (ms: number) => ({ deadline: Date.now() + ms });

describe('a call', () => {
  it('brings a refusal back as what it is, with its parameters and pointers', async () => {
    await expect(bench.ask(benchContract.ask, { how: 'refuse' }, null)).rejects.toMatchObject({
      name: 'DomainError',
      code: 'SEATS_FULL',
      params: { seats: 3 },
      errors: [{ pointer: '/seat', code: 'SEATS_FULL', params: { max: 3 } }],
      retryAfterSeconds: null,
    });
  });

  it('tells nothing of a mistake but that there was one', async () => {
    const failing = bench.ask(benchContract.ask, { how: 'fail' }, null);
    const error: unknown = await failing.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'INTERNAL', params: {}, errors: [] });
    expect(JSON.stringify(error)).not.toContain('business');
  });

  it('is validated by the service too, and told which field is wrong', async () => {
    const request = { how: '', parts: [{ name: 'ok' }, { name: 'too long' }] };
    await expect(bench.ask(benchContract.ask, request, null)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [
        { pointer: '/how', code: 'TEXT_LENGTH' },
        { pointer: '/parts/1/name', code: 'TEXT_LENGTH' },
      ],
    });
  });

  it('may carry fields that this version of the service does not know', async () => {
    const request = { how: 'now', parts: [{ name: 'a', later: 1 }], tomorrow: true };
    expect(await bench.ask(benchContract.ask, request, null)).toMatchObject({ parts: ['a'] });
  });

  it('is UNAVAILABLE where nobody answers, long before its time has passed', async () => {
    const nobody = query('nobody.thing.ask', AskRequest, AskView);
    const asking = bench.ask(nobody, { how: 'now' }, null, within(tenMinutesMs)); // more than a test may take
    await expect(asking).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
  });

  it('tells the service how much time is left', async () => {
    const { leftMs } = await bench.ask(benchContract.ask, { how: 'now' }, null, within(tenMinutesMs));
    expect(leftMs).toBeGreaterThan(tenMinutesMs / 2);
    expect(leftMs).toBeLessThanOrEqual(tenMinutesMs);
  });

  it('is TIME_UP when its time has passed, whatever the service still does', async () => {
    const { gate } = bench.directions;
    const asking = bench.ask(benchContract.ask, { how: 'held' }, null, within(1_000));
    await expect(asking).rejects.toMatchObject({ code: 'TIME_UP' });
    await eventually(() => expect(gate.waiting).toBe(1));
    gate.open();
    const late = bench.ask(benchContract.ask, { how: 'now' }, null, within(-1));
    await expect(late).rejects.toMatchObject({ code: 'TIME_UP' });
  });

  it('is answered by one replica of several, and all of them answer', async () => {
    const answers: string[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      const some = [1, 2].map(() => bench.ask(benchContract.ask, { how: 'now' }, null));
      answers.push(...(await Promise.all(some)).map((view) => view.by));
    }
    expect(answers).toHaveLength(40);
    expect(new Set(answers).size).toBe(2);
  });

  it('changes a thing once, however many replicas there are', async () => {
    const ids = Array.from({ length: 3 }, () => newId());
    await Promise.all(
      ids.map((thingId) => bench.ask(benchContract.put, { thingId, version: 1, name: 'a' }, null)),
    );
    const rows: unknown[] = await bench.dataSource.query(
      'SELECT 1 FROM outbox WHERE envelope->>$1 = ANY($2::text[])',
      ['subject', ids],
    );
    expect(rows).toHaveLength(3);
  });

  it('is BUSY beyond what a replica works on at a time, at once, and is not afterwards', async () => {
    const { gate } = bench.directions;
    const refusals: string[] = [];
    const asking = Array.from({ length: 20 }, () =>
      bench
        .ask(benchContract.ask, { how: 'held' }, null)
        .catch((error: { code: string; retryAfterSeconds: number }) => {
          refusals.push(`${error.code} ${error.retryAfterSeconds}`);
        }),
    );
    // No call is handled while the gate is shut: a reply within that time is a refusal.
    await eventually(() => expect(gate.waiting + refusals.length).toBe(20));
    // Two replicas with four slots each; chance decides how the twenty are distributed.
    expect(gate.waiting).toBeGreaterThanOrEqual(4);
    expect(gate.waiting).toBeLessThanOrEqual(8);
    expect(refusals).toEqual(Array.from({ length: 20 - gate.waiting }, () => 'BUSY 1'));
    gate.open();
    const answered = (await Promise.all(asking)).filter((view) => view !== undefined);
    expect(answered).toHaveLength(20 - refusals.length);
    await bench.ask(benchContract.ask, { how: 'now' }, null);
  });
});

describe('the trace of a call', () => {
  it('stands in the statements of its handler', async () => {
    const traceparent = continueTrace(undefined);
    const { sql } = await bench.ask(benchContract.ask, { how: 'now' }, null, { traceparent });
    expect(sql).toContain(`/*traceparent='${traceparent}'*/`);
  });

  it('is not there for a traceless call, nor is its sender, its count or its time', async () => {
    const traceparent = continueTrace(undefined);
    for (let turn = 0; turn < 10; turn += 1) {
      const call = { traceparent, from: '10.1.2.3' };
      const view = await bench.ask(benchContract.askQuietly, { how: 'now' }, null, call);
      expect(view).toMatchObject({ sql: 'SELECT current_query() AS sql', from: '' });
    }
    const text = await bench.app.get<Metrics>(METRICS).registry.metrics();
    expect(text).toContain('subject="bench.thing.ask"');
    expect(text).not.toContain('quietly');
  });
});

describe('metrics', () => {
  it('count requests by subject and code, and time them', async () => {
    for (let turn = 0; turn < 10; turn += 1) await bench.ask(benchContract.ask, { how: 'now' }, null);
    await eventually(async () => {
      const text = await bench.app.get<Metrics>(METRICS).registry.metrics();
      expect(text).toMatch(
        /gongxiang_requests_total\{subject="bench.thing.ask",code="OK",service="bench"\} \d+/,
      );
      expect(text).toMatch(/gongxiang_request_duration_seconds_count\{.*subject="bench.thing.ask"\} \d+/);
      expect(text).toMatch(/gongxiang_requests_in_flight\{service="bench"\} 0/);
    });
  });
});
