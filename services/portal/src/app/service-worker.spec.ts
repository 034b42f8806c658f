import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from '@jest/globals';

const source = readFileSync(new URL('../../public/sw.js', import.meta.url), 'utf8');
const origin = 'https://union.example';

type Handler = (event: object) => void;

/** A cache as the browser keeps it: in the order in which things came. */
class MemoryCache {
  readonly entries = new Map<string, Response>();
  match = async (key: Key): Promise<Response | undefined> => this.entries.get(addressOf(key))?.clone();
  put = async (key: Key, response: Response): Promise<void> => {
    if (isFull) throw new DOMException('no room', 'QuotaExceededError');
    this.entries.set(addressOf(key), response);
  };
  delete = async (key: Key): Promise<boolean> => this.entries.delete(addressOf(key));
  keys = async (): Promise<{ url: string }[]> => [...this.entries.keys()].map((url) => ({ url }));
  addAll = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) await this.put(path, await network(path));
  };
}
type Key = string | { readonly url: string };
const addressOf = (key: Key): string => new URL(typeof key === 'string' ? key : key.url, origin).href;

let stored: Map<string, MemoryCache>;
let handlers: Map<string, Handler>;
let isOffline: boolean;
let isFull: boolean;
let asked: string[];

/** The network of the test: pages are html, all else is script; `response.url` is what was asked for. */
async function network(key: Key): Promise<Response> {
  const url = addressOf(key);
  asked.push(new URL(url).pathname);
  if (isOffline) throw new TypeError('no network');
  const type = url.includes('/assets/') ? 'text/javascript' : 'text/html; charset=utf-8';
  const response = new Response(url, { headers: { 'Content-Type': type } });
  Object.defineProperty(response, 'url', { value: url });
  return response;
}

beforeEach(() => {
  stored = new Map();
  handlers = new Map();
  isOffline = false;
  isFull = false;
  asked = [];
  const caches = {
    open: async (name: string) => {
      const cache = stored.get(name) ?? new MemoryCache();
      stored.set(name, cache);
      return cache;
    },
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
  };
  const self = {
    location: { origin },
    clients: { claim: async () => undefined },
    addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
  };
  runInNewContext(source, { self, caches, fetch: network, Request, URL, Promise });
});

/** Lets the worker deal with a request; null where it leaves it to the browser. */
async function ask(path: string, init: { method?: string; mode?: string } = {}): Promise<string | null> {
  let answer: Promise<Response> | null = null;
  const request = { method: 'GET', mode: 'cors', url: addressOf(path), ...init };
  handlers.get('fetch')?.({
    request,
    respondWith: (response: Promise<Response>) => {
      answer = response;
    },
  });
  return answer === null ? null : (await (answer as Promise<Response>)).text();
}

async function tell(type: string, data?: object): Promise<void> {
  let work: Promise<unknown> = Promise.resolve();
  handlers.get(type)?.({ data, waitUntil: (promise: Promise<unknown>) => (work = promise) });
  await work;
}

describe('the service worker', () => {
  it.each([
    ['/api/v1/me', {}],
    ['/api/v1/me', { mode: 'navigate' }],
    ['/api', {}],
    ['/api/docs', { mode: 'navigate' }],
    ['/sign-in', { method: 'POST', mode: 'navigate' }],
    ['https://elsewhere.example/assets/a.js', {}],
    ['/robots.txt', {}],
  ])('leaves %s %j alone', async (path, init) => {
    expect(await ask(path, init)).toBeNull();
    expect([...stored.values()].flatMap((cache) => [...cache.entries.keys()])).toEqual([]);
  });

  it('asks for a hashed file once', async () => {
    await ask('/assets/a.js');
    await ask('/assets/a.js');
    expect(asked).toEqual(['/assets/a.js']);
  });

  it('asks for the page each time, and opens any page from what it kept where there is no network', async () => {
    await tell('install');
    expect(await ask('/activities', { mode: 'navigate' })).toBe(`${origin}/activities`);
    isOffline = true;
    expect(await ask('/my', { mode: 'navigate' })).toBe(`${origin}/activities`);
  });

  it.each(['/public/unions/1', '/public/activities/1', '/activities/1'])(
    'lets %s, with a head of its own, not stand for the others',
    async (path) => {
      await tell('install');
      await ask(path, { mode: 'navigate' });
      isOffline = true;
      expect(await ask('/my', { mode: 'navigate' })).toBe(`${origin}/`);
    },
  );

  it('shows what the network delivers where there is no room to keep it', async () => {
    await tell('install');
    isFull = true;
    expect(await ask('/assets/a.js')).toBe(`${origin}/assets/a.js`);
    expect(await ask('/activities', { mode: 'navigate' })).toBe(`${origin}/activities`);
    isOffline = true;
    expect(await ask('/my', { mode: 'navigate' })).toBe(`${origin}/`);
  });

  it('fails as the network does where nothing was kept', async () => {
    isOffline = true;
    await expect(ask('/my', { mode: 'navigate' })).rejects.toThrow('no network');
  });

  it('keeps what the page had loaded before it was there, and nothing else that it is told', async () => {
    await tell('message', {
      type: 'keep',
      paths: ['/assets/a.js', '/api/v1/me', '//elsewhere.example/assets/b.js'],
    });
    await tell('message', { type: 'other', paths: ['/assets/c.js'] });
    expect(asked).toEqual(['/assets/a.js']);
  });

  it('forgets the oldest files beyond its bound, and never the page', async () => {
    await tell('install');
    for (let file = 0; file < 302; file += 1) await ask(`/assets/${file}.js`);
    const kept = [...(stored.values().next().value?.entries.keys() ?? [])];
    expect(kept).toHaveLength(303); // 300 files, and the page with its two companions
    expect(kept).toContain(`${origin}/`);
    expect(kept).not.toContain(`${origin}/assets/1.js`);
    expect(kept).toContain(`${origin}/assets/2.js`);
  });

  it('removes the caches of older versions, and no other', async () => {
    stored.set('gongxiang-shell-0', new MemoryCache());
    stored.set('of-somebody-else', new MemoryCache());
    await tell('install');
    await tell('activate');
    expect([...stored.keys()].sort()).toEqual(['gongxiang-shell-1', 'of-somebody-else']);
  });
});
