import { expect, it } from '@jest/globals';
import { efficacyContract } from '@gongxiang/contracts/evaluation/scores/score.contract';
import { surveyContract } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { newId } from '@gongxiang/domain';
import { actorWith, explainsWithoutSeqScan, recordQueries } from '@gongxiang/testing';
import { schemaTests } from '@gongxiang/testing/schema-tests';
import { entities } from './data-source.js';
import { migrations } from './migrations/index.js';
import { personData } from './persons/person-data.js';
import { erasurePlan } from './persons/person-erasure.js';
import { personExport, withheldColumns } from './persons/person-export.js';
import { personFiles } from './persons/person-files.js';
import { personPlaces } from './persons/person-places.js';
import { startEvaluation } from './evaluation.fixture.js';

const evaluation = schemaTests({
  service: 'evaluation',
  start: startEvaluation,
  entities,
  migrations,
  places: personPlaces,
  data: personData,
  columns: personExport,
  withheld: withheldColumns,
  files: personFiles,
  erasure: erasurePlan,
  filling: {
    values: { 'score.revises_id': 'NULL' },
    few: ['indicator_system', 'judgement_round', 'ranking', 'recognition', 'survey_plan'],
  },
});

it("serves efficacy, which is no list, and a person's own surveys by an index", async () => {
  const service = evaluation();
  const reader = actorWith({ roles: [['evaluator', newId(), '1.']] });
  const reads = [
    () => service.ask(efficacyContract.get, { from: '2026-01-01', to: '2026-12-31' }, reader),
    () => service.ask(surveyContract.listMine, {}, reader),
  ];
  for (const read of reads) {
    const recorded = await recordQueries(service.dataSource, read);
    // The outbox and the due work open transactions meanwhile.
    const queries = recorded.filter(({ sql }) => sql.startsWith('SELECT'));
    expect(queries).not.toEqual([]);
    for (const { sql, params } of queries) {
      expect([sql, await explainsWithoutSeqScan(service.dataSource, sql, params)]).toEqual([sql, []]);
    }
  }
});
