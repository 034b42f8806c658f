import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { instantOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { JudgementRound } from './judgement-round.model.js';

/** Ends a round at another time, or now. */
export function EndOfRound({ round }: { readonly round: JudgementRound }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="round-end">
      <h2 id="round-end">{t('judging.endTitle')}</h2>
      <MoveForm round={round} />
      <CloseButton round={round} />
    </section>
  );
}

interface NewEnd {
  readonly closesAt: string;
}

function MoveForm({ round }: { readonly round: JudgementRound }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewEnd>();
  const move = useCommand('judgementRound', 'patch', '/judgement-rounds/{judgementRoundId}', {
    onStale: 'refuse',
  });
  return (
    <CommandForm
      command={move}
      input={({ closesAt }: NewEnd) => ({
        judgementRoundId: round.id,
        version: round.version,
        body: { closesAt: instantOf(closesAt) },
      })}
      submit={t('judging.move')}
      refused={t('judging.notMoved')}
      onDone={() => form.resetFields()}
      form={form}
      name="roundEnd"
    >
      <Form.Item
        name="closesAt"
        label={t('judging.newEnd')}
        extra={t('judging.newEndHint')}
        rules={[{ required: true, message: t('judging.closesAtRequired') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
    </CommandForm>
  );
}

function CloseButton({ round }: { readonly round: JudgementRound }) {
  const { t } = useTranslation();
  const close = useCommand('judgementRound', 'post', '/judgement-rounds/{judgementRoundId}/close');
  return (
    <div className="actions">
      {close.isError && <Refusal title={t('judging.notClosed')} error={close.error} />}
      <ConfirmButton
        loading={close.isPending}
        question={<p>{t('judging.closeQuestion')}</p>}
        confirmText={t('judging.closeYes')}
        onConfirm={() => close.mutate({ judgementRoundId: round.id, version: round.version })}
      >
        {t('judging.close')}
      </ConfirmButton>
    </div>
  );
}
