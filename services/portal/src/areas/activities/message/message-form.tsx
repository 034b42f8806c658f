import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { ErrorState } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { usePools } from '../pool/use-pools.js';

type MessageFilter = components['schemas']['MessageFilter'];

interface MessageFormProps {
  readonly activity: Activity;
  readonly onDone: () => void;
}

type SeatState = 'confirmed' | 'held' | 'waitlisted';

/** Without `state` and `poolId` it goes to everybody. */
interface Written {
  readonly subject: string;
  readonly text: string;
  readonly state?: SeatState;
  readonly poolId?: string;
}

const states: readonly SeatState[] = ['confirmed', 'held', 'waitlisted'];

/** A message to all who take part, or to some of them; the form says to how many before it is sent. */
export function MessageForm({ activity, onDone }: MessageFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Written>();
  const filter = filterOf(Form.useWatch('state', form), Form.useWatch('poolId', form));
  const recipients = useRecipients(activity.id, filter);
  const { data: count } = recipients;
  const send = useCommand('message', 'post', '/activities/{activityId}/messages');
  return (
    <CommandForm
      form={form}
      name="message"
      command={send}
      input={({ subject, text }) => ({
        activityId: activity.id,
        body: { subject: subject.trim(), text: text.trim(), filter },
      })}
      submit={count === undefined ? t('message.send') : t('message.sendTo', { count })}
      refused={t('message.notSent')}
      onDone={onDone}
      onCancel={onDone}
      disabled={count === 0}
    >
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
    </CommandForm>
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

/** How many people a message would reach. */
function useRecipients(activityId: string, filter: MessageFilter) {
  return useQuery({
    queryKey: ['registration', '/activities/{activityId}/messages/preview', { activityId, filter }],
    queryFn: async ({ signal }) => {
      const input = { activityId, body: { filter } };
      const preview = await request('post', '/activities/{activityId}/messages/preview', input, { signal });
      return preview.recipients;
    },
  });
}

function filterOf(state: SeatState | undefined, poolId: string | undefined): MessageFilter {
  return {
    ...(state === undefined ? {} : { states: [state] }),
    ...(poolId === undefined ? {} : { poolIds: [poolId] }),
  };
}
