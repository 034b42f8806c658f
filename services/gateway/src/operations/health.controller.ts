import type { NatsConnection } from '@nats-io/transport-node';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { checkHealth } from '@gongxiang/observability';
import type { FastifyReply } from 'fastify';
import { Open } from '../http/endpoint.js';
import { NATS } from '../tokens.js';

/** Outside `/api/v1`: for launchers, load balancers and people who ask whether it is up. */
@Open()
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@Inject(NATS) private readonly nats: NatsConnection) {}

  @Get('live')
  live(): { alive: true } {
    return { alive: true };
  }

  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const report = await checkHealth([{ name: 'nats', check: async () => (await this.nats.rtt()) >= 0 }]);
    void reply.status(report.ready ? 200 : 503).send(report);
  }
}
