import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { DateInput } from '../../../kit/date-input.js';
import type { Member } from './member.model.js';
import { useEndMembership } from './use-member.js';

const fields = ['validTo'];

export function EndMembership({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly validTo?: string }>();
  const end = useEndMembership(member);
  const validTo = Form.useWatch('validTo', form) ?? '';
  // The form itself submits nothing: the Enter key in its field would end it without the question.
  const send = (): void =>
    end.mutate(validTo === '' ? null : validTo, { onError: (error) => showErrors(form, error, fields) });
  return (
    <section className="card" aria-labelledby="end-title">
      <h2 id="end-title">{t('member.end')}</h2>
      <p className="hint">{t('member.endHint')}</p>
      <Form form={form} layout="vertical" requiredMark={false} disabled={end.isPending}>
        <Form.Item name="validTo" label={t('member.endDate')} extra={t('member.endDateHint')}>
          <DateInput />
        </Form.Item>
        {end.isError && <Refusal title={t('member.endRefused')} error={end.error} fields={fields} />}
        <ConfirmButton
          danger
          loading={end.isPending}
          question={t('member.endQuestion', { name: member.name, union: member.unionName })}
          confirmText={t('member.endConfirm')}
          onConfirm={send}
        >
          {t('member.end')}
        </ConfirmButton>
      </Form>
    </section>
  );
}
