import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';
import { useFreezeParty } from './use-freezes.js';

interface FreezeFields {
  readonly party?: NamedParty;
  readonly reason?: string;
}

const fields = ['party', 'reason'];

export function FreezeForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<FreezeFields>();
  const party = Form.useWatch<NamedParty | undefined>('party', form);
  const reason = (Form.useWatch<string | undefined>('reason', form) ?? '').trim();
  const freeze = useFreezeParty();
  const send = (): void => {
    if (party === undefined) return;
    const { kind, id } = party;
    freeze.mutate(
      { party: { kind, id }, reason },
      { onSuccess: onClose, onError: (error) => showErrors(form, error, fields) },
    );
  };
  return (
    <section className="card" aria-labelledby="freeze-title">
      <h2 id="freeze-title">{t('settling.freeze.open')}</h2>
      <Form form={form} layout="vertical" requiredMark={false} disabled={freeze.isPending}>
        <FreezeFieldItems />
        {freeze.isError && (
          <Refusal title={t('settling.freeze.refused')} error={freeze.error} fields={fields} />
        )}
        <div className="actions">
          <ConfirmButton
            danger
            disabled={party === undefined || reason === ''}
            loading={freeze.isPending}
            question={t('settling.freeze.question', { party: party?.name ?? '' })}
            confirmText={t('settling.freeze.confirm')}
            onConfirm={send}
          >
            {t('settling.freeze.submit')}
          </ConfirmButton>
          <Button onClick={onClose}>{t('settling.freeze.cancel')}</Button>
        </div>
      </Form>
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
