import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Loan } from './loan-desk.js';
import { useLoanStep } from './use-loan.js';
import { linesOf } from '../stock/add-pieces-form.js';

interface Values {
  readonly pieces: string;
}

/** Which pieces are handed over, where the loan is counted in them. */
export function HandOverPieces({ loan, onDone }: { readonly loan: Loan; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const step = useLoanStep(loan);
  const submit = ({ pieces }: Values): void =>
    step.mutate(
      { act: 'handOver', pieces: linesOf(pieces) },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, ['pieces']) },
    );
  return (
    <Form form={form} layout="vertical" requiredMark={false} className="inner-form" onFinish={submit}>
      <h3>{t('stock.handOver.title')}</h3>
      <Form.Item
        name="pieces"
        label={t('stock.handOver.label')}
        extra={t('stock.handOver.hint')}
        rules={[{ required: true, whitespace: true, message: t('stock.handOver.required') }]}
      >
        <TextArea rows={3} autoFocus />
      </Form.Item>
      {step.isError && <Refusal title={t('loan.refused')} error={step.error} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={step.isPending}>
          {t('stock.handOver.submit')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
