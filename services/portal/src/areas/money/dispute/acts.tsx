import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import type { Dispute } from './dispute.model.js';

interface ActsProps {
  readonly dispute: Dispute;
}

/** The ways to end it that are open to the reader. */
export function Acts({ dispute }: ActsProps) {
  const { t } = useTranslation();
  const { mayRefer, mayWithdraw, mayDismiss, mayUphold } = dispute;
  if (!mayRefer && !mayWithdraw && !mayDismiss && !mayUphold) return null;
  return (
    <section className="card" aria-labelledby="acts-title">
      <h2 id="acts-title">{t('dispute.act.title')}</h2>
      {mayRefer && <p className="hint">{t('dispute.act.waitTalk')}</p>}
      <div className="actions">
        {mayWithdraw && <Withdraw dispute={dispute} />}
        {mayRefer && <Refer dispute={dispute} />}
      </div>
      {(mayDismiss || mayUphold) && <Decide dispute={dispute} />}
    </section>
  );
}

function Withdraw({ dispute: { id, version } }: ActsProps) {
  const { t } = useTranslation();
  const withdraw = useCommand('dispute', 'post', '/disputes/{disputeId}/withdraw');
  const refresh = useRefresh('dispute');
  return (
    <>
      {withdraw.isError && <Refusal title={t('dispute.act.refused')} error={withdraw.error} />}
      <ConfirmButton
        loading={withdraw.isPending}
        question={t('dispute.act.withdrawQuestion')}
        confirmText={t('dispute.act.withdrawYes')}
        onConfirm={() => withdraw.mutate({ disputeId: id, version }, { onError: refresh })}
      >
        {t('dispute.act.withdraw')}
      </ConfirmButton>
    </>
  );
}

function Refer({ dispute: { id, version, decidedAt } }: ActsProps) {
  const { t } = useTranslation();
  const refer = useCommand('dispute', 'post', '/disputes/{disputeId}/refer');
  const refresh = useRefresh('dispute');
  return (
    <>
      {refer.isError && <Refusal title={t('dispute.act.refused')} error={refer.error} />}
      <ConfirmButton
        loading={refer.isPending}
        question={t('dispute.act.referQuestion', { union: decidedAt.name })}
        confirmText={t('dispute.act.referYes')}
        onConfirm={() => refer.mutate({ disputeId: id, version }, { onError: refresh })}
      >
        {t('dispute.act.refer')}
      </ConfirmButton>
    </>
  );
}

const fields = ['reason'];
const outcomes = ['dismissed', 'upheld'] as const;
const words = { dismissed: 'dismiss', upheld: 'uphold' } as const;

function Decide({ dispute }: ActsProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const reason = (Form.useWatch('reason', form) ?? '').trim();
  const decide = useCommand('dispute', 'post', '/disputes/{disputeId}/decide');
  const may = { dismissed: dispute.mayDismiss, upheld: dispute.mayUphold };
  return (
    <Form form={form} name="decide" layout="vertical" requiredMark={false}>
      <Form.Item
        name="reason"
        label={t('dispute.act.reason')}
        rules={[{ required: true, whitespace: true, message: t('dispute.act.reasonRequired') }]}
      >
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      {decide.isError && <Refusal title={t('dispute.act.refused')} error={decide.error} fields={fields} />}
      <div className="actions">
        {outcomes
          .filter((outcome) => may[outcome])
          .map((outcome) => (
            <ConfirmButton
              key={outcome}
              danger={outcome === 'upheld'}
              disabled={reason === ''}
              loading={decide.isPending}
              question={t(`dispute.act.${words[outcome]}Question`)}
              confirmText={t(`dispute.act.${words[outcome]}Yes`)}
              onConfirm={() =>
                decide.mutate(
                  { disputeId: dispute.id, version: dispute.version, body: { outcome, reason } },
                  { onError: (error) => showErrors(form, error, fields) },
                )
              }
            >
              {t(`dispute.act.${words[outcome]}`)}
            </ConfirmButton>
          ))}
      </div>
    </Form>
  );
}
