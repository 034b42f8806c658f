import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Freeze, useReleaseParty } from './use-freezes.js';

const fields = ['reason'];

export function ReleaseForm({ freeze }: { readonly freeze: Freeze }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const reason = (Form.useWatch<string | undefined>('reason', form) ?? '').trim();
  const release = useReleaseParty(freeze.id, freeze.version);
  const send = (): void => release.mutate(reason, { onError: (error) => showErrors(form, error, fields) });
  return (
    // Several freezes stand on one page: their fields need names of their own.
    <Form form={form} name={`release-${freeze.id}`} layout="vertical" requiredMark={false}>
      <Form.Item
        name="reason"
        label={t('settling.freeze.releaseReason')}
        rules={[{ required: true, whitespace: true, message: t('money.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {release.isError && (
        <Refusal title={t('settling.freeze.releaseRefused')} error={release.error} fields={fields} />
      )}
      <ConfirmButton
        disabled={reason === ''}
        loading={release.isPending}
        question={t('settling.freeze.releaseQuestion', { party: freeze.party.name })}
        confirmText={t('settling.freeze.releaseConfirm')}
        onConfirm={send}
      >
        {t('settling.freeze.release')}
      </ConfirmButton>
    </Form>
  );
}
