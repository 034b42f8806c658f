import { Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type CodeRequest, type CodeSource, useRequestCode } from './use-entry-code.js';

/** The platform sends a person one message a minute, and does not say when it sends none. */
const pauseMs = 60_000;

interface CodeFieldProps {
  readonly source: CodeSource;
  readonly request: CodeRequest;
}

/** The field for the code, and what to do where none arrives. */
export function CodeField({ source, request }: CodeFieldProps) {
  const { t } = useTranslation();
  const isSent = source === 'textMessage';
  return (
    <>
      <Form.Item
        name="code"
        label={t('entry.code')}
        extra={t(isSent ? 'entry.sentHint' : 'entry.printedHint')}
        rules={[{ required: true, whitespace: true, message: t('entry.codeRequired') }]}
      >
        <Input
          inputMode={isSent ? 'numeric' : 'text'}
          autoComplete={isSent ? 'one-time-code' : 'off'}
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
        />
      </Form.Item>
      {isSent && <SendAgain request={request} />}
    </>
  );
}

function SendAgain({ request }: Pick<CodeFieldProps, 'request'>) {
  const { t } = useTranslation();
  const again = useRequestCode();
  const [sentAt, setSentAt] = useState(() => Date.now());
  const [isPausing, setIsPausing] = useState(true);
  useEffect(() => {
    setIsPausing(true);
    const timer = setTimeout(() => setIsPausing(false), pauseMs);
    return () => clearTimeout(timer);
  }, [sentAt]);
  const send = (): void => again.mutate(request, { onSuccess: () => setSentAt(Date.now()) });
  return (
    <>
      <p className="hint">{t(request.purpose === 'signIn' ? 'signIn.noMessage' : 'entry.noMessage')}</p>
      {again.isError && <Refusal title={t('entry.notSent')} error={again.error} />}
      <Button disabled={isPausing} loading={again.isPending} onClick={send}>
        {t(isPausing ? 'entry.againLater' : 'entry.again')}
      </Button>
    </>
  );
}
