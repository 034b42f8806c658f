import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { PageHead } from '../../../kit/page-head.js';
import { ErrorState } from '../../../kit/states.js';
import { periodOf } from '../../../kit/period.js';
import type { IndicatorSystem } from '../indicator-system/use-indicator-systems.js';
import { useActiveWeights } from '../weight-version/use-weight-versions.js';
import { newScoreOf, type Readiness, readinessOf, type TypedScore } from './new-score.model.js';
import { MissingField, PeriodFields, SubjectKindField, SystemField, WithSystems } from './score-fields.js';
import { SubjectField } from './subject-field.js';
import type { ScoreSubjectKind } from './score.model.js';

/** Scores an activity, a club, a resource, a union or a brand under the weights in force. */
export function NewScorePage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('score.new')} back="/scores" />
      <p className="hint">{t('scores.newHint')}</p>
      <WithSystems>{(systems) => <ScoreForm systems={systems} />}</WithSystems>
    </>
  );
}

function ScoreForm({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<TypedScore>();
  const systemId = Form.useWatch<string | undefined>('indicatorSystemId', form);
  const weights = useActiveWeights(systemId);
  const readiness = readinessOf(systemId, weights);
  const compute = useCommand('score', 'post', '/scores');
  return (
    <CommandForm
      command={compute}
      input={(typed: TypedScore) =>
        weights.data == null ? null : { body: newScoreOf(typed, weights.data.id) }
      }
      submit={t('score.compute')}
      refused={t('score.refused')}
      onDone={({ id }) => void navigate(`/scores/${id}`, { replace: true })}
      form={form}
      className="card"
      initialValues={{
        ...periodOf(new URLSearchParams(), new Date()),
        subjectKind: 'activity',
        missing: 'omit',
      }}
      disabled={readiness !== 'unchosen' && readiness !== 'ready'}
    >
      <WhatIsScored />
      <SystemField systems={systems} />
      <MissingField />
      {readiness === 'failed' && <ErrorState error={weights.error} onRetry={() => void weights.refetch()} />}
      <WhyNot readiness={readiness} />
    </CommandForm>
  );
}

/** An activity has its own time; everything else is scored by days. */
function WhatIsScored() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<TypedScore>();
  const kind = Form.useWatch<ScoreSubjectKind | undefined>('subjectKind') ?? 'activity';
  // A subject of one kind is none of another.
  const dropSubject = (): void => form.setFieldValue('subject', undefined);
  return (
    <>
      <SubjectKindField label={t('scores.kindLabel')} onChange={dropSubject} />
      <Form.Item
        key={kind}
        name="subject"
        label={t(`scores.kind.${kind}`)}
        rules={[{ required: true, message: t('evaluation.required') }]}
      >
        <SubjectField kind={kind} />
      </Form.Item>
      {kind !== 'activity' && <PeriodFields />}
    </>
  );
}

/** Why the button cannot be pressed: said where it stands, before anybody presses it in vain. */
function WhyNot({ readiness }: { readonly readiness: Readiness }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {readiness === 'loading' && <p className="hint">{t('score.weightsLoading')}</p>}
      {readiness === 'none' && (
        <Alert type="warning" showIcon title={t('score.noWeights')} className="notice" />
      )}
    </div>
  );
}
