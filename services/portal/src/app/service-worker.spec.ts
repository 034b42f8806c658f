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
let shown: Shown[];
let opened: string[];
let windows: OpenWindow[];

interface Shown {
  readonly heading: string;
  readonly body: string;
  readonly tag?: string;
  readonly icon: string;
  readonly data: { readonly link: unknown; readonly actLink?: unknown };
  readonly actions?: readonly { readonly action: string; readonly title: string }[];
}

/** A window of the portal; one that the worker does not look after refuses to be led. */
class OpenWindow {
  readonly went: string[] = [];

  constructor(private readonly isLedByWorker = true) {}

  focus = async (): Promise<void> => void this.went.push('focus');
  navigate = async (page: string): Promise<object> => {
    if (!this.isLedByWorker) throw new TypeError('not looked after');
    this.went.push(page);
    return {};
  };
}

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
  shown = [];
  opened = [];
  windows = [];
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
    clients: {
      claim: async () => undefined,
      matchAll: async () => windows,
      openWindow: async (page: string) => void opened.push(page),
    },
    registration: {
      showNotification: async (heading: string, options: Omit<Shown, 'heading'>) =>
        void shown.push({ heading, ...options }),
    },
    addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
  };
  runInNewContext(source, {
    self,
    caches,
    fetch: network,
    Request,
    URL,
    Promise,
    console: { warn: () => undefined },
  });
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

async function tell(type: string, data?: unknown, given: object = {}): Promise<void> {
  let work: Promise<unknown> = Promise.resolve();
  handlers.get(type)?.({ data, ...given, waitUntil: (promise: Promise<unknown>) => (work = promise) });
  await work;
}

/** Pushes a message, which the worker reads as it would the browser's. */
const push = (text: string): Promise<void> => tell('push', { json: () => JSON.parse(text) as unknown });

/** Taps what was shown; was it closed? */
async function tap(data: object, action = ''): Promise<boolean> {
  let isClosed = false;
  const close = (): void => void (isClosed = true);
  await tell('notificationclick', undefined, { action, notification: { data, close } });
  return isClosed;
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

describe('a message that is pushed', () => {
  const message = {
    heading: '您已递补到名额',
    title: '羽毛球友谊赛',
    lines: ['请在 18:00 前确认'],
    link: '/activities/1',
    tag: 'seat-1',
  };

  it('is shown with what it is about', async () => {
    await push(JSON.stringify(message));
    expect(shown).toEqual([
      {
        heading: '您已递补到名额',
        body: '羽毛球友谊赛\n请在 18:00 前确认',
        tag: 'seat-1',
        icon: '/icon-192.png',
        data: { link: '/activities/1' },
      },
    ]);
  });

  it('offers what there is to do, and opens where it is done', async () => {
    await push(JSON.stringify({ ...message, act: { text: '确认名额', link: '/acts/q3Zt' } }));
    expect(shown).toMatchObject([
      {
        actions: [{ action: 'act', title: '确认名额' }],
        data: { link: '/activities/1', actLink: '/acts/q3Zt' },
      },
    ]);
    const [{ data }] = shown as [Shown];
    await tap(data, 'act');
    await tap(data);
    expect(opened).toEqual([`${origin}/acts/q3Zt`, `${origin}/activities/1`]);
  });

  it('says only its heading where it is about nothing that has a name', async () => {
    await push(JSON.stringify({ ...message, title: null, lines: [] }));
    expect(shown).toMatchObject([{ heading: '您已递补到名额', body: '' }]);
  });

  it.each([['nonsense'], ['null'], ['{}'], ['{"title":"a","lines":[]}']])(
    'that cannot be read (%s) is shown all the same, and leads to the inbox',
    async (text) => {
      await push(text);
      expect(shown).toMatchObject([{ heading: '有新消息', body: '', data: { link: '/notices' } }]);
    },
  );

  it('that holds nothing at all is shown, too', async () => {
    await tell('push', null);
    expect(shown).toMatchObject([{ heading: '有新消息' }]);
  });

  it('opens its page in the window that is there', async () => {
    const there = new OpenWindow();
    windows = [there];
    expect(await tap({ link: '/activities/1?from=push#seat' })).toBe(true);
    expect(there.went).toEqual(['focus', `${origin}/activities/1?from=push#seat`]);
    expect(opened).toEqual([]);
  });

  it.each([
    ['there is none', []],
    ['it cannot be led', [new OpenWindow(false)]],
  ])('opens a window where %s', async (_why, there) => {
    windows = there;
    await tap({ link: '/activities/1' });
    expect(opened).toEqual([`${origin}/activities/1`]);
  });

  it.each([
    ['https://elsewhere.example/a'],
    ['//elsewhere.example/a'],
    ['/\\elsewhere.example/a'],
    ['/\t/elsewhere.example/a'],
    ['javascript:alert(1)'],
    [undefined],
    [7],
  ])('that leads to %j opens the inbox', async (link) => {
    await tap({ link: link });
    expect(opened).toEqual([`${origin}/notices`]);
  });

  it('that hides another place behind dots stays here', async () => {
    await tap({ link: '/.//elsewhere.example/a' });
    expect(opened).toEqual([`${origin}//elsewhere.example/a`]);
  });
});
