import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type EfficacySurvey, useCancelSeason, useMoveSeason } from './use-efficacy-surveys.js';

interface Times {
  readonly opensAt: string;
  readonly closesAt: string;
}

const fields = ['opensAt', 'closesAt'];

/** When it is asked, as long as nobody has been: at another time, or not at all. */
export function SeasonTerms({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="season-terms">
      <h2 id="season-terms">{t('efficacySurvey.termsTitle')}</h2>
      <MoveForm key={survey.version} survey={survey} />
      <CancelButton survey={survey} />
    </section>
  );
}

function MoveForm({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Times>();
  const move = useMoveSeason(survey);
  const submit = ({ opensAt, closesAt }: Times): void =>
    move.mutate(
      { opensAt: instantOf(opensAt), closesAt: instantOf(closesAt) },
      { onError: (error) => showErrors(form, error, fields) },
    );
  const required = [{ required: true, message: t('evaluation.required') }];
  return (
    <Form
      form={form}
      name="seasonTerms"
      layout="vertical"
      requiredMark={false}
      disabled={move.isPending}
      initialValues={{ opensAt: localTimeOf(survey.opensAt), closesAt: localTimeOf(survey.closesAt) }}
      onFinish={submit}
    >
      <div className="two-columns">
        <Form.Item name="opensAt" label={t('efficacySurvey.opensAt')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="closesAt" label={t('efficacySurvey.closesAt')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      {move.isError && <Refusal title={t('efficacySurvey.notMoved')} error={move.error} fields={fields} />}
      <div className="actions">
        <Button htmlType="submit" loading={move.isPending}>
          {t('efficacySurvey.move')}
        </Button>
      </div>
    </Form>
  );
}

function CancelButton({ survey }: { readonly survey: EfficacySurvey }) {
  const { t } = useTranslation();
  const cancel = useCancelSeason();
  return (
    <div className="actions">
      {cancel.isError && <Refusal title={t('efficacySurvey.notCancelled')} error={cancel.error} />}
      <ConfirmButton
        danger
        loading={cancel.isPending}
        question={<p>{t('efficacySurvey.cancelQuestion')}</p>}
        confirmText={t('efficacySurvey.cancelYes')}
        onConfirm={() => cancel.mutate(survey)}
      >
        {t('efficacySurvey.cancel')}
      </ConfirmButton>
    </div>
  );
}
