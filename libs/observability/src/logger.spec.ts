import { beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, NestLogger, redactedFields } from './logger.js';
import { continueTrace, runWithTrace, traceIdOf } from './trace.js';

const lines: string[] = [];
const destination = { write: (line: string) => void lines.push(line) };
const logger = createLogger({ service: 'shelf', level: 'debug', destination });

beforeEach(() => void (lines.length = 0));

const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;

describe('a log line', () => {
  it('says which service, when, and what', () => {
    logger.info({ code: 'OK' }, 'done');
    expect(last()).toMatchObject({ service: 'shelf', level: 30, code: 'OK', msg: 'done' });
    expect(Date.parse(String(last()['time']))).not.toBeNaN();
  });

  it.each(redactedFields)('never holds the value of %s, at any of three depths', (field) => {
    const secret = '张三的秘密';
    logger.info({ [field]: secret, one: { [field]: secret, two: { [field]: secret } } }, 'done');
    expect(lines.join()).not.toContain(secret);
    expect(last()).toMatchObject({ [field]: '[redacted]', one: { two: { [field]: '[redacted]' } } });
  });

  it('leaves out what it must not know and keeps the rest', () => {
    logger.info({ person: { phone: '13800000000', id: 'p1' }, residentNumber: '110101199003072316' }, 'done');
    expect(last()).toMatchObject({ person: { phone: '[redacted]', id: 'p1' }, residentNumber: '[redacted]' });
  });

  it('carries the trace that it was written under, and none outside any', () => {
    const traceparent = continueTrace(undefined);
    runWithTrace(traceparent, () => logger.info('within'));
    expect(last()['traceId']).toBe(traceIdOf(traceparent));
    logger.info('outside');
    expect(last()).not.toHaveProperty('traceId');
  });

  it('is written for Nest too: its chatter as debug, its errors with their stack', () => {
    const nest = new NestLogger(logger);
    nest.log('started', 'NestFactory');
    expect(last()).toMatchObject({ level: 20, context: 'NestFactory', msg: 'started' });
    nest.error(new Error('broken'), 'Injector');
    expect(last()).toMatchObject({
      level: 50,
      stack: expect.stringContaining('logger.spec'),
      msg: 'Error: broken',
    });
  });
});
