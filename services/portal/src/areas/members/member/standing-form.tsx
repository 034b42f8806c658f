import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DateInput } from '../../../kit/date-input.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { Refusal } from '../../../kit/states.js';
import { type Member, type RetainedReason, retainedReasons } from './member.model.js';

interface StandingValues {
  readonly reason: RetainedReason;
  readonly from?: string;
}

/** Retains the membership of somebody who has retired, lost their work or serves in the army, or makes it full again. */
export function StandingForm({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  return (
    <FoldedAct
      title={t(member.standing === 'retained' ? 'member.makeFull' : 'member.retain')}
      hint={t('member.retainHint')}
    >
      {member.standing === 'retained' ? <MakeFull member={member} /> : <Retain member={member} />}
    </FoldedAct>
  );
}

function Retain({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const retain = useCommand('member', 'post', '/members/{memberId}/retain', { onStale: 'refuse' });
  return (
    <CommandForm
      name="retain"
      secondary
      command={retain}
      input={({ reason, from }: StandingValues) => ({
        memberId: member.id,
        version: member.version,
        body: { reason, from: from || null },
      })}
      submit={t('member.retain')}
      refused={t('member.standingRefused')}
      confirm={{
        question: t('member.retainQuestion', { name: member.name }),
        text: t('member.retain'),
      }}
    >
      <Form.Item
        name="reason"
        label={t('member.retainReason')}
        rules={[{ required: true, message: t('member.retainReasonRequired') }]}
      >
        <Choice<RetainedReason>
          options={[
            { value: '', label: t('member.retainReasonRequired') },
            ...retainedReasons.map((value) => ({ value, label: t(`member.retainedFor.${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item name="from" label={t('member.retainFrom')} extra={t('member.retainFromHint')}>
        <DateInput />
      </Form.Item>
    </CommandForm>
  );
}

function MakeFull({ member: { id: memberId, version, name } }: { readonly member: Member }) {
  const { t } = useTranslation();
  const makeFull = useCommand('member', 'post', '/members/{memberId}/make-full');
  return (
    <>
      {makeFull.isError && <Refusal title={t('member.standingRefused')} error={makeFull.error} />}
      <div className="actions">
        <ConfirmButton
          loading={makeFull.isPending}
          question={t('member.makeFullQuestion', { name })}
          confirmText={t('member.makeFull')}
          onConfirm={() => makeFull.mutate({ memberId, version })}
        >
          {t('member.makeFull')}
        </ConfirmButton>
      </div>
    </>
  );
}
