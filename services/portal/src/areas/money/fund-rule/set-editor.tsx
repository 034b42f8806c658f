import './fund-rule.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { type FundRuleSet, rulesMax, type SetForm } from './fund-rule-form.js';
import { RuleFields } from './rule-fields.js';
import { SourceFields } from './source-fields.js';

interface SetEditorProps<Sent> {
  readonly command: Command<Sent, FundRuleSet>;
  readonly input: (form: SetForm) => Sent;
  readonly initial: SetForm;
  readonly asksUnion?: boolean;
  readonly draft?: string;
  readonly onChange?: () => void;
  readonly onDone: (saved: FundRuleSet) => void;
}

/** The form of a set: its dates, its source and its rules. */
export function SetEditor<Sent>({ input, initial, asksUnion, ...props }: SetEditorProps<Sent>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SetForm>();
  return (
    <CommandForm
      {...props}
      form={form}
      // Including values that no field shows: the keys of rules.
      input={() => input(form.getFieldsValue(true) as SetForm)}
      submit={t('fundRule.save')}
      refused={t('fundRule.refused')}
      initialValues={initial}
    >
      <section className="card">
        {asksUnion && <UnionField />}
        <NameAndDates />
        <SourceFields name={['source']} />
      </section>
      <RuleList />
    </CommandForm>
  );
}

function UnionField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="unionId"
      label={t('fundRule.union')}
      rules={[{ required: true, message: t('fundRule.unionRequired') }]}
    >
      <UnionPicker roles={['officer']} none={t('money.choose')} />
    </Form.Item>
  );
}

function NameAndDates() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="name"
        label={t('fundRule.name')}
        rules={[{ required: true, whitespace: true, message: t('fundRule.nameRequired') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item
          name="validFrom"
          label={t('fundRule.validFrom')}
          rules={[{ required: true, message: t('fundRule.validFromRequired') }]}
        >
          <DateInput />
        </Form.Item>
        <Form.Item name="validUntil" label={t('fundRule.validUntil')}>
          <DateInput />
        </Form.Item>
      </div>
    </>
  );
}

function RuleList() {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="rules-title">
      <h2 id="rules-title">{t('fundRule.rules')}</h2>
      <Form.List name="rules">
        {(fields, { add, remove }) => (
          <>
            {fields.length === 0 && <p className="hint">{t('fundRule.noRules')}</p>}
            {fields.map(({ key, name }) => (
              <RuleFields key={key} index={name} onRemove={() => remove(name)} />
            ))}
            <Button disabled={fields.length >= rulesMax} onClick={() => add({ source: {} })}>
              {t('fundRule.addRule')}
            </Button>
          </>
        )}
      </Form.List>
    </section>
  );
}
