import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { useCostItems } from '../cost-pool/use-cost-pool.js';
import type { Confirmation } from './confirmation.model.js';
import { useDispute } from './use-confirmations.js';

interface FormProps {
  readonly confirmation: Confirmation;
}

interface Values {
  readonly reason?: string;
  readonly itemId?: string;
}

const fields = ['reason', 'itemId'];

/** What is wrong with a share, or with a bill that it rests on. */
export function DisputeForm({ confirmation }: FormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const itemId = Form.useWatch('itemId', form);
  const dispute = useDispute(confirmation.id, confirmation.version);
  const send = (): void =>
    dispute.mutate(
      { reason, ...(itemId === undefined ? {} : { itemId }) },
      {
        onSuccess: ({ id }) => void navigate(`/disputes/${id}`),
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <Form form={form} name="dispute" layout="vertical" requiredMark={false}>
      <p className="hint">{t('dispute.open.hint')}</p>
      {confirmation.costPoolId !== null && <About costPoolId={confirmation.costPoolId} />}
      <Form.Item
        name="reason"
        label={t('dispute.open.reason')}
        rules={[{ required: true, whitespace: true, message: t('dispute.open.reasonRequired') }]}
      >
        <TextArea rows={3} maxLength={1_000} />
      </Form.Item>
      {dispute.isError && <Refusal title={t('confirmation.refused')} error={dispute.error} fields={fields} />}
      <ConfirmButton
        danger
        disabled={reason === ''}
        loading={dispute.isPending}
        question={t('dispute.open.question')}
        confirmText={t('dispute.open.yes')}
        onConfirm={send}
      >
        {t('dispute.open.submit')}
      </ConfirmButton>
    </Form>
  );
}

/** The whole share, or one of the bills. */
function About({ costPoolId }: { readonly costPoolId: string }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { items = [] } = useCostItems(costPoolId);
  return (
    <Form.Item name="itemId" label={t('dispute.open.about')}>
      <Choice<string>
        options={[
          { value: '', label: t('dispute.open.whole') },
          ...items.map(({ id, title, amount }) => ({
            value: id,
            label: t('dispute.itemText', { title, amount: money(amount) }),
          })),
        ]}
      />
    </Form.Item>
  );
}
