import { setTimeout } from 'node:timers/promises';
import { hourMs, minuteMs } from '@gongxiang/domain';
import type { Logger } from '@gongxiang/observability';

/** Until something is looked for again where nothing was. */
export const pollMs = 500;
export const attemptMs = 15_000;
/** Longer than any attempt takes, with what is written of it. */
export const leaseMs = minuteMs;
const afterFailureMs = 1_000;
/** Until the next attempt. */
const waitMinMs = 1_000;
const waitMaxMs = minuteMs;

/** Sending what waits, round after round, until the service stops. */
export class Rounds {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>[] = [];

  constructor(private readonly logger: Logger) {}

  /** @param round says how long after its start the next one begins, in ms */
  begin(channel: string, round: () => Promise<number>): void {
    this.running.push(this.loop(channel, round));
  }

  /** What is on its way is waited for. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async loop(channel: string, round: () => Promise<number>): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const startedAt = performance.now();
      const waitMs = await round().catch((error: unknown) => {
        this.logger.warn({ channel, reason: String(error) }, 'messages could not be sent and wait');
        return afterFailureMs;
      });
      await this.sleep(Math.max(0, waitMs - (performance.now() - startedAt)));
    }
  }

  /** Ends early where the service stops. */
  private async sleep(ms: number): Promise<void> {
    const { signal } = this.stopping;
    try {
      await setTimeout(ms, undefined, { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}

/**
 * What did not leave waits as long again as it has waited, from a second to a minute, or as long as the provider asks.
 * @param askedMs what the provider asks for
 * @param askedMaxMs a provider that asks for more is asked again all the same
 */
export function waitAfter(waitedMs: number, askedMs = 0, askedMaxMs = hourMs): number {
  return Math.max(waitMinMs, Math.min(waitMaxMs, waitedMs), Math.min(askedMs, askedMaxMs));
}
