import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';

interface LineOfForm {
  readonly statementId: string;
  readonly number: number;
}

interface RefundFields {
  readonly bankReference: string;
}

export function RefundForm({ statementId, number }: LineOfForm) {
  const { t } = useTranslation();
  const refund = useCommand('bankStatement', 'post', '/bank-statements/{bankStatementId}/refund-dues');
  return (
    <CommandForm
      command={refund}
      secondary
      input={({ bankReference }: RefundFields) => ({
        bankStatementId: statementId,
        body: { number, bankReference: bankReference.trim() },
      })}
      submit={t('settling.dues.refundSubmit')}
      refused={t('settling.dues.refused')}
    >
      <Form.Item
        name="bankReference"
        label={t('settling.dues.refundNumber')}
        rules={[{ required: true, whitespace: true, message: t('settling.dues.refundNumberRequired') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}

export function ReferenceForm({ statementId, number }: LineOfForm) {
  const { t } = useTranslation();
  const assign = useCommand('bankStatement', 'post', '/bank-statements/{bankStatementId}/assign-dues');
  return (
    <CommandForm
      command={assign}
      secondary
      input={({ reference }: { readonly reference: string }) => ({
        bankStatementId: statementId,
        body: { number, reference: reference.replaceAll(/[\s-]/g, '').toUpperCase() },
      })}
      submit={t('settling.dues.assign')}
      refused={t('settling.dues.refused')}
    >
      <Form.Item
        name="reference"
        label={t('settling.dues.reference')}
        rules={[{ required: true, whitespace: true, message: t('settling.dues.referenceRequired') }]}
      >
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}
