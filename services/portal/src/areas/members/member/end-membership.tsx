import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import type { Member } from './member.model.js';

export function EndMembership({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const end = useCommand('member', 'post', '/members/{memberId}/end');
  return (
    <section className="card" aria-labelledby="end-title">
      <h2 id="end-title">{t('member.end')}</h2>
      <p className="hint">{t('member.endHint')}</p>
      <CommandForm
        command={end}
        input={({ validTo }: { readonly validTo?: string }) => ({
          memberId: member.id,
          version: member.version,
          body: { validTo: validTo || null },
        })}
        submit={t('member.end')}
        refused={t('member.endRefused')}
        confirm={{
          question: t('member.endQuestion', { name: member.name, union: member.unionName }),
          text: t('member.endConfirm'),
        }}
        danger
      >
        <Form.Item name="validTo" label={t('member.endDate')} extra={t('member.endDateHint')}>
          <DateInput />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
