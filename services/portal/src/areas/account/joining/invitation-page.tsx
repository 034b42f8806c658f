import '../../../kit/styles/narrow.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Loaded } from '../../../kit/loaded.js';
import { EmptyState } from '../../../kit/states.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import { ConsentField, PhoneCodeField } from './code-and-consent.js';
import { consentVersion, type Status, type WhoForm } from './join.model.js';
import { StatusView } from './status-view.js';
import { WhoStep } from './who-step.js';

/** What the link of an invitation opens: who invites, and joining at once. */
export function JoinInvitationPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  const { instant } = useFormat();
  usePageTitle(t('joining.title'));
  const invitation = useRead('joinInvitation', '/public/invitations/{token}', { token });
  const [status, setStatus] = useState<Status | null>(null);
  if (status !== null) return <StatusView status={status} isNew onChange={setStatus} />;
  return (
    <Loaded query={invitation}>
      {({ unionName, isOpen, expiresAt }) =>
        isOpen ? (
          <div className="card narrow">
            <h1>{t('joining.invitedBy', { union: unionName })}</h1>
            <p className="hint">{t('joining.invitedUntil', { time: instant(expiresAt) })}</p>
            <Accept token={token} onDone={setStatus} />
          </div>
        ) : (
          <EmptyState text={t('joining.invitationEnded', { union: unionName })}>
            <Link to="/join">{t('joining.toJoin')}</Link>
          </EmptyState>
        )
      }
    </Loaded>
  );
}

interface AcceptProps {
  readonly token: string;
  readonly onDone: (status: Status) => void;
}

function Accept({ token, onDone }: AcceptProps) {
  const { t } = useTranslation();
  const [who, setWho] = useState<WhoForm | null>(null);
  const [isCodeSent, setIsCodeSent] = useState(false);
  const accept = useCommand('application', 'post', '/invitations/accept');
  if (who === null || !isCodeSent)
    return (
      <WhoStep
        filled={who}
        onDone={(filled) => {
          setWho(filled);
          setIsCodeSent(true);
        }}
      />
    );
  return (
    <CommandForm
      command={accept}
      input={({ code }: { readonly code: string }) => ({
        body: { token, ...who, code: code.trim(), consentVersion },
      })}
      submit={t('joining.accept')}
      done={null}
      refused={t('joining.notSent')}
      onDone={onDone}
      actions={<Button onClick={() => setIsCodeSent(false)}>{t('joining.back')}</Button>}
    >
      <p>{t('joining.checkWho', { name: who.name, phone: who.phone })}</p>
      <PhoneCodeField phone={who.phone} />
      <ConsentField />
    </CommandForm>
  );
}
