import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { ServiceHandler } from './service.model.js';

interface EndHandlerFormProps {
  readonly handler: ServiceHandler;
  readonly onClose: () => void;
}

/** Somebody deals with a service no more; the question says what becomes of what they have in hand. */
export function EndHandlerForm({ handler, onClose }: EndHandlerFormProps) {
  const { t } = useTranslation();
  const end = useCommand('serviceHandler', 'post', '/service-handlers/{handlerId}/end');
  const { id: handlerId, version, name, open } = handler;
  return (
    <CommandForm
      command={end}
      input={({ reason }: { readonly reason: string }) => ({ handlerId, version, body: { reason } })}
      submit={t('matter.named.end')}
      refused={t('matter.named.notEnded')}
      confirm={{
        question: t('matter.named.endQuestion', { name, count: open }),
        text: t('matter.named.end'),
      }}
      danger
      onDone={onClose}
      onCancel={onClose}
    >
      <Form.Item
        name="reason"
        label={t('matter.named.reason')}
        rules={[{ required: true, whitespace: true, message: t('matter.reasonRequired') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
