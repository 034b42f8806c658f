import { Button, Checkbox, Form } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { usePhoneCode } from './use-joining.js';

/** A phone gets one message a minute. */
const pauseMs = 60_000;

/** The code from the message, and another one where none arrives. */
export function PhoneCodeField({ phone }: { readonly phone: string }) {
  const { t } = useTranslation();
  const again = usePhoneCode();
  const [sentAt, setSentAt] = useState(() => Date.now());
  const [isPausing, setIsPausing] = useState(true);
  useEffect(() => {
    setIsPausing(true);
    const timer = setTimeout(() => setIsPausing(false), pauseMs);
    return () => clearTimeout(timer);
  }, [sentAt]);
  return (
    <>
      <Form.Item
        name="code"
        label={t('joining.code')}
        extra={t('joining.codeHint')}
        rules={[{ required: true, whitespace: true, message: t('joining.codeRequired') }]}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
      </Form.Item>
      {again.isError && <Refusal title={t('joining.codeNotSent')} error={again.error} />}
      <p>
        <Button
          disabled={isPausing}
          loading={again.isPending}
          onClick={() => again.mutate(phone, { onSuccess: () => setSentAt(Date.now()) })}
        >
          {t(isPausing ? 'joining.againLater' : 'joining.again')}
        </Button>
      </p>
    </>
  );
}

/** What is done with the personal values, and the agreement to it. */
export function ConsentField({ about = 'joining' }: { readonly about?: 'joining' | 'found' }) {
  const { t } = useTranslation();
  return (
    <>
      <details>
        <summary>{t(`${about}.consentTitle`)}</summary>
        <p>{t(`${about}.consentText`)}</p>
      </details>
      <Form.Item
        name="consent"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, agreed: unknown) =>
              agreed === true ? Promise.resolve() : Promise.reject(new Error(t(`${about}.consentRequired`))),
          },
        ]}
      >
        <Checkbox>{t(`${about}.consent`)}</Checkbox>
      </Form.Item>
    </>
  );
}
