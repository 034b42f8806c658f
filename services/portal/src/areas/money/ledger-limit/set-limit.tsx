import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { LimitFields, limitOf } from './limit-fields.js';
import { useSetLimit } from './use-limits.js';

interface Fields {
  readonly unionId: string;
  readonly limit?: string;
  readonly reason: string;
}

const fields = ['unionId', 'limit', 'reason'];

/** A new decision on a union below; it can be changed by another one at any time. */
export function SetLimit() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const set = useSetLimit();
  const send = ({ unionId, limit, reason }: Fields): void =>
    set.mutate(
      { unionId, limit: limitOf(limit), reason: reason.trim() },
      { onSuccess: () => form.resetFields(), onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <section className="card" aria-labelledby="set-limit-title">
      <h2 id="set-limit-title">{t('strictLedger.limit.set')}</h2>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="unionId"
          label={t('strictLedger.limit.union')}
          rules={[{ required: true, message: t('strictLedger.limit.unionRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('strictLedger.limit.chooseUnion')} />
        </Form.Item>
        <LimitFields label={t('strictLedger.limit.amount')} />
        {set.isError && <Refusal title={t('strictLedger.refused')} error={set.error} fields={fields} />}
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('strictLedger.limit.set')}
        </Button>
      </Form>
    </section>
  );
}
