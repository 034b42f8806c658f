import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { FoldedAct } from '../../../kit/folded-act.js';
import { Input } from '../../../kit/input.js';
import { type Member, type RecordedEndReason, recordedEndReasons } from './member.model.js';

interface EndValues {
  readonly reason: RecordedEndReason;
  readonly decision?: string;
  readonly validTo?: string;
}

export function EndMembership({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EndValues>();
  const reason = Form.useWatch('reason', form);
  const end = useCommand('member', 'post', '/members/{memberId}/end');
  return (
    <FoldedAct title={t('member.end')} hint={t('member.endHint')}>
      <CommandForm
        name="end"
        form={form}
        command={end}
        input={({ reason, decision, validTo }: EndValues) => ({
          memberId: member.id,
          version: member.version,
          body: { reason, decision: decision || null, validTo: validTo || null },
        })}
        submit={t('member.end')}
        refused={t('member.endRefused')}
        confirm={{
          question: t('member.endQuestion', { name: member.name, union: member.unionName }),
          text: t('member.endConfirm'),
        }}
        danger
      >
        <Form.Item
          name="reason"
          label={t('member.endReason')}
          rules={[{ required: true, message: t('member.endReasonRequired') }]}
          extra={reason === 'expelled' || reason === 'lapsed' ? t(`member.${reason}Hint`) : undefined}
        >
          <Choice<RecordedEndReason>
            options={[
              { value: '', label: t('member.endReasonRequired') },
              ...recordedEndReasons.map((value) => ({ value, label: t(`member.endedBy.${value}`) })),
            ]}
          />
        </Form.Item>
        {(reason === 'expelled' || reason === 'lapsed') && (
          <Form.Item
            name="decision"
            label={t('member.endDecision')}
            extra={t('member.endDecisionHint')}
            rules={[{ required: true, whitespace: true, message: t('member.endDecisionRequired') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Form.Item name="validTo" label={t('member.endDate')} extra={t('member.endDateHint')}>
          <DateInput />
        </Form.Item>
      </CommandForm>
    </FoldedAct>
  );
}
