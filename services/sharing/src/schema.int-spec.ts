import { handoverContract } from '@gongxiang/contracts/sharing/lending/handover.contract';
import { schemaTests } from '@gongxiang/testing/schema-tests';
import { entities } from './data-source.js';
import { migrations } from './migrations/index.js';
import { personData } from './persons/person-data.js';
import { erasurePlan } from './persons/person-erasure.js';
import { personExport, withheldColumns } from './persons/person-export.js';
import { personFiles } from './persons/person-files.js';
import { personPlaces } from './persons/person-places.js';
import { startSharing } from './sharing.fixture.js';

/** Of what waits for an answer there is little: it has a deadline of days. */
const waiting = (state: string, other: string): string =>
  `CASE WHEN n <= 100 THEN '${state}' ELSE '${other}' END`;

schemaTests({
  service: 'sharing',
  start: startSharing,
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
      'activity.sign_up_closes_at': `now() + n * interval '1 hour'`,
      'activity.starts_at': `now() + n * interval '1 hour'`,
      'loan_damage.state': waiting('claimed', 'accepted'),
      'loan_handover.state': waiting('waiting', 'confirmed'),
      'need_match.state': waiting('proposed', 'suggested'),
      'question.state': waiting('open', 'answered'),
    },
    few: ['brand'],
  },
  alsoReadLittle: { 'the desk of handovers': handoverContract.desk },
  // What one’s own union may have is asked of each offer: a page looks through some hundred at most, and ends early with a cursor.
  readMore: { 'sharing.offer.list': 1_000 },
});
