import '../../../kit/styles/fold.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { EfficacySurvey } from './use-efficacy-surveys.js';

interface Times {
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Before it opens, a season may be moved or cancelled. */
export function SeasonTerms({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  return (
    <details className="card fold">
      <summary>{t('efficacySurvey.termsTitle')}</summary>
      <MoveForm key={survey.version} survey={survey} />
      <CancelButton survey={survey} />
    </details>
  );
}

function MoveForm({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const move = useCommand('efficacySurvey', 'patch', '/efficacy-surveys/{efficacySurveyId}', {
    onStale: 'refuse',
  });
  const required = [{ required: true, message: t('evaluation.required') }];
  return (
    <CommandForm
      command={move}
      input={({ opensAt, closesAt }: Times) => ({
        efficacySurveyId: survey.id,
        version: survey.version,
        body: { opensAt: instantOf(opensAt), closesAt: instantOf(closesAt) },
      })}
      submit={t('efficacySurvey.move')}
      refused={t('efficacySurvey.notMoved')}
      name="seasonTerms"
      initialValues={{ opensAt: localTimeOf(survey.opensAt), closesAt: localTimeOf(survey.closesAt) }}
    >
      <div className="two-columns">
        <Form.Item name="opensAt" label={t('efficacySurvey.opensAt')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="closesAt" label={t('efficacySurvey.closesAt')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
    </CommandForm>
  );
}

function CancelButton({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const cancel = useCommand('efficacySurvey', 'post', '/efficacy-surveys/{efficacySurveyId}/cancel');
  return (
    <div className="actions">
      {cancel.isError && <Refusal title={t('efficacySurvey.notCancelled')} error={cancel.error} />}
      <ConfirmButton
        danger
        loading={cancel.isPending}
        question={<p>{t('efficacySurvey.cancelQuestion')}</p>}
        confirmText={t('efficacySurvey.cancelYes')}
        onConfirm={() => cancel.mutate({ efficacySurveyId: survey.id, version: survey.version })}
      >
        {t('efficacySurvey.cancel')}
      </ConfirmButton>
    </div>
  );
}
