import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Actor } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
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

/** Uploads a file as the gateway does. @returns its key */
export async function upload(
  affairs: ServiceFixture,
  { personId }: Pick<Actor, 'personId'>,
  bytes: Buffer,
  types: readonly string[],
): Promise<string> {
  const options = { bytesMax: 20 * 1024 * 1024, ownerId: personId, types };
  return (await affairs.app.get(FileStore).put(Readable.from([bytes]), options)).key;
}
