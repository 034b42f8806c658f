import type { Clock } from '@gongxiang/domain';
import { type Logger, makeGauge, type Metrics, within } from '@gongxiang/observability';
import { auditUnsealedAge, walkAudit } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import { dueOverdue, dueWaiting, measuresOf } from '../events/index.js';

/** Few enough to be hashed between two requests; a trail of a million records is seen once in half a day. */
const auditRowsMax = 200;
const stopWithinMs = 2_000;

interface WatchTools {
  readonly dataSource: DataSource;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

interface Watched {
  readonly name: string;
  readonly everyMs: number;
  nextAt: number;
  take(): Promise<void>;
}

/** Looks after what must always hold, and tells it as gauges: the audit chain, due work, and what the features measure. */
export class Watch {
  private readonly watched: Watched[];
  private measuring: Promise<void> | null = null;
  private isStopped = false;

  constructor(
    instances: readonly object[],
    private readonly tools: WatchTools,
    private readonly clock: Clock,
  ) {
    this.watched = instances.flatMap(measuresOf).map(({ name, help, everySeconds, measure }) => {
      const gauge = makeGauge(tools.metrics, { name, help });
      return {
        name,
        everyMs: everySeconds * 1_000,
        nextAt: 0,
        take: async () => gauge.set(await measure(tools.dataSource, this.clock.now())),
      };
    });
  }

  /** One turn. */
  async look(): Promise<void> {
    const { dataSource, metrics } = this.tools;
    metrics.dueOverdueSeconds.set(await dueOverdue(dataSource, this.clock.now()));
    metrics.dueWaitingSeconds.set(await dueWaiting(dataSource, this.clock.now()));
    metrics.auditUnsealedAgeSeconds.set(await auditUnsealedAge(dataSource, this.clock.now()));
    await this.lookAtAudit();
    // Whoever seals and tidies does not wait for what a feature adds up.
    this.measuring ??= this.measure().finally(() => (this.measuring = null));
  }

  /** What is being measured may take as long as a statement may: nobody waits for that at the end. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await within(stopWithinMs, this.measuring ?? Promise.resolve(), undefined);
  }

  private async measure(): Promise<void> {
    for (const one of this.watched) {
      if (this.isStopped || performance.now() < one.nextAt) continue;
      one.nextAt = performance.now() + one.everyMs;
      try {
        await one.take();
      } catch (error) {
        this.tools.logger.warn({ gauge: one.name, reason: String(error) }, 'a gauge could not be measured');
      }
    }
  }

  private async lookAtAudit(): Promise<void> {
    const { dataSource, metrics } = this.tools;
    const { broken } = await walkAudit(dataSource, { rowsMax: auditRowsMax, now: this.clock.now() });
    metrics.auditBroken.set(broken === null ? 0 : 1);
  }
}
