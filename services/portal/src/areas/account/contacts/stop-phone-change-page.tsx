import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isMissing } from '../../../api/problem.js';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';

type PublicChange = components['schemas']['PublicPhoneChangeView'];

/**
 * What the link in the message to the old phone opens, without a sign-in. Opening it changes nothing, as scanners of messages open links,
 * too.
 */
export function StopPhoneChangePage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  const change = useRead('publicPhoneChange', '/public/phone-changes/{token}', { token });
  const [stopped, setStopped] = useState<PublicChange | null>(null);
  return (
    <>
      <PageHead title={t('phoneChange.stopPage.title')} />
      <div className="card">
        {stopped !== null ? (
          <Outcome state={stopped.state} />
        ) : isMissing(change.error) ? (
          <p role="status">{t('phoneChange.stopPage.unknown')}</p>
        ) : (
          <Loaded query={change}>
            {(found) =>
              found.state === 'waiting' ? (
                <Stop change={found} token={token} onDone={setStopped} />
              ) : (
                <Outcome state={found.state} />
              )
            }
          </Loaded>
        )}
      </div>
    </>
  );
}

interface StopProps {
  readonly change: PublicChange;
  readonly token: string;
  readonly onDone: (stopped: PublicChange) => void;
}

function Stop({ change: { newPhone, byUnion, effectiveAt }, token, onDone }: StopProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const stop = useCommand('publicPhoneChange', 'post', '/phone-changes/stop');
  const time = effectiveAt === null ? '' : format.instant(effectiveAt);
  return (
    <>
      <p>
        {t(byUnion ? 'phoneChange.stopPage.whatByUnion' : 'phoneChange.stopPage.what', { newPhone, time })}
      </p>
      <p>{t('phoneChange.stopPage.isYou')}</p>
      <p>{t('phoneChange.stopPage.notYou')}</p>
      {stop.isError && <Refusal title={t('phoneChange.stopPage.failed')} error={stop.error} />}
      <ConfirmButton
        danger
        loading={stop.isPending}
        question={t('phoneChange.withdrawQuestion')}
        confirmText={t('phoneChange.withdraw')}
        onConfirm={() => stop.mutate({ body: { token } }, { onSuccess: onDone })}
      >
        {t('phoneChange.stopPage.stop')}
      </ConfirmButton>
    </>
  );
}

function Outcome({ state }: Pick<PublicChange, 'state'>) {
  const { t } = useTranslation();
  if (state === 'applied') return <p role="status">{t('phoneChange.stopPage.applied')}</p>;
  if (state !== 'stopped') return <p role="status">{t('phoneChange.stopPage.over')}</p>;
  return (
    <>
      <p role="status">{t('phoneChange.stopPage.stopped')}</p>
      <div className="actions">
        <Link to="/reset-password">{t('phoneChange.stopPage.toReset')}</Link>
      </div>
    </>
  );
}
