import './joining.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import { PhoneCodeField } from './code-and-consent.js';
import type { Status } from './join.model.js';
import { StatusView } from './status-view.js';
import { usePhoneCode } from './use-joining.js';

interface Asked {
  readonly number: string;
  readonly phone: string;
}

/** Where an application stands, without a sign-in: by its number and a code to the phone. */
export function JoinStatusPage() {
  const { t } = useTranslation();
  usePageTitle(t('joining.statusTitle'));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [status, setStatus] = useState<Status | null>(null);
  if (status !== null) return <StatusView status={status} onChange={setStatus} />;
  return (
    <div className="card joining">
      <h1>{t('joining.statusTitle')}</h1>
      {asked === null ? <AskStep onDone={setAsked} /> : <CodeStep asked={asked} onDone={setStatus} />}
      <Link to="/join" className="back">
        {t('joining.toJoin')}
      </Link>
    </div>
  );
}

function AskStep({ onDone }: { readonly onDone: (asked: Asked) => void }) {
  const { t } = useTranslation();
  const code = usePhoneCode();
  const send = ({ number, phone }: Asked): void => {
    const asked = { number: number.trim().toUpperCase(), phone: phone.replaceAll(/[\s-]/g, '') };
    code.mutate(asked.phone, { onSuccess: () => onDone(asked) });
  };
  return (
    <Form<Asked> layout="vertical" requiredMark={false} onFinish={send}>
      <Form.Item
        name="number"
        label={t('application.number')}
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
        label={t('joining.phoneOfApplication')}
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

interface CodeStepProps {
  readonly asked: Asked;
  readonly onDone: (status: Status) => void;
}

function CodeStep({ asked, onDone }: CodeStepProps) {
  const { t } = useTranslation();
  const read = useCommand('application', 'post', '/applications/status');
  return (
    <CommandForm
      command={read}
      input={({ code }: { readonly code: string }) => ({
        body: { number: asked.number, code: code.trim() },
      })}
      submit={t('joining.showStatus')}
      refused={t('joining.statusRefused')}
      onDone={onDone}
    >
      <PhoneCodeField phone={asked.phone} />
    </CommandForm>
  );
}
