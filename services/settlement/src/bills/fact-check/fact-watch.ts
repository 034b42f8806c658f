import { Injectable } from '@nestjs/common';
import { Measures } from '@gongxiang/messaging/events';
import type { DataSource } from 'typeorm';
import { FactCheckRepository } from './fact-check.repository.js';

/** Gauges closed activities whose facts differ; costs that depend on them are blocked. */
@Injectable()
export class FactWatch {
  constructor(private readonly checks: FactCheckRepository) {}

  @Measures({
    name: 'gongxiang_facts_differing',
    help: 'Closed activities whose attendance here is not what was counted where people came',
    everySeconds: 60,
  })
  differing({ manager }: DataSource): Promise<number> {
    return this.checks.countDiffering({ sql: manager });
  }
}
