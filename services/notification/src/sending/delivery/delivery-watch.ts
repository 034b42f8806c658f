import { Injectable } from '@nestjs/common';
import { Measures } from '@gongxiang/messaging/events';
import type { DataSource } from 'typeorm';
import { oldestDue } from './delivery.repository.js';

/** Shows operators whether messages leave. */
@Injectable()
export class DeliveryWatch {
  @Measures({
    name: 'gongxiang_delivery_age_seconds',
    help: 'Since when the oldest message that is due has not left the platform; 0 if none waits',
    everySeconds: 15,
  })
  async age(sql: DataSource, now: Date): Promise<number> {
    const since = await oldestDue(sql, now);
    return since === null ? 0 : (now.getTime() - since.getTime()) / 1_000;
  }
}
