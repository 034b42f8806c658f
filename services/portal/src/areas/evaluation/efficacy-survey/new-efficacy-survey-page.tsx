import './efficacy-survey.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { type IndicatorSystem, usePublishedSystems } from '../indicator-system/use-indicator-systems.js';
import { useOffices } from '../../../session/use-offices.js';
import { aspectChoices, emptySeason, type SeasonForm, seasonOf } from './new-efficacy-survey.js';

/** Asks every kind of party about a season. */
export function NewEfficacySurveyPage() {
  const { t } = useTranslation();
  const { data: systems, error, refetch } = usePublishedSystems();
  return (
    <>
      <PageHead title={t('efficacySurvey.new')} back="/efficacy-surveys" />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {systems === undefined && error === null && <LoadingState rows={6} />}
      {systems?.length === 0 && <EmptyState text={t('efficacySurvey.noSystems')} />}
      {systems !== undefined && systems.length > 0 && <NewSeason systems={systems} />}
    </>
  );
}

function NewSeason({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { unionIdsOf } = useOffices();
  const create = useCommand('efficacySurvey', 'post', '/efficacy-surveys');
  const [unionId] = unionIdsOf('evaluator');
  return (
    <CommandForm
      command={create}
      input={(values: SeasonForm) => ({ body: seasonOf(values) })}
      submit={t('efficacySurvey.create')}
      refused={t('efficacySurvey.createFailed')}
      onDone={({ id }) => void navigate(`/efficacy-surveys/${id}`, { replace: true })}
      className="card"
      initialValues={{ ...(unionId !== undefined && { unionId }), ...emptySeason(new Date()) }}
      draft="efficacySurvey"
    >
      <Who />
      <What systems={systems} />
      <When />
    </CommandForm>
  );
}

function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, message: t('evaluation.required') }];
}

function Who() {
  const { t } = useTranslation();
  const rules = useRequired();
  return (
    <>
      <Form.Item name="name" label={t('efficacySurvey.name')} rules={rules}>
        <Input maxLength={100} placeholder={t('efficacySurvey.namePlaceholder')} />
      </Form.Item>
      <Form.Item
        name="unionId"
        label={t('efficacySurvey.union')}
        extra={t('efficacySurvey.unionHint')}
        rules={rules}
      >
        <UnionPicker roles={['evaluator']} none={t('efficacySurvey.noUnion')} />
      </Form.Item>
    </>
  );
}

/** The system, and which of its indicators are the two aspects. */
function What({ systems }: { readonly systems: readonly IndicatorSystem[] }) {
  const { t } = useTranslation();
  const rules = useRequired();
  const systemId = Form.useWatch<string | undefined>('indicatorSystemId');
  const nodes = aspectChoices(systems.find(({ id }) => id === systemId)?.nodes ?? []);
  const none = t(nodes.length === 0 ? 'efficacySurvey.chooseSystem' : 'evaluation.choose');
  return (
    <>
      <Form.Item
        name="indicatorSystemId"
        label={t('efficacySurvey.system')}
        extra={t('efficacySurvey.systemHint')}
        rules={rules}
      >
        <Choice
          options={[
            { value: '', label: t('evaluation.choose') },
            ...systems.map(({ id, name, versionNumber: version }) => ({
              value: id,
              label: t('indicatorSystem.nameAndVersion', { name, version }),
            })),
          ]}
        />
      </Form.Item>
      <div className="two-columns">
        {(['identificationKey', 'satisfactionKey'] as const).map((field) => (
          <Form.Item
            key={field}
            name={field}
            label={t(`efficacySurvey.${field}`)}
            extra={t('efficacySurvey.aspectHint')}
            rules={rules}
          >
            <Choice
              options={[
                { value: '', label: none },
                ...nodes.map(({ key, name }) => ({ value: key, label: name })),
              ]}
            />
          </Form.Item>
        ))}
      </div>
    </>
  );
}

function When() {
  const { t } = useTranslation();
  const rules = useRequired();
  return (
    <>
      <div className="two-columns">
        <Form.Item
          name="from"
          label={t('efficacySurvey.from')}
          extra={t('efficacySurvey.seasonHint')}
          rules={rules}
        >
          <DateInput />
        </Form.Item>
        <Form.Item name="to" label={t('efficacySurvey.to')} rules={rules}>
          <DateInput />
        </Form.Item>
      </div>
      <div className="two-columns">
        <Form.Item
          name="opensAt"
          label={t('efficacySurvey.opensAt')}
          extra={t('efficacySurvey.opensHint')}
          rules={rules}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="closesAt"
          label={t('efficacySurvey.closesAt')}
          extra={t('common.dateTimeHint')}
          rules={rules}
        >
          <Input type="datetime-local" />
        </Form.Item>
      </div>
    </>
  );
}
