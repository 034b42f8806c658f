import { Form, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import type { Activity } from '../activity/activity-form.js';

type MadeLink = components['schemas']['CreatedDoorLinkView'];
type NewLink = components['schemas']['CreateDoorLinkBody'];

/** Hours after the end of the activity; the platform allows a day. */
const endings = ['0', '2', '6', '12', '24'] as const;
type Ending = (typeof endings)[number];
const usual: Ending = '6';
const hourMs = 3_600_000;

interface Fields {
  readonly name: string;
  readonly ending: Ending;
}

interface DoorLinkFormProps {
  readonly activity: Activity;
  readonly command: Command<{ readonly activityId: string; readonly body: NewLink }, MadeLink>;
  readonly form: FormInstance;
}

/** Who helps, and until when. */
export function DoorLinkForm({ activity: { id, endsAt }, command, form }: DoorLinkFormProps) {
  const { t } = useTranslation();
  return (
    <CommandForm
      command={command}
      form={form}
      name="doorLink"
      className="door-link-form"
      initialValues={{ ending: usual }}
      input={({ name, ending }: Fields) => ({
        activityId: id,
        body: {
          name: name.trim(),
          expiresAt: new Date(Date.parse(endsAt) + Number(ending) * hourMs).toISOString(),
        },
      })}
      submit={t('doorLink.makeIt')}
      refused={t('doorLink.notMade')}
      secondary
      onDone={() => form.resetFields()}
    >
      <Form.Item
        name="name"
        label={t('doorLink.name')}
        rules={[{ required: true, whitespace: true, message: t('doorLink.nameRequired') }]}
      >
        <Input maxLength={60} placeholder={t('doorLink.nameHint')} autoComplete="off" />
      </Form.Item>
      <Form.Item name="ending" label={t('doorLink.ends')}>
        <Choice<Ending>
          options={endings.map((value) => ({
            value,
            label: t('doorLink.hoursAfter', { count: Number(value) }),
          }))}
        />
      </Form.Item>
    </CommandForm>
  );
}
