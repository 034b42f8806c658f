// Greedy callers, each on a connection of its own: each asks for what computes for long, again and again, and when it is
// told to come back later, comes back then. What to do stands in LOAD as JSON; it goes on until its input ends, and then prints how
// many requests were answered with which status.
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const { gatewayUrl, tokens, callers } = JSON.parse(process.env.LOAD ?? '{}');
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
const greed = [
  ['/previews/netting', { mode: 'fewest', hub: null, debts: debts.filter(({ from, to }) => from !== to) }],
  ['/previews/split', { total: fen(100_000), parties, rule: { kind: 'tiers', tiers } }],
  ['/previews/weights', { method: 'critic', rows, directions: range(5).map(() => 'max') }],
].map(([path, body]) => [path, JSON.stringify(body)]);

function ask(token, [path, body]) {
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${gatewayUrl}/api/v1${path}`, { method: 'POST', headers, agent });
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
    const until = Date.now() + afterSeconds * 1_000;
    while (!isOver && Date.now() < until) await delay(100);
  }
}

process.stdin.resume().once('end', () => (isOver = true));
await Promise.all(range(callers).map(caller));
process.stdout.write(JSON.stringify(counts));
process.exit();
