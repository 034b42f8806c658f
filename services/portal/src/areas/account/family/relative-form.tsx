import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { GuardianConsent } from '../../activities/registration/guardian-consent.js';
import { type AgeBand, ageBands, hasMinor } from '../../activities/registration/registration.model.js';
import type { Relative } from '../../activities/registration/use-family.js';

type Entered = components['schemas']['KeepRelative'];

interface RelativeValues {
  readonly name: string;
  readonly ageBand?: AgeBand;
  readonly guardianConsent?: boolean;
}

interface RelativeFormProps<Input> {
  readonly command: Command<Input, unknown>;
  readonly input: (entered: Entered) => Input;
  /** As they are now; nobody for somebody new. */
  readonly relative?: Relative;
  readonly submit: string;
  readonly onClose: () => void;
}

/** Name and age of somebody of the family; for a minor the consent of the guardian, each time. */
export function RelativeForm<Input>({ command, input, relative, submit, onClose }: RelativeFormProps<Input>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RelativeValues>();
  const before = relative?.ageBand ?? undefined;
  const ageBand = Form.useWatch<AgeBand | undefined>('ageBand', form) ?? before;
  const isMinor = ageBand !== undefined && hasMinor({ companions: [{ ageBand }] });
  return (
    <CommandForm
      command={command}
      form={form}
      input={({ name, ageBand: age, guardianConsent }: RelativeValues) =>
        input({ name: name.trim(), ageBand: age ?? null, guardianConsent: guardianConsent === true })
      }
      submit={submit}
      refused={t('family.refused')}
      initialValues={{
        name: relative?.name ?? '',
        ...(before === undefined ? {} : { ageBand: before }),
      }}
      onDone={onClose}
      onCancel={onClose}
      secondary
    >
      <Form.Item
        name="name"
        label={t('family.name')}
        rules={[{ required: true, whitespace: true, message: t('registration.companionNameRequired') }]}
      >
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="ageBand" label={`${t('registration.ageBandLabel')} (${t('common.optional')})`}>
        <Choice
          options={[
            { value: '' as const, label: t('registration.chooseAgeBand') },
            ...ageBands.map((value) => ({ value, label: t(`registration.ageBand.${value}`) })),
          ]}
        />
      </Form.Item>
      {isMinor && <GuardianConsent />}
    </CommandForm>
  );
}
