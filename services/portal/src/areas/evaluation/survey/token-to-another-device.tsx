import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { QrCode } from '../../../kit/qr-code.js';
import { keptTokens } from './kept-tokens-here.js';
import { movedTokenAddress } from './moved-token.js';
import { useKeptToken } from './use-survey-tokens.js';

interface TokenToAnotherDeviceProps {
  readonly personId: string;
  readonly askingId: string;
}

/** Shows the token to another device of the same person: nobody could give a second one. */
export function TokenToAnotherDevice({ personId, askingId }: TokenToAnotherDeviceProps) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const kept = useKeptToken(personId, askingId);
  if (kept?.step !== 'ready') return null;
  const { token, signature } = kept;
  const address = movedTokenAddress(location.href.split('#')[0] ?? '', { askingId, token, signature });
  const forget = (): void => {
    keptTokens.dropDraft(personId, askingId);
    keptTokens.write(personId, askingId, { step: 'over', why: 'moved' });
  };
  return (
    <details className="card fold">
      <summary>{t('movedToken.title')}</summary>
      <p>{t('movedToken.hint')}</p>
      {isShown ? (
        <>
          <div className="moved-token">
            <QrCode text={address} label={t('movedToken.code')} />
          </div>
          <div className="actions">
            <CopyButton
              text={address}
              label={t('movedToken.copy')}
              doneText={t('movedToken.copied')}
              failedText={t('movedToken.notCopied')}
            />
            <ConfirmButton
              question={<p>{t('movedToken.doneQuestion')}</p>}
              confirmText={t('movedToken.doneYes')}
              onConfirm={forget}
            >
              {t('movedToken.done')}
            </ConfirmButton>
          </div>
        </>
      ) : (
        <Button onClick={() => setShown(true)}>{t('movedToken.show')}</Button>
      )}
    </details>
  );
}
