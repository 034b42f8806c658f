import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { type Command } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';

export type ContactPoint = components['schemas']['ContactPointView'];
type Values = components['schemas']['CreateContactPoint'];
type Fields = Omit<Values, 'unionId'>;

interface ContactPointFormProps<Input> {
  readonly command: Command<Input, ContactPoint>;
  readonly input: (fields: Fields, unionId: string) => Input;
  /** Of a new one, whose union is chosen here as well. */
  readonly isNew?: boolean;
  readonly initial: Partial<Values>;
  readonly onDone: (saved: ContactPoint) => void;
  readonly onClose: () => void;
}

export function ContactPointForm<Input>({
  command,
  input,
  isNew = false,
  initial,
  onDone,
  onClose,
}: ContactPointFormProps<Input>) {
  const { t } = useTranslation();
  return (
    <CommandForm
      command={command}
      input={(values: Values) => input(withoutBlanks(values), values.unionId)}
      submit={t('common.save')}
      refused={t('contactPoint.refused')}
      onDone={onDone}
      onCancel={onClose}
      initialValues={initial}
    >
      {isNew && (
        <Form.Item
          name="unionId"
          label={t('contactPoint.union')}
          rules={[{ required: true, message: t('contactPoint.unionRequired') }]}
        >
          <UnionPicker none={t('contactPoint.union')} roles={['officer', 'operator']} />
        </Form.Item>
      )}
      <Form.Item
        name="name"
        label={t('contactPoint.name')}
        rules={[{ required: true, whitespace: true, message: t('contactPoint.nameRequired') }]}
      >
        <Input maxLength={60} placeholder={t('contactPoint.nameExample')} />
      </Form.Item>
      <Form.Item name="about" label={t('contactPoint.about')} extra={t('contactPoint.aboutHint')}>
        <TextArea rows={2} maxLength={200} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="phone" label={t('contactPoint.phone')} extra={t('contactPoint.phoneHint')}>
          <Input type="tel" maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="hours" label={t('contactPoint.hours')}>
          <Input maxLength={100} placeholder={t('contactPoint.hoursExample')} />
        </Form.Item>
      </div>
      <Form.Item name="address" label={t('contactPoint.address')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}

/** A field that was left empty is not known. */
function withoutBlanks({ name, about, phone, address, hours }: Fields): Fields {
  const text = (typed: string | null | undefined): string | null => typed?.trim() || null;
  return {
    name: name.trim(),
    about: text(about),
    phone: text(phone),
    address: text(address),
    hours: text(hours),
  };
}
