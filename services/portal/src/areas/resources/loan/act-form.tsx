import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { useCommand } from '../../../api/use-command.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { FreeUntil } from './free-until.js';
import type { Loan } from './loan.js';

const paths = {
  refuse: '/loans/{loanId}/refuse',
  cancel: '/loans/{loanId}/cancel',
  extend: '/loans/{loanId}/extend',
} as const;
export type FormAct = keyof typeof paths;

interface ActFormProps {
  readonly loan: Loan;
  readonly act: FormAct;
  /** The owner gives a reason for cancelling; the borrower may. */
  readonly needsReason: boolean;
  readonly onClose: () => void;
}

interface Values {
  readonly reason?: string;
  readonly endsAt?: string;
}

/** A refusal and a cancellation have a reason that the other side reads, an extension has a new end. */
export function ActForm({ loan, act, needsReason, onClose }: ActFormProps) {
  const { t } = useTranslation();
  const step = useCommand('loan', 'post', paths[act]);
  const seen = { loanId: loan.id, version: loan.version };
  const isTaken = step.error instanceof ProblemError && step.error.problem.code === 'SLOT_TAKEN';
  return (
    <CommandForm
      command={step}
      input={({ reason, endsAt }: Values) => {
        if (act === 'extend') return { ...seen, body: { endsAt: instantOf(endsAt ?? '') } };
        const text = (reason ?? '').trim();
        return { ...seen, body: { reason: act === 'cancel' && text === '' ? null : text } };
      }}
      submit={t(`loan.confirm.${act}`)}
      refused={t('loan.refused')}
      onDone={onClose}
      onCancel={onClose}
      danger={act !== 'extend'}
      initialValues={{ endsAt: localTimeOf(loan.endsAt) }}
      className="inner-form"
    >
      {act === 'extend' ? (
        <EndField />
      ) : (
        <ReasonField act={act} isRequired={act === 'refuse' || needsReason} />
      )}
      {isTaken && <FreeUntil loan={loan} />}
    </CommandForm>
  );
}

function EndField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="endsAt"
      label={t('loan.newEnd')}
      extra={t('loan.extendHint')}
      rules={[{ required: true, message: t('loan.newEndRequired') }]}
    >
      <Input type="datetime-local" />
    </Form.Item>
  );
}

function ReasonField({
  act,
  isRequired,
}: {
  readonly act: 'refuse' | 'cancel';
  readonly isRequired: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={t(isRequired ? `loan.reasonOf.${act}` : 'loan.reasonOptional')}
      extra={t(isRequired ? 'loan.reasonHint' : 'loan.cancelHint')}
      rules={[{ required: isRequired, whitespace: isRequired, message: t('loan.reasonRequired') }]}
    >
      <TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}
