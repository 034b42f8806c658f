import { Form, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Noun } from '../../../api/nouns.js';
import { useSubmit } from '../../../api/use-submit.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, PasswordInput } from '../../../kit/input.js';
import { type Credentials, type Proof, type ProofWay, waysOf } from './proof.model.js';
import { canUsePasskeys, usePasskey } from './webauthn.js';

interface ProofValues {
  readonly proof?: { readonly password?: string; readonly code?: string };
}

interface ProvedFormProps<Values, Output> {
  /** Names the form among others of the page. */
  readonly name: string;
  readonly credentials: Credentials;
  readonly send: (proof: Proof, values: Values) => Promise<Output>;
  readonly submit: string;
  readonly onDone: (output: Output) => void;
  readonly onCancel: () => void;
  readonly danger?: boolean;
  /** What is read anew; the credentials where absent. */
  readonly touches?: readonly Noun[];
  /** Fields of the change itself, before the proof. */
  readonly children?: ReactNode;
}

/** A change of how one signs in: the person shows first that it is them, by password, code or passkey. */
export function ProvedForm<Values extends object, Output>({
  name,
  credentials,
  send,
  submit,
  onDone,
  onCancel,
  danger = false,
  touches = ['credential'],
  children,
}: ProvedFormProps<Values, Output>) {
  const { t } = useTranslation();
  const ways = waysOf(credentials, canUsePasskeys());
  const [way, setWay] = useState<ProofWay>('password');
  const command = useSubmit({
    send: async (values: Values & ProofValues) => {
      const { proof = {}, ...others } = values;
      const given = way === 'passkey' ? { passkey: await usePasskey(t('credential.passkeyAborted')) } : proof;
      return send(given, others as unknown as Values);
    },
    touches,
  });
  return (
    <CommandForm<Values & ProofValues, Values & ProofValues, Output>
      name={name}
      command={command}
      input={(values) => values}
      submit={submit}
      done={null}
      refused={t('credential.refused')}
      onDone={onDone}
      onCancel={onCancel}
      cancel={t('credential.cancel')}
      danger={danger}
    >
      {children}
      {ways.length > 1 && (
        <Form.Item label={t('credential.proof')}>
          <Radio.Group
            value={way}
            onChange={(event) => setWay(event.target.value as ProofWay)}
            options={ways.map((value) => ({ value, label: t(`credential.proofBy.${value}`) }))}
          />
        </Form.Item>
      )}
      {way === 'password' && (
        <Form.Item
          name={['proof', 'password']}
          label={t('credential.password')}
          rules={[{ required: true, message: t('credential.passwordRequired') }]}
        >
          <PasswordInput autoComplete="current-password" maxLength={200} />
        </Form.Item>
      )}
      {way === 'code' && (
        <Form.Item
          name={['proof', 'code']}
          label={t('credential.code')}
          rules={[{ required: true, whitespace: true, message: t('credential.codeRequired') }]}
        >
          <Input autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={40} />
        </Form.Item>
      )}
    </CommandForm>
  );
}
