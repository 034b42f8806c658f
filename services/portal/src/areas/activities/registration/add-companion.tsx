import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { FamilyButtons } from './family-buttons.js';
import { GuardianConsent } from './guardian-consent.js';
import { type AgeBand, ageBands, hasMinor, type RegistrationView } from './registration.model.js';
import { type Relative, useFamily } from './use-family.js';

interface AddCompanionProps {
  readonly registration: RegistrationView;
  readonly isAgeRequired: boolean;
}

interface CompanionForm {
  readonly name: string;
  readonly ageBand?: AgeBand;
  readonly guardianConsent?: boolean;
}

/** One more companion of one's own registration: somebody of the family by a tap, or by name. */
export function AddOwnCompanion(props: AddCompanionProps) {
  const { t } = useTranslation();
  const [begun, setBegun] = useState<Partial<Relative> | null>(null);
  const family = useFamily(props.registration.companions.map(({ name }) => name));
  if (begun !== null) {
    const { name = '', ageBand = null } = begun;
    return (
      <AddCompanion
        {...props}
        initialValues={{ name, ...(ageBand === null ? {} : { ageBand }) }}
        onClose={() => setBegun(null)}
      />
    );
  }
  return (
    <>
      <FamilyButtons family={family} onBring={setBegun} />
      <Button type="dashed" block onClick={() => setBegun({})}>
        {t('registration.addCompanion')}
      </Button>
    </>
  );
}

interface FormProps extends AddCompanionProps {
  readonly initialValues?: Partial<CompanionForm>;
  readonly onClose?: () => void;
}

/** Each is checked as if they signed up now. */
export function AddCompanion({ registration, isAgeRequired, initialValues = {}, onClose }: FormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CompanionForm>();
  const add = useCommand('registration', 'post', '/registrations/{registrationId}/companions');
  const ageBand = Form.useWatch<AgeBand | undefined>('ageBand', form) ?? initialValues.ageBand;
  const isMinor = ageBand !== undefined && hasMinor({ companions: [{ ageBand }] });
  return (
    <CommandForm
      command={add}
      form={form}
      input={({ name, ageBand: age, guardianConsent }: CompanionForm) => ({
        registrationId: registration.id,
        body: {
          companions: [{ name: name.trim(), ageBand: age ?? null }],
          guardianConsent: guardianConsent === true,
        },
      })}
      submit={t('registration.addCompanion')}
      refused={t('registration.notAdded')}
      secondary
      initialValues={initialValues}
      onDone={() => (onClose === undefined ? form.resetFields() : onClose())}
      {...(onClose === undefined ? {} : { onCancel: onClose })}
    >
      <Form.Item
        name="name"
        label={t('registration.companionName')}
        rules={[{ required: true, whitespace: true, message: t('registration.companionNameRequired') }]}
      >
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="ageBand"
        label={t('registration.ageBandLabel')}
        rules={[{ required: isAgeRequired, message: t('registration.ageBandRequired') }]}
      >
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
