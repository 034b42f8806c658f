// Many callers at once, each on a connection of its own that it keeps: they read, sign up and cancel, reckon, check in,
// send nonsense, and open and close streams of hints. What to do stands in LOAD as JSON; the last line printed says how
// long each request took and what answered otherwise than it should. A process of its own, so that its work is not the
// proof's, and its memory nobody's concern.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const { gatewayUrl, seconds, callers, officerToken, activityIds } = JSON.parse(process.env.LOAD ?? '{}');
const agent = new Agent({ keepAlive: true, maxSockets: callers.length });
const beganAt = performance.now();
const endsAt = beganAt + seconds * 1_000;
/** Start (ms since the beginning) and duration (ms) of each request that is answered at once. */
const timings = [];
const counts = {};
const strange = {};
let busy = 0;

function ask(method, path, { token, body, isStream = false } = {}) {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const headers = {
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(text === undefined
      ? {}
      : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
    ...(method === 'GET' ? {} : { 'Idempotency-Key': randomUUID() }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${gatewayUrl}/api/v1${path}`, {
      method,
      headers,
      agent: isStream ? undefined : agent,
    });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      if (isStream) return resolve({ status: answer.statusCode, answer, sent });
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({ status: answer.statusCode, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.end(text);
  });
}

/** Asks, and notes how long it took and whether the answer is one of those that may come. */
async function expecting(statuses, what, method, path, question) {
  const from = performance.now();
  const { status, text } = await ask(method, path, question);
  timings.push([Math.round(from - beganAt), Math.round((performance.now() - from) * 10) / 10]);
  counts[what] = (counts[what] ?? 0) + 1;
  // Too busy just now is a proper answer, if not a frequent one.
  if (status === 503) busy += 1;
  else if (!statuses.includes(status)) strange[`${what} ${status}`] = (strange[`${what} ${status}`] ?? 0) + 1;
  return status < 300 ? JSON.parse(text) : null;
}

async function signUpAndCancel({ token }, activityId) {
  const path = `/activities/${activityId}/registrations`;
  const made = await expecting([200, 201], 'sign up', 'POST', path, { token, body: {} });
  if (made !== null)
    await expecting([200], 'cancel', 'POST', `/registrations/${made.id}/cancel`, { token, body: {} });
}

async function checkIn({ token }, activityId) {
  const path = `/activities/${activityId}/registrations`;
  const made = await expecting([200, 201], 'sign up', 'POST', path, { token, body: {} });
  if (made === null) return;
  const items = [{ operationId: randomUUID(), registrationId: made.id, at: new Date().toISOString() }];
  const question = { token: officerToken, body: { items } };
  await expecting([200], 'check in', 'POST', `/activities/${activityId}/check-ins`, question);
}

/** The first line is the promise that hints are heard; then the reader walks away, properly or not. */
async function openStream({ token }) {
  const { status, answer, sent } = await ask('GET', '/events', { token, isStream: true });
  counts.stream = (counts.stream ?? 0) + 1;
  if (status !== 200) {
    strange[`stream ${status}`] = (strange[`stream ${status}`] ?? 0) + 1;
    sent.destroy();
    return;
  }
  answer.on('error', () => undefined);
  await new Promise((resolve) => answer.once('data', resolve).once('close', resolve));
  await delay(Math.random() * 300);
  if (Math.random() < 0.5) answer.destroy();
  else sent.socket?.resetAndDestroy();
}

const money = (fen) => ({ amount: String(fen), currency: 'CNY' });
const parties = ['a', 'b', 'c'].map((id, index) => ({ id, headcount: index + 1 }));
const split = { total: money(100_001), parties, rotation: 0, rule: { kind: 'headcount' } };

/** What callers do, and how often of a hundred times. */
const deeds = [
  [24, ({ token }) => expecting([200], 'list', 'GET', '/activities?limit=20', { token })],
  [16, ({ token }, id) => expecting([200], 'detail', 'GET', `/activities/${id}`, { token })],
  [10, ({ token }) => expecting([200], 'mine', 'GET', '/me/registrations', { token })],
  [8, ({ token }) => expecting([200], 'unions', 'GET', '/unions', { token })],
  [10, ({ token }) => expecting([200], 'preview', 'POST', '/previews/split', { token, body: split })],
  [12, signUpAndCancel],
  [5, (caller) => checkIn(caller, activityIds[0])],
  [5, ({ token }) => expecting([400], 'nonsense', 'POST', '/previews/split', { token, body: '{ "total": ' })],
  [
    5,
    ({ token }, id) =>
      expecting([400], 'foreign field', 'POST', `/activities/${id}/registrations`, { token, body: { x: 1 } }),
  ],
  [5, openStream],
];

async function act(caller) {
  while (performance.now() < endsAt) {
    let left = Math.random() * 100;
    const [, deed] = deeds.find(([weight]) => (left -= weight) < 0) ?? deeds[0];
    const activityId = activityIds[1 + Math.floor(Math.random() * (activityIds.length - 1))];
    await deed(caller, activityId);
  }
}

await Promise.all(callers.map((token) => act({ token })));
agent.destroy();
process.stdout.write(`${JSON.stringify({ timings, counts, strange, busy })}\n`);
