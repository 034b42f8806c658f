import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import {
  type Circle,
  circleAboutMax,
  type CircleJoining,
  circleJoinings,
  circleNameMax,
} from './circle.model.js';

export interface CircleValues {
  readonly unionId?: string;
  readonly name: string;
  readonly about: string;
  readonly joining: CircleJoining;
}

interface CircleFormProps<Sent> {
  readonly command: Command<Sent, Circle>;
  readonly input: (values: CircleValues) => Sent | null;
  readonly initial: Partial<CircleValues>;
  /** A new one also says whose it is. */
  readonly isNew?: boolean;
  readonly submit: string;
  readonly onDone?: (circle: Circle) => void;
}

/** All that an officer says about a circle. */
export function CircleForm<Sent>({
  command,
  input,
  initial,
  isNew = false,
  submit,
  onDone = () => undefined,
}: CircleFormProps<Sent>) {
  const { t } = useTranslation();
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <CommandForm
      name="circle"
      command={command}
      input={(typed: CircleValues) => {
        const values = { ...initial, ...typed };
        return input({ ...values, name: values.name.trim(), about: values.about.trim() });
      }}
      submit={submit}
      refused={t('circle.notSaved')}
      onDone={onDone}
      initialValues={initial}
    >
      {isNew && (
        <Form.Item
          name="unionId"
          label={t('circle.union')}
          extra={t('circle.unionHint')}
          rules={[{ required: true, message: t('circle.unionRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('common.choose')} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('circle.name')} rules={needed(t('circle.nameRequired'))}>
        <Input maxLength={circleNameMax} />
      </Form.Item>
      <Form.Item name="about" label={t('circle.about')} rules={needed(t('circle.aboutRequired'))}>
        <TextArea rows={4} maxLength={circleAboutMax} />
      </Form.Item>
      <Form.Item name="joining" label={t('circle.joiningLabel')}>
        <Choice<CircleJoining>
          options={circleJoinings.map((value) => ({ value, label: t(`circle.joining.${value}`) }))}
        />
      </Form.Item>
    </CommandForm>
  );
}
