import { createDataSource } from '@gongxiang/persistence';
import type { ServiceFixture } from '@gongxiang/testing';
import type { DataSource } from 'typeorm';

/** Connects as the owner of the service's schema, who can do what the service itself cannot. */
export async function ownerOf(settlement: ServiceFixture): Promise<DataSource> {
  const { url } = settlement.dataSource.options as { readonly url: string };
  const asOwner = new URL(url);
  asOwner.username = 'settlement_owner';
  const owner = createDataSource({
    url: asOwner.toString(),
    schema: 'settlement',
    entities: [],
    migrations: [],
  });
  return owner.initialize();
}
