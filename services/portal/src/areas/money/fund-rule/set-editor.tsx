import './fund-rule.css';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../../kit/date-input.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { rulesMax, type SetForm, setFields } from './fund-rule-form.js';
import { RuleFields } from './rule-fields.js';
import { SourceFields } from './source-fields.js';

interface SetEditorProps {
  readonly initial: SetForm;
  readonly asksUnion?: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly onChange: (values: SetForm) => void;
  readonly onSave: (values: SetForm) => Promise<unknown>;
}

/** The form of a set: its dates, its source and its rules. */
export function SetEditor({ initial, asksUnion, isSaving, error, onChange, onSave }: SetEditorProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SetForm>();
  const submit = (): void => {
    // Including values that no field shows: the keys of rules.
    const values = form.getFieldsValue(true) as SetForm;
    onSave(values).catch((refused: unknown) => showErrors(form, refused, setFields));
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={isSaving}
      initialValues={initial}
      onValuesChange={() => onChange(form.getFieldsValue(true) as SetForm)}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <section className="card">
        {asksUnion && <UnionField />}
        <NameAndDates />
        <SourceFields name={['source']} />
      </section>
      <RuleList />
      {error !== null && <Refusal title={t('fundRule.refused')} error={error} fields={setFields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={isSaving}>
          {t('fundRule.save')}
        </Button>
      </div>
    </Form>
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
