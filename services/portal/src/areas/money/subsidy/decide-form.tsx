import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { moneyOf } from './programme-form.js';
import type { Application, Decision, Programme } from './subsidy.model.js';

interface Values {
  readonly outcome?: 'award' | 'refuse';
  readonly grade?: string;
  readonly amount?: string;
  readonly reason?: string;
}

function initialOf({ state, grade, reason }: Application): Values {
  return {
    outcome: state === 'rejected' ? 'refuse' : 'award',
    ...(grade === null ? {} : { grade }),
    ...(reason === null ? {} : { reason }),
  };
}

/** A refusal has neither grade nor amount. */
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

/** A grade or a refusal with its reason; it may be changed until the awards are approved. */
export function DecideForm({ application, programme }: DecideFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const decide = useCommand('subsidyApplication', 'post', '/subsidy-applications/{applicationId}/decide');
  const isRefusal = Form.useWatch('outcome', form) === 'refuse';
  const required = [{ required: true, message: t('subsidy.required') }];
  const { title, unionName } = application;
  return (
    <details className="card">
      <summary>{t('subsidy.application.decide', { title, union: unionName })}</summary>
      <CommandForm
        form={form}
        name={`decide-${application.id}`}
        command={decide}
        input={(values) => ({
          applicationId: application.id,
          version: application.version,
          body: decisionOf(values),
        })}
        submit={t('subsidy.application.save')}
        refused={t('subsidy.refused')}
        initialValues={initialOf(application)}
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
      </CommandForm>
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
