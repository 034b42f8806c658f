import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../i18n/format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type JudgementRound, useCloseRound, useMoveRound } from './use-judgement-rounds.js';

const fields = ['closesAt'];

/** When a round ends: at another time than was said, or now. */
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

function MoveForm({ round }: { readonly round: JudgementRound }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly closesAt: string }>();
  const move = useMoveRound(round);
  const submit = ({ closesAt }: { readonly closesAt: string }): void =>
    move.mutate(
      { closesAt: instantOf(closesAt) },
      { onSuccess: () => form.resetFields(), onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form
      form={form}
      name="roundEnd"
      layout="vertical"
      requiredMark={false}
      disabled={move.isPending}
      onFinish={submit}
    >
      <Form.Item
        name="closesAt"
        label={t('judging.newEnd')}
        extra={t('judging.newEndHint')}
        rules={[{ required: true, message: t('judging.closesAtRequired') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      {move.isError && <Refusal title={t('judging.notMoved')} error={move.error} fields={fields} />}
      <div className="actions">
        <Button htmlType="submit" loading={move.isPending}>
          {t('judging.move')}
        </Button>
      </div>
    </Form>
  );
}

function CloseButton({ round }: { readonly round: JudgementRound }) {
  const { t } = useTranslation();
  const close = useCloseRound();
  return (
    <div className="actions">
      {close.isError && <Refusal title={t('judging.notClosed')} error={close.error} />}
      <ConfirmButton
        loading={close.isPending}
        question={<p>{t('judging.closeQuestion')}</p>}
        confirmText={t('judging.closeYes')}
        onConfirm={() => close.mutate(round)}
      >
        {t('judging.close')}
      </ConfirmButton>
    </div>
  );
}
