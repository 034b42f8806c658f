import { afterEach, describe, expect, it, jest } from '@jest/globals';
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

afterEach(() => void jest.useRealTimers());

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

  it('is refused after one second where checks hang, however many', async () => {
    jest.useFakeTimers();
    const told = jest.fn();
    void checkHealth([up, hanging, { ...hanging, name: 'second' }]).then(told);
    await jest.advanceTimersByTimeAsync(999);
    expect(told).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(told).toHaveBeenCalledWith({
      ready: false,
      checks: { up: 'up', hanging: 'down', second: 'down' },
    });
  });
});
