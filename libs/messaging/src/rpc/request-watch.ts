import type { Contract } from '@gongxiang/contracts/core/contract';
import { DomainError } from '@gongxiang/domain';
import {
  type Logger,
  type Metrics,
  type OpenSpan,
  openSpan,
  runWithoutTrace,
  runWithTrace,
  type SpanDescription,
} from '@gongxiang/observability';
import { type SealFault, sealFaults } from './seal.js';
import { attributesOf } from './span-attributes.js';
import { type Settled, toErrorWire } from './wire.js';

/** A frame that nothing was done of. */
export interface RefusedFrame {
  readonly subject: string;
  readonly fault: SealFault;
}

/** Frames that are refused for one reason are logged so often at most: whoever forges them may send very many. */
const sayAgainMs = 60_000;

/**
 * Around every request that a service answers: its trace, its time, its count, and a bound on how many are worked on
 * at a time. More than that are refused at once: a queue that nobody waits for any more helps nobody.
 */
export class RequestWatch {
  private inFlight = 0;
  private readonly refusalSaidAt = new Map<SealFault, number>();

  constructor(
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly maxConcurrency: number,
  ) {
    // An alarm sees a first refusal only where there was a zero before it.
    for (const fault of sealFaults) metrics.framesRefused.inc({ fault }, 0);
  }

  /** Counts it, and logs it where the last of its kind is a while ago; nothing of what it holds. */
  refusedFrame({ subject, fault }: RefusedFrame): void {
    this.metrics.framesRefused.inc({ fault });
    const now = performance.now();
    if (now - (this.refusalSaidAt.get(fault) ?? -Infinity) < sayAgainMs) return;
    this.refusalSaidAt.set(fault, now);
    this.logger.error({ subject, fault }, 'requests were refused that do not bear the seal of the gateway');
  }

  /** @param work does not reject: what it refuses is what came of it */
  async over(
    contract: Contract<unknown, unknown>,
    traceparent: string,
    work: () => Promise<Settled>,
  ): Promise<Settled> {
    if (this.inFlight >= this.maxConcurrency) {
      if (!contract.traceless) this.metrics.requests.inc({ subject: contract.subject, code: 'BUSY' });
      return ['refused', toErrorWire(new DomainError('BUSY', { retryAfterSeconds: 1 }))];
    }
    const startedAt = performance.now();
    this.metrics.inFlight.set((this.inFlight += 1));
    try {
      if (contract.traceless) return await runWithoutTrace(work);
      const span = openSpan(traceparent, describe(contract));
      return await runWithTrace(span?.traceparent ?? traceparent, async () => {
        const settled = await work();
        this.done(contract, settled[0] === 'done' ? 'OK' : settled[1].code, { startedAt, span });
        return settled;
      });
    } finally {
      this.metrics.inFlight.set((this.inFlight -= 1));
    }
  }

  private done({ subject }: Contract<unknown, unknown>, code: string, begun: Begun): void {
    const durationMs = performance.now() - begun.startedAt;
    // A rule that refuses has worked: it is told as an attribute, and only our own fault as a failure.
    begun.span?.end(code === 'INTERNAL' ? code : null, { 'gongxiang.code': code });
    this.metrics.requests.inc({ subject, code });
    this.metrics.durationSeconds.observe({ subject }, durationMs / 1_000);
    this.logger.debug({ subject, code, durationMs: Math.round(durationMs * 10) / 10 }, 'request');
  }
}

interface Begun {
  readonly startedAt: number;
  readonly span: OpenSpan | null;
}

function describe(contract: Contract<unknown, unknown>): SpanDescription {
  return { name: contract.subject, kind: 'server', attributes: attributesOf(contract) };
}
