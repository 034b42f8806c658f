import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { ErrorState, Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { usePools } from '../pool/use-pools.js';
import { type MessageFilter, useRecipients, useSendMessage } from './use-messages.js';

interface MessageFormProps {
  readonly activity: Activity;
  readonly onDone: () => void;
}

type SeatState = 'confirmed' | 'held' | 'waitlisted';

/** Absent is everybody. */
interface Written {
  readonly subject: string;
  readonly text: string;
  readonly state?: SeatState;
  readonly poolId?: string;
}

const fields = ['subject', 'text'];
const states: readonly SeatState[] = ['confirmed', 'held', 'waitlisted'];

/** A message to all who take part, or to a part of them; how many that are is said before it goes. */
export function MessageForm({ activity, onDone }: MessageFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Written>();
  const filter = filterOf(Form.useWatch('state', form), Form.useWatch('poolId', form));
  const recipients = useRecipients(activity.id, filter);
  const send = useSendMessage(activity.id);
  const submit = ({ subject, text }: Written): void =>
    send.mutate(
      { subject: subject.trim(), text: text.trim(), filter },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form form={form} name="message" layout="vertical" requiredMark={false} onFinish={submit}>
      <ToWhom activityId={activity.id} />
      <Form.Item
        name="subject"
        label={t('message.subject')}
        rules={[{ required: true, whitespace: true, message: t('message.subjectRequired') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('message.text')}
        rules={[{ required: true, whitespace: true, message: t('message.textRequired') }]}
      >
        <TextArea rows={5} maxLength={2000} />
      </Form.Item>
      {recipients.isError && (
        <ErrorState error={recipients.error} onRetry={() => void recipients.refetch()} />
      )}
      {send.isError && <Refusal title={t('message.notSent')} error={send.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={recipients.data === 0} loading={send.isPending}>
          {recipients.data === undefined
            ? t('message.send')
            : t('message.sendTo', { count: recipients.data })}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function ToWhom({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const pools = usePools(activityId);
  const items = pools.data?.items ?? [];
  return (
    <div className="two-columns">
      <Form.Item name="state" label={t('message.toWhom')}>
        <Choice
          options={[
            { value: '', label: t('message.everybody') },
            ...states.map((value) => ({ value, label: t(`message.seat.${value}`) })),
          ]}
        />
      </Form.Item>
      <Form.Item name="poolId" label={t('message.ofPool')}>
        <Choice
          options={[
            { value: '', label: t('message.allPools') },
            ...items.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
    </div>
  );
}

function filterOf(state: SeatState | undefined, poolId: string | undefined): MessageFilter {
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(poolId === undefined ? {} : { poolIds: [poolId] }),
  };
}
