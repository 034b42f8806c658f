/*
 * Keeps the shell of the page, so that it opens where there is no network and says so. The shell is the page itself and
 * its hashed files: nothing of a person and nothing under /api is ever kept. A newer worker waits until no page of the
 * older one is open, so that no open page loses the files that it still has to load. It also shows what the platform
 * pushes, whether a page is open or not.
 */
const cachePrefix = 'gongxiang-shell-';
const cacheName = `${cachePrefix}1`;
const shellPage = '/';
const shellFiles = [shellPage, '/favicon.svg', '/manifest.webmanifest'];
/** Some versions of all chunks; beyond that the oldest go. */
const assetsMax = 300;

/**
 * What is done with a request: `asset` from the cache first, `page` from the network first, `file` likewise,
 * `network` is none of our business.
 */
function wayOf({ method, mode, url }, origin) {
  const { origin: requested, pathname } = new URL(url);
  if (method !== 'GET' || requested !== origin || /^\/api(\/|$)/.test(pathname)) return 'network';
  if (mode === 'navigate') return 'page';
  if (pathname.startsWith('/assets/')) return 'asset';
  return shellFiles.includes(pathname) ? 'file' : 'network';
}

/** Pages that are shared carry a head of their own, which must not stand for every page. */
const sharedPage = /^\/(public\/|activities\/[^/]+$)/;

function mayStandForAll(response) {
  const { pathname } = new URL(response.url);
  const isPage = (response.headers.get('Content-Type') ?? '').startsWith('text/html');
  return response.ok && isPage && !response.redirected && !sharedPage.test(pathname);
}

/** One of each is kept, and it is better than none, whatever language or encoding it was asked for in. */
const whateverVaries = { ignoreVary: true };

async function fromCacheFirst(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, whateverVaries);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    await asFarAsItGoes(cache.put(request, response.clone()));
    await asFarAsItGoes(forgetOldest(cache));
  }
  return response;
}

/** Where the browser gives no more room, nothing is kept: what the network delivered is shown all the same. */
async function asFarAsItGoes(keeping) {
  try {
    await keeping;
  } catch (error) {
    console.warn('The shell could not be kept.', error);
  }
}

/** A cache lists what it holds in the order in which it came. */
async function forgetOldest(cache) {
  const assets = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/assets/'));
  await Promise.all(assets.slice(0, Math.max(0, assets.length - assetsMax)).map((old) => cache.delete(old)));
}

async function fromNetworkFirst(request, key, mayKeep) {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (mayKeep(response)) await asFarAsItGoes(cache.put(key, response.clone()));
    return response;
  } catch (error) {
    const kept = await cache.match(key, whateverVaries);
    if (kept) return kept;
    throw error;
  }
}

/** What the first page had loaded before this worker was there. */
async function keep(paths) {
  const cache = await caches.open(cacheName);
  for (const path of paths.slice(0, assetsMax)) {
    const request = new Request(new URL(path, self.location.origin));
    if (wayOf(request, self.location.origin) === 'asset') await fromCacheFirst(request);
  }
  await forgetOldest(cache);
}

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shellFiles)));
});

self.addEventListener('activate', (event) => {
  const clean = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(cachePrefix) && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const way = wayOf(request, self.location.origin);
  if (way === 'asset') event.respondWith(fromCacheFirst(request));
  if (way === 'page') event.respondWith(fromNetworkFirst(request, shellPage, mayStandForAll));
  if (way === 'file') event.respondWith(fromNetworkFirst(request, request, ({ ok }) => ok));
});

self.addEventListener('message', (event) => {
  const { type, paths } = event.data ?? {};
  if (type === 'keep' && Array.isArray(paths)) event.waitUntil(keep(paths));
});

/** Where the inbox is: for a message that names no page of its own. */
const inbox = '/notices';

/** What is shown of a message. Browsers want something to be seen of each, also of one that cannot be read. */
function noticeOf(data) {
  try {
    const { heading, title, lines, link, tag, act } = data.json();
    const body = [title, ...lines].filter((line) => typeof line === 'string' && line !== '').join('\n');
    if (typeof heading !== 'string') throw new TypeError('a notice has a heading');
    return { heading, body, link, tag, act };
  } catch (error) {
    console.warn('A message could not be read.', error);
    return { heading: '有新消息', body: '', link: inbox, tag: undefined, act: null };
  }
}

async function showNotice(data) {
  const { heading, body, link, tag, act } = noticeOf(data);
  const about = typeof tag === 'string' ? { tag } : {};
  const toDo = typeof act?.text === 'string' ? { actions: [{ action: 'act', title: act.text }] } : {};
  await self.registration.showNotification(heading, {
    body,
    icon: '/icon-192.png',
    data: { link, actLink: act?.link },
    ...about,
    ...toDo,
  });
}

/** A page of this portal and nothing else, whatever the message says. */
function ourPage(link) {
  const { origin } = self.location;
  const page = new URL(typeof link === 'string' && link.startsWith('/') ? link : inbox, origin);
  return page.origin === origin ? page.href : new URL(inbox, origin).href;
}

/** In a window of the portal that is open, or else in a new one. */
async function openPage(page) {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open !== undefined && (await leadTo(open, page))) return;
  await self.clients.openWindow(page);
}

/** Did the window go there? One that this worker does not look after cannot be led. */
async function leadTo(open, page) {
  try {
    await open.focus();
    return (await open.navigate(page)) !== null;
  } catch (error) {
    console.warn('The open window could not be led to the notice.', error);
    return false;
  }
}

self.addEventListener('push', (event) => {
  event.waitUntil(showNotice(event.data));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { link, actLink } = event.notification.data ?? {};
  // What it opens asks once more before anything is done.
  event.waitUntil(openPage(ourPage(event.action === 'act' ? actLink : link)));
});
