import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { useFormat } from '../../i18n/use-format.js';
import { ButtonLink } from '../../kit/button-link.js';
import { useOffices } from '../../session/use-offices.js';
import type { Bulletin } from './bulletin.model.js';

/** What a bulletin cites, if it does, and whose it is; of what was withdrawn the title and the fact alone. */
export function CitedCard({ cited }: { readonly cited: Bulletin['cites'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (cited === null) return null;
  const { id, title, unionName: union, excerpt, shownFrom } = cited;
  return (
    <blockquote className="cited" aria-label={t('bulletin.cites')}>
      <strong>{excerpt === null ? title : <Link to={`/bulletins/${id}`}>{title}</Link>}</strong>
      {excerpt !== null && <p>{excerpt}</p>}
      <p className="hint">
        {excerpt === null || shownFrom === null
          ? t('bulletin.citesWithdrawn', { union })
          : t('bulletin.citesBy', { union, at: format.instant(shownFrom) })}
      </p>
    </blockquote>
  );
}

/** How many unions cite it, and for officers the way to do so. */
export function CitedBy({ bulletin: { id, state, citedByUnions } }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const mayCite = useOffices().holds('officer') && state === 'published';
  return (
    <>
      {citedByUnions > 0 && <p className="hint">{t('bulletin.citedBy', { count: citedByUnions })}</p>}
      {mayCite && (
        <ButtonLink to={`/bulletins/new?cites=${id}`} isPlain>
          {t('bulletin.cite')}
        </ButtonLink>
      )}
    </>
  );
}

interface CitedFieldProps {
  readonly value?: string | null;
  readonly onChange?: (bulletinId: string | null) => void;
}

/** What a draft cites: it was chosen at that bulletin, and can be left out here. */
export function CitedField({ value = null, onChange }: CitedFieldProps) {
  const { t } = useTranslation();
  const { data } = useRead(
    'bulletin',
    '/bulletins/{bulletinId}',
    value === null ? undefined : { bulletinId: value },
  );
  if (value === null) return null;
  return (
    <div className="cited">
      <strong>{t('bulletin.cites')}</strong>
      <p>{data?.title}</p>
      <p className="hint">{data?.unionName}</p>
      <Button onClick={() => onChange?.(null)}>{t('bulletin.citesNone')}</Button>
    </div>
  );
}
