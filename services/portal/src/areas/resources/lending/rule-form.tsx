import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { bodyOf, bounds, formOf, type NumberField, type RuleForm as Values } from './rule-values.js';
import type { Rule, useSetRule } from './use-lending.js';

interface RuleFormProps {
  readonly rule: Rule;
  /** Of the page: the form is made anew with what was saved, and what is told of it stays. */
  readonly set: ReturnType<typeof useSetRule>;
}

/** How early, how much, and what is kept for small and micro unions. */
export function RuleForm({ rule, set }: RuleFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const submit = (values: Values): void =>
    set.mutate({ version: rule.version, body: bodyOf({ ...formOf(rule), ...values }) });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={set.isPending}
      initialValues={formOf(rule)}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <p className="hint">{t('lending.rule.form.hint')}</p>
      <div className="two-columns">
        <NumberItem field="bookableDaysAhead" />
        <NumberItem field="noticeHours" />
        <NumberItem field="smallEarlierDays" />
        <NumberItem field="percent" />
        <Form.Item name="per" label={t('lending.rule.form.per')}>
          <Choice
            options={(['week', 'month'] as const).map((value) => ({
              value,
              label: t(`lending.rule.form.${value}`),
            }))}
          />
        </Form.Item>
        <NumberItem field="releasedDaysBefore" />
        <NumberItem field="periodDays" />
        <NumberItem field="loansMax" />
        <NumberItem field="hoursMax" />
        <NumberItem field="gapHours" />
      </div>
      {set.isError && <Refusal title={t('lending.refused')} error={set.error} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('lending.save')}
        </Button>
      </div>
    </Form>
  );
}

function NumberItem({ field }: { readonly field: NumberField }) {
  const { t } = useTranslation();
  const [min, max] = bounds[field];
  const whole = wholeNumberRule(min, max, t('lending.rule.form.number', { min, max }));
  return (
    <Form.Item
      name={field}
      label={t(`lending.rule.form.${field}`)}
      rules={[
        {
          // Empty means that there is no such limit.
          validator: (rule, text: unknown) =>
            typeof text === 'string' && text.trim() !== '' ? whole.validator(rule, text) : Promise.resolve(),
        },
      ]}
    >
      <Input inputMode="numeric" maxLength={5} className="short-field" />
    </Form.Item>
  );
}
