import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import type { Command } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';

type NewFeed = components['schemas']['CreateCalendarFeedRequest'];

interface CalendarFeedFormProps {
  readonly make: Command<{ readonly body: NewFeed }, unknown>;
}

export function CalendarFeedForm({ make }: CalendarFeedFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewFeed>();
  return (
    <CommandForm
      form={form}
      name="calendarFeed"
      className="calendar-feed-form"
      command={make}
      input={({ name }: NewFeed) => ({ body: { name: name.trim() } })}
      submit={t('calendarFeed.make')}
      secondary
      refused={t('calendarFeed.refused')}
      onDone={() => form.resetFields()}
      initialValues={{ name: t('calendarFeed.defaultName') }}
    >
      <Form.Item
        name="name"
        label={t('calendarFeed.name')}
        rules={[{ required: true, whitespace: true, message: t('calendarFeed.nameRequired') }]}
      >
        <Input maxLength={60} placeholder={t('calendarFeed.nameHint')} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}
