import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import type { Loan } from '../loan/loan.js';

interface Values {
  readonly endsAt: string;
  readonly reason?: string;
}

interface AskFormProps {
  readonly loan: Loan;
  readonly onClose: () => void;
}

/** The new end that the borrower asks for, and why. */
export function AskForm({ loan, onClose }: AskFormProps) {
  const { t } = useTranslation();
  const ask = useCommand('loan', 'post', '/loans/{loanId}/extension-requests');
  return (
    <CommandForm
      name="ask-extension"
      command={ask}
      input={({ endsAt, reason }: Values) => ({
        loanId: loan.id,
        body: { endsAt: instantOf(endsAt), reason: (reason ?? '').trim() || null },
      })}
      submit={t('extension.send')}
      refused={t('extension.notAsked')}
      onDone={onClose}
      onCancel={onClose}
      initialValues={{ endsAt: localTimeOf(loan.endsAt) }}
      className="inner-form"
    >
      <Form.Item
        name="endsAt"
        label={t('extension.newEnd')}
        extra={t('extension.newEndHint')}
        rules={[{ required: true, message: t('extension.newEndRequired') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="reason" label={t('extension.reason')}>
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
