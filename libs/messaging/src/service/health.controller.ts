import type { NatsConnection } from '@nats-io/transport-node';
import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import {
  checkHealth,
  type DatabaseConfig,
  type HealthCheck,
  type HealthReport,
  type Metrics,
  reportReadiness,
} from '@gongxiang/observability';
import { DataSource } from 'typeorm';
import type { Store } from '../files/index.js';
import { EventRuntime } from './event-runtime.js';
import { CONFIG, HEALTH_CHECKS, METRICS, NATS, STORE } from './tokens.js';

interface Reply {
  status(code: number): Reply;
  type(contentType: string): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): void;
}

/** Liveness and readiness, and the metrics on the same internal port. */
@Controller()
export class HealthController {
  private readonly checks: readonly HealthCheck[];

  constructor(
    dataSource: DataSource,
    private readonly events: EventRuntime,
    @Inject(NATS) nats: NatsConnection,
    @Inject(STORE) store: Store,
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(HEALTH_CHECKS) own: readonly HealthCheck[],
    @Inject(CONFIG) private readonly config: DatabaseConfig,
  ) {
    this.checks = [
      { name: 'database', check: async () => (await dataSource.query('SELECT 1')) !== null },
      { name: 'nats', check: async () => (await nats.rtt()) >= 0 && (await store.nats.rtt()) >= 0 },
      ...own,
    ];
    reportReadiness(metrics, this.checks);
  }

  @Get('health/live')
  @HttpCode(200)
  live(): { alive: true } {
    return { alive: true };
  }

  /**
   * Unpublished events are a warning and do not affect readiness: the process still handles requests and commits,
   * nothing is lost, and its replicas are no better off. Taking all of them out of rotation would turn a delay into
   * an outage. The alert `OutboxStuck` notifies the operators.
   */
  @Get('health/ready')
  async ready(@Res() reply: Reply): Promise<void> {
    const report: HealthReport = await checkHealth(this.checks);
    const warnings = this.events.warnings();
    const { startMark = '' } = this.config;
    reply
      .status(report.ready ? 200 : 503)
      .header('X-Start-Mark', startMark)
      .send({ ...report, ...(Object.keys(warnings).length > 0 && { warnings }) });
  }

  @Get('metrics')
  async metricsText(@Res() reply: Reply): Promise<void> {
    reply.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
