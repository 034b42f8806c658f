// Sends requests over so many connections, one after the other on each, and says on its last line how long it took and
// how each was answered. A process of its own: its work is the same for everybody who is measured, and as little as can be.
//   { urls, connections, requests: [{ method, path, headers, body }], warmUp } in a file
// What is in `warmUp` is sent first, over the same connections, and is neither timed nor counted.
// Several addresses get the requests in turn, the same ones each time: whoever came to one door comes to it again.
import { readFileSync } from 'node:fs';
import { Client } from 'undici';

const { urls, connections, requests: timed, warmUp = [] } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
let requests;
let timings;
let counts;
/** Of each address, the number of the request that comes next. */
let next;

class Work {
  constructor(door) {
    this.door = door;
    this.client = new Client(urls[door], {
      pipelining: 1,
      keepAliveTimeout: 60_000,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  async run() {
    await new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
      this.send();
    });
  }

  send() {
    this.index = next[this.door];
    next[this.door] += urls.length;
    if (this.index >= requests.length) return this.resolve();
    this.chunks = [];
    this.from = performance.now();
    const { method, path, headers, body } = requests[this.index];
    this.client.dispatch({ method, path, headers, body }, this);
  }

  onRequestStart() {}

  onResponseStart(_controller, status) {
    this.status = status;
  }

  onResponseData(_controller, chunk) {
    this.chunks.push(chunk);
  }

  onResponseEnd() {
    const { state = '', code = '' } = JSON.parse(Buffer.concat(this.chunks).toString());
    timings[this.index] = performance.now() - this.from;
    const what = `${this.status} ${state}${code}`.trim();
    counts[what] = (counts[what] ?? 0) + 1;
    this.send();
  }

  onResponseError(_controller, error) {
    this.reject(error);
  }
}

const all = Array.from({ length: connections }, (_one, index) => new Work(index % urls.length));
await send(warmUp);
const from = performance.now();
await send(timed);
const seconds = (performance.now() - from) / 1_000;
await Promise.all(all.map(({ client }) => client.close()));
timings.sort();
const at = (share) => timings[Math.min(timings.length - 1, Math.floor(timings.length * share))];
const { user, system } = process.cpuUsage();
process.stdout.write(
  `${JSON.stringify({ seconds, counts, p50: at(0.5), p99: at(0.99), cpuSeconds: (user + system) / 1e6 })}\n`,
);

async function send(some) {
  requests = some;
  timings = new Float64Array(some.length);
  counts = {};
  next = urls.map((_url, door) => door);
  await Promise.all(all.map((one) => one.run()));
}
