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
  filling: {
    values: {
      // The kind that is looked for is the rarest of what can be found: without an index by kind all would be read.
      'person_record.kind': `CASE WHEN n <= 100 THEN 'honour' ELSE 'skill' END`,
    },
  },
});
