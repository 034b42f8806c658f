// Greedy callers, each on a connection of its own: each asks for what computes for long, again and again, and when it is
// told to come back later, comes back then, or does not care. What to do is the first line of the input, as JSON; it goes on until the input ends,
// and then prints how many requests were answered with which status.
import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** Of what Linux weighs, where it weighs sessions against each other and not threads: this process began one of its own. */
const ownWeight = '/proc/self/autogroup';
// They are on machines of their own: what they compute is not to be taken from the platform.
setPriority(19);
if (existsSync(ownWeight)) writeFileSync(ownWeight, '19');

const input = createInterface({ input: process.stdin });
const said = await new Promise((resolve) => input.once('line', resolve));
const { gatewayUrl, tokens, callers, asks = [], isPatient } = JSON.parse(said);
const agent = new Agent({ keepAlive: true, maxSockets: callers });
const counts = {};
let isOver = false;

const fen = (amount) => ({ amount: String(amount), currency: 'CNY' });
const range = (count) => Array.from({ length: count }, (_, index) => index);
const parties = range(200).map((index) => ({ id: `P${index}` }));
const tiers = range(100).map((index) => ({
  upTo: index === 99 ? null : fen((index + 1) * 1_000),
  rule: { kind: 'equal' },
}));
const debts = range(60).map((index) => ({
  from: `P${index % 20}`,
  to: `P${(index + 1 + (index % 19)) % 20}`,
  amount: fen(1 + ((index * 7_919 * 104_729) % 999_983)),
}));
const rows = range(30).map((row) => range(5).map((column) => 1 + ((row * 31 + column * 17) % 97)));
const previews = [
  ['/previews/netting', { mode: 'fewest', hub: null, debts: debts.filter(({ from, to }) => from !== to) }],
  ['/previews/split', { total: fen(100_000), parties, rule: { kind: 'tiers', tiers } }],
  ['/previews/weights', { method: 'critic', rows, directions: range(5).map(() => 'max') }],
];
const greed = (asks.length > 0 ? asks : previews).map(([path, body]) => [
  path,
  body === undefined ? undefined : JSON.stringify(body),
]);

function ask(token, [path, body]) {
  const headers = {
    Authorization: `Bearer ${token}`,
    'Accept-Encoding': 'gzip',
    ...(body !== undefined && {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'Idempotency-Key': randomUUID(),
    }),
  };
  const method = body === undefined ? 'GET' : 'POST';
  return new Promise((resolve, reject) => {
    const sent = request(`${gatewayUrl}/api/v1${path}`, { method, headers, agent });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      answer.resume();
      answer.once('error', reject);
      answer.once('end', () => resolve([answer.statusCode, Number(answer.headers['retry-after'] ?? 0)]));
    });
    sent.end(body);
  });
}

async function caller(index) {
  for (let turn = index; !isOver; turn += 1) {
    // A connection may end just as it is used again.
    const asked = ask(tokens[index % tokens.length], greed[turn % greed.length]).catch(() => ['lost', 1]);
    const [status, afterSeconds] = await asked;
    counts[status] = (counts[status] ?? 0) + 1;
    const until = Date.now() + (isPatient ? afterSeconds * 1_000 : 0);
    do await delay(isPatient ? 100 : 5);
    while (!isOver && Date.now() < until);
  }
}

input.once('close', () => (isOver = true));
await Promise.all(range(callers).map(caller));
process.stdout.write(JSON.stringify(counts));
process.exit();
