import { committeeContract } from '@gongxiang/contracts/membership/members/committee.contract';
import { schemaTests } from '@gongxiang/testing/schema-tests';
import { entities } from './data-source.js';
import { migrations } from './migrations/index.js';
import { personData } from './privacy/view/person-data.js';
import { erasurePlan } from './privacy/erasure/erasure-plan.js';
import { personExport, withheldColumns } from './privacy/view/person-export.js';
import { personFiles } from './privacy/view/person-files.js';
import { personPlaces } from './members/merge/person-places.js';
import { startMembership } from './membership.fixture.js';

schemaTests({
  service: 'membership',
  start: startMembership,
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
      // Of each union one committee, which is in office.
      'committee_election.state': `'approved'`,
      'committee_election.committee_id': 'NULL',
      'committee_election.succeeded_at': 'NULL',
    },
  },
  alsoReadLittle: { 'the committees of a union': committeeContract.list },
});
