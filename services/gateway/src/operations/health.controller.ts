import type { NatsConnection } from '@nats-io/transport-node';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Store } from '@gongxiang/messaging/files';
import { checkHealth, type HealthCheck, type Metrics, reportReadiness } from '@gongxiang/observability';
import type { FastifyReply } from 'fastify';
import { Open } from '../http/endpoint.js';
import type { GatewayConfig } from '../config/config.js';
import { CONFIG, METRICS, NATS, STORE } from '../config/tokens.js';

/** Health checks outside `/api/v1`, for launchers, load balancers and people. */
@Open()
@ApiExcludeController()
@Controller('health')
export class HealthController {
  private readonly checks: readonly HealthCheck[];

  constructor(
    @Inject(NATS) nats: NatsConnection,
    @Inject(STORE) store: Store,
    @Inject(METRICS) metrics: Metrics,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {
    this.checks = [
      { name: 'nats', check: async () => (await nats.rtt()) >= 0 && (await store.nats.rtt()) >= 0 },
    ];
    reportReadiness(metrics, this.checks);
  }

  @Get('live')
  live(): { alive: true } {
    return { alive: true };
  }

  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const report = await checkHealth(this.checks);
    const { startMark = '' } = this.config;
    void reply
      .status(report.ready ? 200 : 503)
      .header('X-Start-Mark', startMark)
      .send(report);
  }
}
