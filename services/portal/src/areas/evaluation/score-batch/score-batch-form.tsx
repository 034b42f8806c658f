import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { periodOf } from '../../../kit/period.js';
import type { IndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import {
  MissingField,
  PeriodFields,
  SubjectKindField,
  SystemField,
  WithSystems,
} from '../score/score-fields.js';

type NewScoreBatch = components['schemas']['CreateScoreBatchRequest'];

/** What is scored, by which system and days. */
export function ScoreBatchForm() {
  return <WithSystems>{(systems) => <BatchFields systems={systems} />}</WithSystems>;
}

function BatchFields({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  const start = useCommand('scoreBatch', 'post', '/score-batches');
  const period = periodOf(new URLSearchParams(), new Date());
  return (
    <CommandForm
      command={start}
      input={(body: NewScoreBatch) => ({ body })}
      submit={t('scores.start')}
      refused={t('scores.refused')}
      className="card"
      initialValues={{ ...period, subjectKind: 'activity', missing: 'omit' }}
    >
      <SystemField systems={systems} />
      <SubjectKindField label={t('scores.kindLabel')} />
      <PeriodFields />
      <MissingField />
    </CommandForm>
  );
}
