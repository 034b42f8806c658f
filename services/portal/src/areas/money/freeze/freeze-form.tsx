import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';

interface FreezeFields {
  readonly party: NamedParty;
  readonly reason: string;
}

export function FreezeForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<FreezeFields>();
  const chosen = Form.useWatch<NamedParty | undefined>('party', form);
  const freeze = useCommand('partyFreeze', 'post', '/party-freezes');
  return (
    <section className="card" aria-labelledby="freeze-title">
      <h2 id="freeze-title">{t('settling.freeze.open')}</h2>
      <CommandForm
        form={form}
        command={freeze}
        input={({ party: { kind, id }, reason }) => ({
          body: { party: { kind, id }, reason: reason.trim() },
        })}
        submit={t('settling.freeze.submit')}
        refused={t('settling.freeze.refused')}
        confirm={{
          question: t('settling.freeze.question', { party: chosen?.name ?? '' }),
          text: t('settling.freeze.confirm'),
        }}
        danger
        onDone={onClose}
        onCancel={onClose}
        cancel={t('settling.freeze.cancel')}
      >
        <FreezeFieldItems />
      </CommandForm>
    </section>
  );
}

function FreezeFieldItems() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="party"
        label={t('settling.freeze.party')}
        rules={[{ required: true, message: t('settling.freeze.partyRequired') }]}
      >
        <PickedParty label={t('settling.freeze.party')} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('money.reason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} placeholder={t('settling.freeze.reasonHint')} />
      </Form.Item>
    </>
  );
}
