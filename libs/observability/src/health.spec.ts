import { describe, expect, it } from '@jest/globals';
import { checkHealth } from './health.js';

const up = { name: 'up', check: async () => true };
const no = { name: 'no', check: async () => false };
const broken = { name: 'broken', check: () => Promise.reject(new Error('connection refused')) };
const hanging = { name: 'hanging', check: () => new Promise<boolean>(() => undefined) };
const thrown = {
  name: 'thrown',
  check: () => {
    throw new Error('not even a promise');
  },
};

describe('readiness', () => {
  it('is given when everything is there', async () => {
    expect(await checkHealth([up, { ...up, name: 'two' }])).toEqual({
      ready: true,
      checks: { up: 'up', two: 'up' },
    });
  });

  it.each([no, broken, thrown])('is refused by one check: $name', async (check) => {
    expect(await checkHealth([up, check])).toEqual({
      ready: false,
      checks: { up: 'up', [check.name]: 'down' },
    });
  });

  it('is refused within a second where a check hangs', async () => {
    const startedAt = performance.now();
    const report = await checkHealth([up, hanging, { ...hanging, name: 'second' }]);
    expect(report).toEqual({ ready: false, checks: { up: 'up', hanging: 'down', second: 'down' } });
    expect(performance.now() - startedAt).toBeLessThan(1_300);
  });
});
