import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { isResidentNumber } from '../account/activation.model.js';
import { cleaned, isMobile, type WhoForm } from './join.model.js';
import { usePhoneCode } from './use-joining.js';

interface WhoStepProps {
  readonly filled: WhoForm | null;
  readonly onDone: (who: WhoForm) => void;
  readonly onBack?: () => void;
}

/** Who applies. The browser never keeps the number: no autofill, no draft. At the end a code goes to the phone. */
export function WhoStep({ filled, onDone, onBack }: WhoStepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<WhoForm>();
  const code = usePhoneCode();
  const send = (typed: WhoForm): void => {
    const who = cleaned(typed);
    code.mutate(who.phone, {
      onSuccess: () => onDone(who),
      onError: (error) => showErrors(form, error, ['phone']),
    });
  };
  const check = (fits: (value: unknown) => boolean, message: string) => ({
    validator: (_rule: unknown, value: unknown): Promise<void> =>
      !value || fits(value) ? Promise.resolve() : Promise.reject(new Error(message)),
  });
  return (
    <Form<WhoForm>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={filled ?? {}}
      onFinish={send}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <Form.Item
        name="name"
        label={t('joining.name')}
        rules={[{ required: true, whitespace: true, message: t('joining.nameRequired') }]}
      >
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
      <Form.Item
        name="residentNumber"
        label={t('joining.residentNumber')}
        extra={t('joining.residentNumberHint')}
        validateTrigger="onBlur"
        rules={[
          { required: true, whitespace: true, message: t('joining.residentNumberRequired') },
          check(isResidentNumber, t('joining.residentNumberFormat')),
        ]}
      >
        <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('joining.phone')}
        extra={t('joining.phoneHint')}
        validateTrigger="onBlur"
        rules={[
          { required: true, whitespace: true, message: t('joining.phoneRequired') },
          check(isMobile, t('joining.phoneFormat')),
        ]}
      >
        <Input type="tel" inputMode="tel" autoComplete="tel" maxLength={40} />
      </Form.Item>
      {code.isError && <Refusal title={t('joining.codeNotSent')} error={code.error} fields={['phone']} />}
      <Button type="primary" htmlType="submit" block loading={code.isPending}>
        {t('joining.sendCode')}
      </Button>
      {onBack !== undefined && (
        <Button block className="back" onClick={onBack}>
          {t('joining.back')}
        </Button>
      )}
    </Form>
  );
}
