// The load of people who do not give up: whoever is not answered in time, or is told that a part is away, asks again with
// the same key, as phones do. A process of its own, like load.mjs, which is leaner; says `half` on a line when half have
// been answered, and on its last line everything else.
//   { url, connections, requests: [{ method, path, headers, body }] } in a file
import { readFileSync } from 'node:fs';
import { Client } from 'undici';
import { isCurable, pause } from '../proofs/chaos/chaos-wave.js';
import type { SignedUp } from './exactness.js';
import type { LoadRequest } from './subject.js';

export interface PatientReport {
  readonly seconds: number;
  /** Of the last answers, by status and state or code. */
  readonly counts: Readonly<Record<string, number>>;
  /** Of what people were told before, and asked again for: `network`, `503 UNAVAILABLE`. */
  readonly before: Readonly<Record<string, number>>;
  /** What people were told, of whoever signed up. */
  readonly told: readonly SignedUp[];
  /** The moments of those answers, in ms since the epoch, in their order. */
  readonly moments: readonly number[];
}

interface Given {
  readonly url: string;
  readonly connections: number;
  readonly requests: readonly LoadRequest[];
}

interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly state?: string; readonly code?: string };
}

/** How long a person waits at first, and at last: twice as long each time, as on a busy machine no answer may be late. */
const patienceMs = 1_500;
const patienceMaxMs = 12_000;
const pauseMs = 200;
const pauseMaxMs = 800;
const givesUpAfterMs = 120_000;

const { url, connections, requests } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Given;
const half = Math.floor(requests.length / 2);
const counts: Record<string, number> = {};
const before: Record<string, number> = {};
const told: SignedUp[] = [];
const moments: number[] = [];
let next = 0;
let answered = 0;

const add = (to: Record<string, number>, what: string): number => (to[what] = (to[what] ?? 0) + 1);

async function work(): Promise<void> {
  const client = new Client(url, { pipelining: 1, keepAliveTimeout: 60_000 });
  for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
    keep(await askUntilTold(client, request));
  }
  await client.destroy();
}

function keep({ status, body: { id = '', state = '', code = '' } }: Answer): void {
  add(counts, `${status} ${state}${code}`.trim());
  if (status < 300) {
    told.push({ id, state });
    moments.push(Date.now());
  }
  answered += 1;
  if (answered === half) process.stdout.write('half\n');
}

/** @throws Error for what no outage excuses, and for whoever is never answered */
async function askUntilTold(client: Client, request: LoadRequest): Promise<Answer> {
  const deadline = Date.now() + givesUpAfterMs;
  for (let tries = 0; ; tries += 1) {
    const answer = await attempt(client, request, Math.min(patienceMaxMs, patienceMs * 2 ** tries));
    const refusal = answer === null ? 'network' : `${answer.status} ${answer.body.code}`;
    if (answer !== null && answer.status < 500 && !isCurable(refusal)) return answer;
    if (!isCurable(refusal)) throw new Error(`a fault, which is no outage: ${refusal}`);
    if (Date.now() > deadline) throw new Error(`${request.path} was never answered: ${refusal}`);
    add(before, refusal);
    await pause(Math.min(pauseMaxMs, pauseMs * 2 ** tries) * (1 + Math.random()));
  }
}

/** @returns null where no whole answer came in time */
async function attempt(client: Client, request: LoadRequest, withinMs: number): Promise<Answer | null> {
  try {
    const signal = AbortSignal.timeout(withinMs);
    const { statusCode, body } = await client.request({ ...request, signal });
    return { status: statusCode, body: (await body.json()) as Answer['body'] };
  } catch {
    return null; // broken off, refused, or too late: the same to whoever asks
  }
}

const from = performance.now();
await Promise.all(Array.from({ length: connections }, work));
const seconds = (performance.now() - from) / 1_000;
const report: PatientReport = { seconds, counts, before, told, moments };
process.stdout.write(`${JSON.stringify(report)}\n`);
