import { schemaTests } from '@gongxiang/testing/schema-tests';
import { entities } from './data-source.js';
import { migrations } from './migrations/index.js';
import { personData } from './persons/person-data.js';
import { erasurePlan } from './persons/person-erasure.js';
import { personExport, withheldColumns } from './persons/person-export.js';
import { personFiles } from './persons/person-files.js';
import { personPlaces } from './persons/person-places.js';
import { startAffairs } from './affairs.fixture.js';

schemaTests({
  service: 'affairs',
  start: startAffairs,
  entities,
  migrations,
  places: personPlaces,
  data: personData,
  columns: personExport,
  withheld: withheldColumns,
  files: personFiles,
  erasure: erasurePlan,
});
