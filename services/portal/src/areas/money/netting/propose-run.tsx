import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { localTimeOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { DateInput } from '../../../kit/date-input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { useOffices } from '../../../session/use-offices.js';
import { ExcludedField, HubField, PartiesField } from './party-fields.js';
import { type Mode, modes } from './netting.model.js';
import { type RunForm, runFields, runOf } from './run-form.model.js';
import { useProposeRun } from './use-netting.js';

const payWithinDaysMax = 180;

/** Proposes a run: nothing is posted before another person confirms it. */
export function ProposeRun({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { unionIdsOf } = useOffices();
  const [form] = Form.useForm<RunForm>();
  const propose = useProposeRun();
  const today = localTimeOf(new Date().toISOString()).slice(0, 10);
  const unionId = unionIdsOf('finance')[0];
  const submit = (values: RunForm): void => {
    const body = runOf(values);
    if (body === null) return;
    propose.mutate(body, {
      onSuccess: ({ id }) => void navigate(`/netting-runs/${id}`),
      onError: (error) => showErrors(form, error, runFields),
    });
  };
  return (
    <section className="card" aria-labelledby="propose-title">
      <h2 id="propose-title">{t('money.netting.propose.title')}</h2>
      <Alert type="info" showIcon title={t('money.netting.propose.own')} className="notice" />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={propose.isPending}
        initialValues={{
          mode: 'fewest',
          periodFrom: `${today.slice(0, 4)}-01-01`,
          periodTo: today,
          unionId,
          payWithinDays: '30',
        }}
        onFinish={submit}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <RunFields />
        {propose.isError && (
          <Refusal title={t('money.netting.propose.refused')} error={propose.error} fields={runFields} />
        )}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={propose.isPending}>
            {t('money.netting.propose.submit')}
          </Button>
          <Button onClick={onClose}>{t('money.netting.propose.cancel')}</Button>
        </div>
      </Form>
    </section>
  );
}

function RunFields() {
  return (
    <>
      <ModeField />
      <PeriodFields />
      <UnionField />
      <PartiesField />
      <ExcludedField />
      <DaysField />
    </>
  );
}

function ModeField() {
  const { t } = useTranslation();
  const mode = Form.useWatch<Mode | undefined>('mode') ?? 'fewest';
  return (
    <>
      <Form.Item
        name="mode"
        label={t('money.netting.mode')}
        extra={t(`money.netting.modeHints.${mode}`)}
        rules={[{ required: true }]}
      >
        <Choice<Mode>
          options={modes.map((one) => ({ value: one, label: t(`money.netting.modes.${one}`) }))}
        />
      </Form.Item>
      {mode === 'hub' && <HubField />}
    </>
  );
}

function PeriodFields() {
  const { t } = useTranslation();
  const rules = [{ required: true, message: t('money.dateRequired') }];
  return (
    <div className="two-columns">
      <Form.Item name="periodFrom" label={t('money.from')} rules={rules}>
        <DateInput />
      </Form.Item>
      <Form.Item name="periodTo" label={t('money.to')} rules={rules}>
        <DateInput />
      </Form.Item>
    </div>
  );
}

function DaysField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="payWithinDays"
      label={t('settling.run.payWithinDays')}
      extra={t('settling.run.payWithinDaysHint')}
      rules={[wholeNumberRule(1, payWithinDaysMax, t('settling.run.payWithinDaysHint'))]}
    >
      <Input inputMode="numeric" maxLength={3} autoComplete="off" />
    </Form.Item>
  );
}

function UnionField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="unionId"
      label={t('money.netting.propose.union')}
      rules={[{ required: true, message: t('money.netting.propose.unionRequired') }]}
    >
      <UnionPicker none={t('money.choose')} roles={['finance']} />
    </Form.Item>
  );
}
