import { randomBytes } from 'node:crypto';
import { type ServiceFixture, startService } from '@gongxiang/testing';
import { AffairsModule } from './affairs.module.js';
import type { AffairsConfig } from './config/config.js';
import { migrations } from './migrations/index.js';

/** This service, for its own integration tests. */
export function startAffairs(options: { readonly replicas?: number } = {}): Promise<ServiceFixture> {
  return startService({
    name: 'affairs',
    migrations,
    module: (config, clock) => AffairsModule.with(config as AffairsConfig, clock),
    ...options,
    config: { dataKey: randomBytes(32).toString('base64') },
  });
}
