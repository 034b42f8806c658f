import { createServer } from 'node:net';

/** The kernel lends out ports from here on to outgoing connections, so a listener belongs below. */
const EPHEMERAL_START = 32_768;
const SEARCH_START = 20_000;
const ATTEMPTS_MAX = 200;

/**
 * A TCP port below 32768 that nothing listens on, on any local address.
 *
 * @param preferred the port to try first; then the ones after it. Without it the search starts at random, so that
 *   processes that look at the same time rarely meet.
 * @param taken ports that were already given away but are not listened on yet
 * @throws Error when 200 ports in a row are taken
 */
export async function freePort(preferred?: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  const span = EPHEMERAL_START - SEARCH_START;
  const first = preferred ?? SEARCH_START + Math.floor(Math.random() * span);
  for (let step = 0; step < ATTEMPTS_MAX; step += 1) {
    const port = first + step < EPHEMERAL_START ? first + step : SEARCH_START + ((first + step) % span);
    if (!taken.has(port) && (await isPortFree(port))) {
      return port;
    }
  }
  throw new Error(`No free TCP port was found from ${first} on: end a program that listens there.`);
}

/** Whether a listener could take the port now, on the loopback address and on all addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, undefined));
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
