import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { LimitFields, limitOf } from './limit-fields.js';

interface LimitForm {
  readonly unionId: string;
  readonly limit?: string;
  readonly reason: string;
}

/** A new decision on a union below; another one may change it at any time. */
export function SetLimit() {
  const { t } = useTranslation();
  const [form] = Form.useForm<LimitForm>();
  const set = useCommand('amountLimit', 'post', '/ledger/amount-limits');
  return (
    <section className="card" aria-labelledby="set-limit-title">
      <h2 id="set-limit-title">{t('strictLedger.limit.set')}</h2>
      <CommandForm
        form={form}
        command={set}
        input={({ unionId, limit, reason }) => ({
          body: { unionId, limit: limitOf(limit), reason: reason.trim() },
        })}
        submit={t('strictLedger.limit.set')}
        refused={t('strictLedger.refused')}
        onDone={() => form.resetFields()}
      >
        <Form.Item
          name="unionId"
          label={t('strictLedger.limit.union')}
          rules={[{ required: true, message: t('strictLedger.limit.unionRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('strictLedger.limit.chooseUnion')} />
        </Form.Item>
        <LimitFields label={t('strictLedger.limit.amount')} />
      </CommandForm>
    </section>
  );
}
