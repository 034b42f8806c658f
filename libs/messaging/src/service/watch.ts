import type { Clock } from '@gongxiang/domain';
import { type Logger, makeGauge, type Metrics, within } from '@gongxiang/observability';
import { auditUnsealedAge, walkAudit } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import { dueOverdue, dueWaiting, measuresOf } from '../events/index.js';

/** Few enough to be hashed between two requests; a trail of a million records is verified in half a day. */
const auditRowsMax = 200;
const stopTimeoutMs = 2_000;

interface WatchTools {
  readonly dataSource: DataSource;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

interface WatchedGauge {
  readonly name: string;
  readonly everyMs: number;
  nextAt: number;
  update(): Promise<void>;
}

/** Updates gauges for invariants: the audit chain, due work, and what the features measure. */
export class Watch {
  private readonly gauges: WatchedGauge[];
  private measuring: Promise<void> | null = null;
  private isStopped = false;

  constructor(
    instances: readonly object[],
    private readonly tools: WatchTools,
    private readonly clock: Clock,
  ) {
    this.gauges = instances.flatMap(measuresOf).map(({ name, help, everySeconds, measure }) => {
      const gauge = makeGauge(tools.metrics, { name, help });
      return {
        name,
        everyMs: everySeconds * 1_000,
        nextAt: 0,
        update: async () => gauge.set(await measure(tools.dataSource, this.clock.now())),
      };
    });
  }

  /** One round. */
  async run(): Promise<void> {
    const { dataSource, metrics } = this.tools;
    metrics.dueOverdueSeconds.set(await dueOverdue(dataSource, this.clock.now()));
    metrics.dueWaitingSeconds.set(await dueWaiting(dataSource, this.clock.now()));
    metrics.auditUnsealedAgeSeconds.set(await auditUnsealedAge(dataSource, this.clock.now()));
    await this.walkAuditPart();
    // Housekeeping does not wait for the features' queries.
    this.measuring ??= this.measureAll().finally(() => (this.measuring = null));
  }

  /** A running measurement may take as long as a statement may: shutdown does not wait for it. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await within(stopTimeoutMs, this.measuring ?? Promise.resolve(), undefined);
  }

  private async measureAll(): Promise<void> {
    for (const one of this.gauges) {
      if (this.isStopped || performance.now() < one.nextAt) continue;
      one.nextAt = performance.now() + one.everyMs;
      try {
        await one.update();
      } catch (error) {
        this.tools.logger.warn({ gauge: one.name, reason: String(error) }, 'a gauge could not be measured');
      }
    }
  }

  private async walkAuditPart(): Promise<void> {
    const { dataSource, metrics } = this.tools;
    const { broken } = await walkAudit(dataSource, { rowsMax: auditRowsMax, now: this.clock.now() });
    metrics.auditBroken.set(broken === null ? 0 : 1);
  }
}
