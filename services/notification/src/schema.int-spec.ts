import { schemaTests } from '@gongxiang/testing/schema-tests';
import { entities } from './data-source.js';
import { migrations } from './migrations/index.js';
import { personData } from './persons/person-data.js';
import { erasurePlan } from './persons/person-erasure.js';
import { personExport } from './persons/person-export.js';
import { personPlaces } from './persons/person-places.js';
import { startNotification } from './notification.fixture.js';

schemaTests({
  service: 'notification',
  start: startNotification,
  entities,
  migrations,
  places: personPlaces,
  data: personData,
  columns: personExport,
  erasure: erasurePlan,
});
