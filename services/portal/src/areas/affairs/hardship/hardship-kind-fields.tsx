import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { fenOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { bodyOf, type HardshipKind, type KindValues, valuesOf } from './hardship-kind-form.js';

export function EnterKind() {
  const { t } = useTranslation();
  const [form] = Form.useForm<KindValues>();
  const create = useCommand('hardshipKind', 'post', '/hardship-kinds');
  return (
    <CommandForm
      form={form}
      name="hardship-kind"
      command={create}
      input={(values: KindValues) => {
        const body = bodyOf(values);
        return body && { body };
      }}
      submit={t('hardshipKind.enter')}
      refused={t('hardshipKind.notSaved')}
      onDone={() => form.resetFields()}
      secondary
    >
      <Fields />
    </CommandForm>
  );
}

interface ChangeKindProps {
  readonly kind: HardshipKind;
  readonly onClose: () => void;
}

/** By what matters were judged already, it is only said until when it holds. */
export function ChangeKind({ kind, onClose }: ChangeKindProps) {
  const { t } = useTranslation();
  const change = useCommand('hardshipKind', 'put', '/hardship-kinds/{kindId}');
  const { id: kindId, version, label, used } = kind;
  const values = valuesOf(kind);
  return (
    <section className="card" aria-labelledby="change-kind">
      <h2 id="change-kind">{t(used ? 'hardshipKind.endTitle' : 'hardshipKind.changeTitle', { label })}</h2>
      {used && <p className="hint">{t('hardshipKind.usedHint')}</p>}
      <CommandForm
        name="change-hardship-kind"
        command={change}
        initialValues={values}
        input={(typed: KindValues) => {
          const body = bodyOf({ ...values, ...typed });
          return body && { kindId, version, body };
        }}
        submit={t('hardshipKind.save')}
        refused={t('hardshipKind.notSaved')}
        onDone={onClose}
        onCancel={onClose}
      >
        {used ? <LastDay /> : <Fields />}
      </CommandForm>
    </section>
  );
}

function Fields() {
  const { t } = useTranslation();
  const amount = {
    validator: (_rule: unknown, typed = ''): Promise<void> =>
      typed.trim() === '' || fenOf(typed) !== null
        ? Promise.resolve()
        : Promise.reject(new Error(t('hardshipKind.incomeInvalid'))),
  };
  return (
    <>
      <div className="two-columns">
        <Form.Item
          name="label"
          label={t('hardshipKind.label')}
          rules={[{ required: true, whitespace: true, message: t('hardshipKind.labelRequired') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="incomeMax" label={t('hardshipKind.incomeMaxOptional')} rules={[amount]}>
          <MoneyInput />
        </Form.Item>
      </div>
      <Form.Item
        name="source"
        label={t('hardshipKind.source')}
        rules={[{ required: true, whitespace: true, message: t('hardshipKind.sourceRequired') }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item
          name="validFrom"
          label={t('hardshipKind.validFrom')}
          rules={[{ required: true, message: t('hardshipKind.validFromRequired') }]}
        >
          <DateInput />
        </Form.Item>
        <LastDay />
      </div>
    </>
  );
}

function LastDay() {
  const { t } = useTranslation();
  return (
    <Form.Item name="validUntil" label={t('hardshipKind.validUntil')}>
      <DateInput />
    </Form.Item>
  );
}
