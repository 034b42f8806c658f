import { describe, expect, it } from '@jest/globals';
import { partLoading } from './part-loading.js';

/** A load that the test ends by itself, one call after the other. */
function controlled() {
  const calls: PromiseWithResolvers<string>[] = [];
  const loading = partLoading(() => {
    const call = withResolvers<string>();
    calls.push(call);
    return call.promise;
  });
  return { calls, ...loading };
}

interface PromiseWithResolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolvers: Omit<PromiseWithResolvers<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    resolvers = { resolve, reject };
  });
  if (resolvers === undefined) throw new Error('a promise hands its resolvers out at once');
  return { promise, ...resolvers };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const offline = new Error('Failed to fetch dynamically imported module');

describe('a part that is loaded later', () => {
  it('is loaded once, however often it is asked for', async () => {
    const { calls, start, standing } = controlled();
    start();
    start();
    calls[0]?.resolve('form');
    await settle();
    start();
    expect(calls).toHaveLength(1);
    expect(standing()).toEqual({ state: 'here', part: 'form' });
  });

  it('tells who waits that it did not come, and comes at another try', async () => {
    const { calls, start, standing, subscribe } = controlled();
    const seen: string[] = [];
    subscribe(() => seen.push(standing().state));
    start();
    calls[0]?.reject(offline);
    await settle();
    start();
    calls[1]?.resolve('form');
    await settle();
    expect(seen).toEqual(['failed', 'waiting', 'here']);
  });

  it('keeps a failure to itself as long as nobody waits', async () => {
    const { calls, start, standing, subscribe } = controlled();
    const forget = subscribe(() => undefined);
    forget();
    start();
    calls[0]?.reject(offline);
    await settle();
    expect(standing()).toEqual({ state: 'waiting' });
    start();
    expect(calls).toHaveLength(2);
  });
});
