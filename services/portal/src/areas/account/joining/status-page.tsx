import '../../../kit/styles/narrow.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import { type Asked, AskStep } from './ask-step.js';
import { PhoneCodeField } from './code-and-consent.js';
import type { Status } from './join.model.js';
import { StatusView } from './status-view.js';

/** Where an application stands, without a sign-in: by its number and a code to the phone. */
export function JoinStatusPage() {
  const { t } = useTranslation();
  usePageTitle(t('joining.statusTitle'));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [status, setStatus] = useState<Status | null>(null);
  if (status !== null) return <StatusView status={status} onChange={setStatus} />;
  return (
    <div className="card narrow">
      <h1>{t('joining.statusTitle')}</h1>
      {asked === null ? (
        <AskStep
          numberLabel={t('application.number')}
          phoneLabel={t('joining.phoneOfApplication')}
          onDone={setAsked}
        />
      ) : (
        <CodeStep asked={asked} onDone={setStatus} />
      )}
      <Link to="/join" className="back">
        {t('joining.toJoin')}
      </Link>
    </div>
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
      done={null}
      refused={t('joining.statusRefused')}
      onDone={onDone}
    >
      <PhoneCodeField phone={asked.phone} />
    </CommandForm>
  );
}
