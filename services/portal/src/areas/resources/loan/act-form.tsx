import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { ProblemError } from '../../../api/problem.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { FreeUntil } from './free-until.js';
import type { Loan } from './loan-desk.js';
import { type LoanStep, useLoanStep } from './use-loan.js';
import { Input, TextArea } from '../../../kit/input.js';

export type FormAct = 'refuse' | 'cancel' | 'extend';

interface ActFormProps {
  readonly loan: Loan;
  readonly act: FormAct;
  /** The owner says why he cancels; the borrower may. */
  readonly needsReason: boolean;
  readonly onClose: () => void;
}

interface Values {
  readonly reason?: string;
  readonly endsAt?: string;
}

const fields = ['reason', 'endsAt'];

/** Refusing and cancelling want a reason that the other side reads, extending a new end. */
export function ActForm({ loan, act, needsReason, onClose }: ActFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const step = useLoanStep(loan);
  const submit = (values: Values): void =>
    step.mutate(stepOf(act, values), {
      onSuccess: onClose,
      onError: (error) => showErrors(form, error, fields),
    });
  const isTaken = step.error instanceof ProblemError && step.error.problem.code === 'SLOT_TAKEN';
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={step.isPending}
      initialValues={{ endsAt: localTimeOf(loan.endsAt) }}
      onFinish={submit}
    >
      {act === 'extend' ? (
        <EndField />
      ) : (
        <ReasonField act={act} isRequired={act === 'refuse' || needsReason} />
      )}
      {step.isError && <Refusal title={t('loan.refused')} error={step.error} fields={fields} />}
      {isTaken && <FreeUntil loan={loan} />}
      <div className="actions">
        <Button type="primary" danger={act !== 'extend'} htmlType="submit" loading={step.isPending}>
          {t(`loan.confirm.${act}`)}
        </Button>
        <Button onClick={onClose}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function stepOf(act: FormAct, { reason, endsAt }: Values): LoanStep {
  const text = (reason ?? '').trim();
  if (act === 'extend') return { act, endsAt: instantOf(endsAt ?? '') };
  return act === 'refuse' ? { act, reason: text } : { act, reason: text === '' ? null : text };
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
