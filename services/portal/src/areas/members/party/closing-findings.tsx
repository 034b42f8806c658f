import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';

type ClosingPreview = components['schemas']['ClosingPreviewView'];

/** What there still is of a party, in every service that has answered. */
export function ClosingFindings({ preview: { complete, services } }: { readonly preview: ClosingPreview }) {
  const { t } = useTranslation();
  const found = services.flatMap(({ findings }) => findings);
  return (
    <>
      {!complete && <Alert type="warning" showIcon className="notice" title={t('partyClosing.incomplete')} />}
      <h3 id="closing-findings-title">{t('partyClosing.stillThere')}</h3>
      {found.length === 0 ? (
        <p>{t('partyClosing.nothing')}</p>
      ) : (
        <ul className="plain-list" aria-labelledby="closing-findings-title">
          {found.map(({ finding, count, blocks }) => (
            <li key={finding}>
              {t(`partyClosing.finding.${finding}`, { count })}{' '}
              <span className="hint">{t(blocks ? 'partyClosing.blocks' : 'partyClosing.goesOn')}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
