import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../kit/copy-button.js';
import type { Draw } from './use-draw.js';

/** How the draw works, in words, and what was published before it. */
export function DrawHow({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation();
  const { fairShareDays, commitment } = draw;
  return (
    <details className="draw-how">
      <summary>{t('draw.how.title')}</summary>
      <ul>
        <li>{t('draw.how.equal')}</li>
        {fairShareDays !== null && <li>{t('draw.how.fair', { days: fairShareDays })}</li>}
        <li>{t('draw.how.party')}</li>
        <li>{t('draw.how.line')}</li>
        <li>{t('draw.how.commitment')}</li>
      </ul>
      <p className="hint">{t('draw.how.fingerprint')}</p>
      <p>
        <code className="draw-hash">{commitment}</code>
      </p>
      <CopyButton
        text={commitment}
        label={t('draw.how.copy')}
        doneText={t('draw.how.copied')}
        failedText={t('draw.how.copyFailed')}
      />
    </details>
  );
}
