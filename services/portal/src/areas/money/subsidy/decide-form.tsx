import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { Refusal } from '../../../kit/states.js';
import { moneyOf } from './programme-form.js';
import type { Application, Programme } from './use-subsidies.js';
import { type Decision, useDecide } from './use-subsidy-acts.js';

interface Values {
  readonly outcome?: 'award' | 'refuse';
  readonly grade?: string;
  readonly amount?: string;
  readonly reason?: string;
}

const fields = ['outcome', 'grade', 'amount', 'reason'];

function initialOf({ state, grade, reason }: Application): Values {
  return {
    outcome: state === 'rejected' ? 'refuse' : 'award',
    ...(grade === null ? {} : { grade }),
    ...(reason === null ? {} : { reason }),
  };
}

/** Of a refusal neither grade nor amount is said. */
function decisionOf({ outcome = 'award', grade, amount: typed, reason = '' }: Values): Decision {
  const amount = moneyOf(typed);
  if (outcome === 'refuse') return { outcome, reason: reason.trim() };
  return {
    outcome,
    reason: reason.trim(),
    ...(grade ? { grade } : {}),
    ...(amount === null ? {} : { amount }),
  };
}

interface DecideFormProps {
  readonly application: Application;
  readonly programme: Programme;
}

/** A grade or a refusal, with its reason; it may be said anew until the awards are approved. */
export function DecideForm({ application, programme }: DecideFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const decide = useDecide(application.id, application.version);
  const isRefusal = Form.useWatch('outcome', form) === 'refuse';
  const required = [{ required: true, message: t('subsidy.required') }];
  const { title, unionName } = application;
  return (
    <details className="card">
      <summary>{t('subsidy.application.decide', { title, union: unionName })}</summary>
      <Form
        form={form}
        name={`decide-${application.id}`}
        layout="vertical"
        requiredMark={false}
        initialValues={initialOf(application)}
        disabled={decide.isPending}
        onFinish={(values) =>
          decide.mutate(decisionOf(values), { onError: (error) => showErrors(form, error, fields) })
        }
      >
        <div className="subsidy-decide">
          <Form.Item name="outcome" label={t('subsidy.field.outcome')} rules={required}>
            <Choice
              options={(['award', 'refuse'] as const).map((one) => ({
                value: one,
                label: t(`subsidy.outcome.${one}`),
              }))}
            />
          </Form.Item>
          {!isRefusal && <HowMuch programme={programme} />}
          <Form.Item name="reason" label={t('subsidy.field.reason')} rules={required}>
            <Input maxLength={500} />
          </Form.Item>
        </div>
        {decide.isError && <Refusal title={t('subsidy.refused')} error={decide.error} fields={fields} />}
        <Button type="primary" htmlType="submit" loading={decide.isPending}>
          {t('subsidy.application.save')}
        </Button>
      </Form>
    </details>
  );
}

function HowMuch({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const required = [{ required: true, message: t('subsidy.required') }];
  if (programme.basis === 'percent')
    return (
      <Form.Item name="amount" label={t('subsidy.field.less')} extra={t('subsidy.field.lessHint')}>
        <MoneyInput />
      </Form.Item>
    );
  return (
    <Form.Item name="grade" label={t('subsidy.field.gradeOf')} rules={required}>
      <Choice<string>
        options={[
          { value: '', label: t('common.choose') },
          ...programme.grades.map(({ name, amount }) => ({ value: name, label: `${name} ${money(amount)}` })),
        ]}
      />
    </Form.Item>
  );
}
