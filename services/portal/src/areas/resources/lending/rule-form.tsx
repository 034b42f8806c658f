import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { bodyOf, bounds, formOf, type NumberField, type RuleForm as Values } from './rule-values.js';
import type { Rule, SetRule } from './lending.model.js';

interface RuleFormProps {
  readonly resourceId: string;
  readonly rule: Rule;
  /** Of the page: a save mounts the form again with the saved rule, and the page still says that it was saved. */
  readonly set: SetRule;
}

/** How early, how much, and what is reserved for small and micro unions. */
export function RuleForm({ resourceId, rule, set }: RuleFormProps) {
  const { t } = useTranslation();
  return (
    <CommandForm
      command={set}
      input={(values: Values) => ({
        resourceId,
        version: rule.version,
        body: bodyOf({ ...formOf(rule), ...values }),
      })}
      submit={t('lending.save')}
      refused={t('lending.refused')}
      initialValues={formOf(rule)}
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
    </CommandForm>
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
