import { createDataSource } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import type { ServiceFixture } from './service-fixture.js';

/** Connects as the owner of a service's schema, who may do more than the service. The caller ends the connection. */
export async function ownerOf({ dataSource }: Pick<ServiceFixture, 'dataSource'>): Promise<DataSource> {
  const url = new URL((dataSource.options as { readonly url: string }).url);
  const schema = url.username;
  url.username = `${schema}_owner`;
  return createDataSource({ url: url.toString(), schema, entities: [], migrations: [] }).initialize();
}
