import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { enterTrace, isRecorded, openSpan, sendSpansTo } from './spans.js';
import { startTracing } from './tracing.js';

const sampled = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const logger = createLogger({ service: 'test', level: 'silent' });

afterEach(() => sendSpansTo(null));

describe('the export of spans', () => {
  it('does not begin without the address of a collector', async () => {
    const tracing = await startTracing('test', { otelTracesSamplerArg: 1 }, logger);
    expect(isRecorded(sampled)).toBe(false);
    await tracing.onApplicationShutdown();
  });

  it('ends within its time where nobody takes the spans that are left', async () => {
    // Nothing listens on port 9: the connection is refused at once.
    const config = { otelExporterOtlpEndpoint: 'http://127.0.0.1:9/', otelTracesSamplerArg: 1 };
    const tracing = await startTracing('test', config, logger);
    expect(isRecorded(sampled)).toBe(true);
    const span = openSpan(sampled, { name: 'work', kind: 'internal' });
    expect(span?.traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/);
    span?.end();
    await tracing.onApplicationShutdown();
    expect(isRecorded(sampled)).toBe(false);
  });

  it.each([
    ['none of the traces that begin here', 0, 0],
    ['all of them', 1, 200],
  ])('takes %s at a ratio of %d', async (_which, ratio, expected) => {
    const config = { otelExporterOtlpEndpoint: 'http://127.0.0.1:9', otelTracesSamplerArg: ratio };
    const tracing = await startTracing('test', config, logger);
    const entered = Array.from({ length: 200 }, () => enterTrace(undefined, { name: 'x', kind: 'server' }));
    expect(entered.filter(({ span }) => span !== null)).toHaveLength(expected);
    await tracing.onApplicationShutdown();
  });
});
