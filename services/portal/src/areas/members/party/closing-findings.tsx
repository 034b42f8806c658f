import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';

type ClosingPreview = components['schemas']['ClosingPreviewView'];
type Found = components['schemas']['ClosingFindingView'];

/** What has no end of its own: it is there again when the party is opened. */
const staying: ReadonlySet<Found['finding']> = new Set(['members', 'resources', 'groups']);

/** What ends in the moment in which a union is closed. */
const ending: ReadonlySet<Found['finding']> = new Set(['offices', 'invitations']);

/** What the union above goes on with. */
const goingUp: ReadonlySet<Found['finding']> = new Set(['applications']);

function becomesOf({ finding, blocks }: Found): 'blocks' | 'ends' | 'goesUp' | 'stays' | 'goesOn' {
  if (blocks) return 'blocks';
  if (ending.has(finding)) return 'ends';
  if (goingUp.has(finding)) return 'goesUp';
  return staying.has(finding) ? 'stays' : 'goesOn';
}

/** What there still is of a party, in every service that has answered. */
export function ClosingFindings({ preview: { complete, services } }: { readonly preview: ClosingPreview }) {
  const { t } = useTranslation();
  const found = services.flatMap(({ findings }) => findings);
  return (
    <>
      {!complete && <Alert type="warning" showIcon className="notice" title={t('partyClosing.incomplete')} />}
      <h3 id="closing-findings-title">{t('partyClosing.stillThere')}</h3>
      {found.length === 0 ? (
        <p className="notice">{t('partyClosing.nothing')}</p>
      ) : (
        <ul className="plain-list notice" aria-labelledby="closing-findings-title">
          {found.map((one) => (
            <li key={one.finding}>
              {t(`partyClosing.finding.${one.finding}`, { count: one.count })}{' '}
              <span className="hint">{t(`partyClosing.${becomesOf(one)}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
