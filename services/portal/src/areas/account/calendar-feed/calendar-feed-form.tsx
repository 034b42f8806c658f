import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { useMakeCalendarFeed } from './use-calendar-feeds.js';

interface FeedForm {
  readonly name: string;
}

const fields = ['name'];

export function CalendarFeedForm({ make }: { readonly make: ReturnType<typeof useMakeCalendarFeed> }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<FeedForm>();
  const submit = ({ name }: FeedForm): void =>
    make.mutate(
      { name: name.trim() },
      { onSuccess: () => form.resetFields(), onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <Form
      form={form}
      name="calendarFeed"
      className="calendar-feed-form"
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      <Form.Item
        name="name"
        label={t('calendarFeed.name')}
        rules={[{ required: true, whitespace: true, message: t('calendarFeed.nameRequired') }]}
      >
        <Input maxLength={60} placeholder={t('calendarFeed.nameHint')} autoComplete="off" />
      </Form.Item>
      {make.isError && <Refusal title={t('calendarFeed.refused')} error={make.error} fields={fields} />}
      <Button htmlType="submit" loading={make.isPending}>
        {t('calendarFeed.make')}
      </Button>
    </Form>
  );
}
