import type { FastifyInstance } from 'fastify';

/** How long a 429 is held back. Whoever keeps to Retry-After, which counts in seconds, is no later for it. */
const holdMs = 500;
/** Held back at a time; a socket and a timer each. Beyond this, 429s leave at once. */
const heldMax = 2_000;
const tooManyRequests = 429;

/**
 * Holds 429s back for a moment. A client that asks again as soon as it is refused would otherwise be refused thousands
 * of times a second on a few connections, which takes the processor from everybody else: refusing costs as much as a
 * small read. Held back, a connection gets two refusals a second.
 */
export function holdRefusals(fastify: FastifyInstance): void {
  let held = 0;
  fastify.addHook('onSend', (_request, { statusCode }, payload, done) => {
    if (statusCode !== tooManyRequests || held >= heldMax) return done(null, payload);
    held += 1;
    setTimeout(() => {
      held -= 1;
      done(null, payload);
    }, holdMs);
  });
}
