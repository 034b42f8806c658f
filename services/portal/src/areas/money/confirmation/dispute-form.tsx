import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { useCostItems } from '../cost-pool/use-cost-pool.js';
import type { Confirmation } from './confirmation.model.js';

interface FormProps {
  readonly confirmation: Confirmation;
}

interface Values {
  readonly reason: string;
  readonly itemId?: string;
}

/** What is wrong with a share, or with a bill that it rests on. */
export function DisputeForm({ confirmation }: FormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const dispute = useCommand('confirmation', 'post', '/confirmations/{confirmationId}/dispute');
  return (
    <CommandForm
      name="dispute"
      command={dispute}
      input={({ reason, itemId }: Values) => ({
        confirmationId: confirmation.id,
        version: confirmation.version,
        body: { reason: reason.trim(), ...(itemId === undefined ? {} : { itemId }) },
      })}
      submit={t('dispute.open.submit')}
      refused={t('confirmation.refused')}
      confirm={{ question: t('dispute.open.question'), text: t('dispute.open.yes') }}
      danger
      onDone={({ id }) => void navigate(`/disputes/${id}`)}
    >
      <p className="hint">{t('dispute.open.hint')}</p>
      {confirmation.costPoolId !== null && <About costPoolId={confirmation.costPoolId} />}
      <Form.Item
        name="reason"
        label={t('dispute.open.reason')}
        rules={[{ required: true, whitespace: true, message: t('dispute.open.reasonRequired') }]}
      >
        <TextArea rows={3} maxLength={1_000} />
      </Form.Item>
    </CommandForm>
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
