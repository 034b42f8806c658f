import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { usePhoneCode } from './use-joining.js';

/** What somebody asks for, and the phone that proves that it is theirs. */
export interface Asked {
  readonly number: string;
  readonly phone: string;
}

interface AskStepProps {
  readonly numberLabel: string;
  readonly phoneLabel: string;
  readonly onDone: (asked: Asked) => void;
}

/** The number of an application or a filing, and the phone that it was sent with; at the end a code goes to the phone. */
export function AskStep({ numberLabel, phoneLabel, onDone }: AskStepProps) {
  const { t } = useTranslation();
  const code = usePhoneCode();
  // A text message about it leads here with its number.
  const [search] = useSearchParams();
  const send = ({ number, phone }: Asked): void => {
    const asked = { number: number.trim().toUpperCase(), phone: phone.replaceAll(/[\s-]/g, '') };
    code.mutate(asked.phone, { onSuccess: () => onDone(asked) });
  };
  return (
    <Form<Asked>
      layout="vertical"
      requiredMark={false}
      initialValues={{ number: search.get('number') ?? '' }}
      onFinish={send}
    >
      <Form.Item
        name="number"
        label={numberLabel}
        rules={[{ required: true, whitespace: true, message: t('joining.numberRequired') }]}
      >
        <Input
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          placeholder={t('joining.numberExample')}
        />
      </Form.Item>
      <Form.Item
        name="phone"
        label={phoneLabel}
        rules={[{ required: true, whitespace: true, message: t('joining.phoneRequired') }]}
      >
        <Input type="tel" inputMode="tel" autoComplete="tel" maxLength={40} />
      </Form.Item>
      {code.isError && <Refusal title={t('joining.codeNotSent')} error={code.error} />}
      <Button type="primary" htmlType="submit" block loading={code.isPending}>
        {t('joining.sendCode')}
      </Button>
    </Form>
  );
}
