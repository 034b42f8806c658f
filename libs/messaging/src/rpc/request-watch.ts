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
import { type CallResult, toErrorWire } from './wire.js';

/** A frame that was refused. */
export interface RefusedFrame {
  readonly subject: string;
  readonly fault: SealFault;
}

/** Minimum interval between logs of refused frames with the same fault: a forger may send very many. */
const logIntervalMs = 60_000;

/**
 * Wraps every request that a service handles: its trace, duration and count, and a bound on concurrency. Requests
 * beyond the bound are refused at once, as queued ones would time out anyway.
 */
export class RequestWatch {
  private inFlight = 0;
  private readonly refusalLoggedAt = new Map<SealFault, number>();

  constructor(
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly maxConcurrency: number,
  ) {
    // The alert sees a first refusal only if the counter was zero before.
    for (const fault of sealFaults) metrics.framesRefused.inc({ fault }, 0);
  }

  /** Counts the frame, and logs it if the last one with this fault was a while ago; never its content. */
  refusedFrame({ subject, fault }: RefusedFrame): void {
    this.metrics.framesRefused.inc({ fault });
    const now = performance.now();
    if (now - (this.refusalLoggedAt.get(fault) ?? -Infinity) < logIntervalMs) return;
    this.refusalLoggedAt.set(fault, now);
    this.logger.error({ subject, fault }, 'requests were refused that do not bear the seal of the gateway');
  }

  /** @param work must not reject: a refusal is part of its result */
  async run(
    contract: Contract<unknown, unknown>,
    traceparent: string,
    work: () => Promise<CallResult>,
  ): Promise<CallResult> {
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
        this.finish(contract, settled[0] === 'done' ? 'OK' : settled[1].code, { startedAt, span });
        return settled;
      });
    } finally {
      this.metrics.inFlight.set((this.inFlight -= 1));
    }
  }

  private finish({ subject }: Contract<unknown, unknown>, code: string, started: StartedRequest): void {
    const durationMs = performance.now() - started.startedAt;
    // A rule's refusal is not a failure of the span: it is an attribute; only INTERNAL counts as one.
    started.span?.end(code === 'INTERNAL' ? code : null, { 'gongxiang.code': code });
    this.metrics.requests.inc({ subject, code });
    this.metrics.durationSeconds.observe({ subject }, durationMs / 1_000);
    this.logger.debug({ subject, code, durationMs: Math.round(durationMs * 10) / 10 }, 'request');
  }
}

interface StartedRequest {
  readonly startedAt: number;
  readonly span: OpenSpan | null;
}

function describe(contract: Contract<unknown, unknown>): SpanDescription {
  return { name: contract.subject, kind: 'server', attributes: attributesOf(contract) };
}
