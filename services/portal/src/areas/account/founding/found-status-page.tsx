import '../../../kit/styles/narrow.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import type { FoundingStatus } from '../../members/founding/founding.model.js';
import { type Asked, AskStep } from '../joining/ask-step.js';
import { PhoneCodeField } from '../joining/code-and-consent.js';

/** It comes once somebody has shown that the filing is theirs. */
const FoundStatusView = lazyPart('FoundStatusView', () => import('./found-status-view.js'), {
  rows: 8,
  texts: ['founding', 'party'],
});

/** Where a filing stands, without a sign-in: by its number and a code to the phone. */
export function FoundStatusPage() {
  const { t } = useTranslation();
  usePageTitle(t('found.statusTitle'));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [status, setStatus] = useState<FoundingStatus | null>(null);
  const read = useCommand('unionFounding', 'post', '/union-foundings/status');
  if (status !== null) return <FoundStatusView status={status} onChange={setStatus} />;
  return (
    <div className="card narrow">
      <h1>{t('found.statusTitle')}</h1>
      {asked === null ? (
        <AskStep numberLabel={t('found.numberLabel')} phoneLabel={t('found.phoneLabel')} onDone={setAsked} />
      ) : (
        <CommandForm
          command={read}
          input={({ code }: { readonly code: string }) => ({
            body: { number: asked.number, code: code.trim() },
          })}
          submit={t('found.show')}
          done={null}
          refused={t('found.notFound')}
          onDone={setStatus}
        >
          <PhoneCodeField phone={asked.phone} />
        </CommandForm>
      )}
      <Link to="/found" className="back">
        {t('found.toFound')}
      </Link>
    </div>
  );
}
