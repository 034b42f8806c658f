import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { query } from '@gongxiang/contracts';
import { newId } from '@gongxiang/domain';
import { continueTrace, type Metrics } from '@gongxiang/observability';
import { AskRequest, AskView, benchContract, startBench } from '../fixture/bench.fixture.js';
import { METRICS } from '../service/index.js';

let bench: Awaited<ReturnType<typeof startBench>>;

beforeAll(async () => {
  bench = await startBench({ replicas: 2, maxConcurrency: 4 });
});
afterAll(() => bench.stop());

const within = (ms: number) => ({ deadline: Date.now() + ms });

async function timed(work: Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const startedAt = Date.now();
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  return { error, ms: Date.now() - startedAt };
}

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
    const { error } = await timed(bench.ask(benchContract.ask, { how: 'fail' }, null));
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

  it('is UNAVAILABLE at once where nobody answers', async () => {
    const nobody = query('nobody.thing.ask', AskRequest, AskView);
    const { error, ms } = await timed(bench.ask(nobody, { how: 'now' }, null));
    expect(error).toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
    expect(ms).toBeLessThan(500);
  });

  it('tells the service how much time is left', async () => {
    const { leftMs } = await bench.ask(benchContract.ask, { how: 'now' }, null, within(3_000));
    expect(leftMs).toBeGreaterThan(2_000);
    expect(leftMs).toBeLessThanOrEqual(3_000);
  });

  it('is TIME_UP when its time has passed, on both sides', async () => {
    const slow = { how: 'slow', waitMs: 400 };
    const { error, ms } = await timed(bench.ask(benchContract.ask, slow, null, within(150)));
    expect(error).toMatchObject({ code: 'TIME_UP', retryAfterSeconds: 1 });
    expect(ms).toBeLessThan(350);
    const late = await timed(bench.ask(benchContract.ask, { how: 'now' }, null, within(-1)));
    expect(late.error).toMatchObject({ code: 'TIME_UP' });
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
    const slow = { how: 'slow', waitMs: 500 };
    const startedAt = Date.now();
    const refusedAfterMs: number[] = [];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        bench.ask(benchContract.ask, slow, null).then(
          () => 'OK',
          (error: { code: string; retryAfterSeconds: number }) => {
            refusedAfterMs.push(Date.now() - startedAt);
            return `${error.code} ${error.retryAfterSeconds}`;
          },
        ),
      ),
    );
    // Two replicas with four places each; chance decides how the twenty are dealt.
    const answered = outcomes.filter((one) => one === 'OK').length;
    expect(answered).toBeGreaterThanOrEqual(4);
    expect(answered).toBeLessThanOrEqual(8);
    expect(outcomes.filter((one) => one === 'BUSY 1')).toHaveLength(20 - answered);
    expect(Math.max(...refusedAfterMs)).toBeLessThan(450);
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
    const text = await bench.app.get<Metrics>(METRICS).registry.metrics();
    expect(text).toMatch(
      /gongxiang_requests_total\{subject="bench.thing.ask",code="OK",service="bench"\} \d+/,
    );
    expect(text).toMatch(/gongxiang_request_duration_seconds_count\{.*subject="bench.thing.ask"\} \d+/);
    expect(text).toMatch(/gongxiang_requests_in_flight\{service="bench"\} 0/);
  });
});
