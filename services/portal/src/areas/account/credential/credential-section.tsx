import './credential.css';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { request } from '../../../api/request.js';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { useFormat } from '../../../i18n/use-format.js';
import { useOffices } from '../../../session/use-offices.js';
import { NewCodes } from './new-codes.js';
import { PasskeyPart } from './passkey-part.js';
import type { Credentials } from './proof.model.js';
import { ProvedForm } from './proved-form.js';
import { TotpPart } from './totp-part.js';

/** Fewer than this are few: somebody is about to be locked out. */
const codesFew = 3;

/** By what the person signs in besides the password. */
export function CredentialSection() {
  const credentials = useRead('credential', '/me/credentials', {});
  return <Loaded query={credentials}>{(found) => <Factors credentials={found} />}</Loaded>;
}

function Factors({ credentials }: { readonly credentials: Credentials }) {
  const { t } = useTranslation();
  const format = useFormat();
  const maySetPolicy = useOffices().holdsAtRoot('officer', 'operator');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { hasSecondFactor, secondFactorDueAt: dueAt } = credentials;
  const isOverdue = dueAt !== null && new Date(dueAt) <= new Date();
  return (
    <>
      <p className="hint">{t('credential.hint')}</p>
      <p>
        <span className={hasSecondFactor ? 'tag is-published' : 'tag'}>
          {t(hasSecondFactor ? 'credential.on' : 'credential.off')}
        </span>
      </p>
      {dueAt !== null && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={isOverdue ? t('credential.overdue') : t('credential.due', { when: format.instant(dueAt) })}
        />
      )}
      {codes !== null && <NewCodes codes={codes} onDone={() => setCodes(null)} />}
      <TotpPart credentials={credentials} onCodes={setCodes} />
      <PasskeyPart credentials={credentials} onCodes={setCodes} />
      {hasSecondFactor && <CodesPart credentials={credentials} onCodes={setCodes} />}
      {maySetPolicy && (
        <div className="actions">
          <Link to="/sign-in-policy">{t('credential.policy')}</Link>
        </div>
      )}
    </>
  );
}

interface CodesPartProps {
  readonly credentials: Credentials;
  readonly onCodes: (codes: readonly string[]) => void;
}

function CodesPart({ credentials, onCodes }: CodesPartProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { recoveryCodesLeft: count } = credentials;
  return (
    <>
      <h3>{t('credential.codes')}</h3>
      <p className="hint">{t('credential.codesHint')}</p>
      <p>{t(count < codesFew ? 'credential.codesFew' : 'credential.codesLeft', { count })}</p>
      {!isOpen && <Button onClick={() => setIsOpen(true)}>{t('credential.codesRenew')}</Button>}
      {isOpen && (
        <>
          <p>{t('credential.codesRenewHint')}</p>
          <ProvedForm
            name="renew-codes"
            credentials={credentials}
            send={(proof) => request('post', '/me/credentials/recovery-codes', { body: { proof } }, {})}
            submit={t('credential.codesRenew')}
            onDone={({ recoveryCodes }) => {
              onCodes(recoveryCodes);
              setIsOpen(false);
            }}
            onCancel={() => setIsOpen(false)}
          />
        </>
      )}
    </>
  );
}
