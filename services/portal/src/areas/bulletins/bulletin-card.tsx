import './bulletin.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import type { BulletinSummary } from './bulletin.model.js';
import { BulletinImage } from './file/bulletin-image.js';

interface BulletinListProps {
  readonly bulletins: readonly BulletinSummary[];
  /** Below which heading they stand. */
  readonly level?: 'h2' | 'h3';
}

/** Bulletins one below the other. */
export function BulletinList({ bulletins, level = 'h2' }: BulletinListProps) {
  return (
    <ul className="card-list bulletin-list">
      {bulletins.map((bulletin) => (
        <BulletinCard key={bulletin.id} bulletin={bulletin} level={level} />
      ))}
    </ul>
  );
}

/** Whatever the picture is like, its place is the same in each card. */
const coverShape = { width: 4, height: 3 };

interface BulletinCardProps {
  readonly bulletin: BulletinSummary;
  readonly level: 'h2' | 'h3';
}

/** What it is about, from whom and since when, and its first words. */
function BulletinCard({ bulletin, level: Heading }: BulletinCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, title, excerpt, unionName, shownFrom, cover } = bulletin;
  const at = shownFrom === null ? null : format.instant(shownFrom);
  return (
    <li className={cover === null ? 'card' : 'card has-cover'}>
      <div>
        <Heading>
          <Link to={`/bulletins/${id}`}>{title}</Link>
        </Heading>
        <BulletinTags bulletin={bulletin} />
      </div>
      {cover !== null && (
        <div className="bulletin-cover">
          <BulletinImage
            bulletin={bulletin}
            picture={{ ...cover, ...coverShape }}
            width="320"
            sizes="160px"
          />
        </div>
      )}
      <div>
        <p>{excerpt}</p>
        <p className="hint">
          {at === null
            ? t('bulletin.byDraft', { union: unionName })
            : t('bulletin.by', { union: unionName, at })}
        </p>
      </div>
    </li>
  );
}

type Tagged = Pick<
  BulletinSummary,
  'kind' | 'business' | 'function' | 'pinned' | 'mustRead' | 'toConfirm' | 'state'
>;

export function BulletinTags({ bulletin }: { readonly bulletin: Tagged }) {
  const { t } = useTranslation();
  const { kind, business, function: about, pinned, mustRead, toConfirm, state } = bulletin;
  const cell = [
    ...(business === null ? [] : [t(`bulletin.business.${business}`)]),
    ...(about === null ? [] : [t(`bulletin.function.${about}`)]),
  ];
  return (
    <div className="tags">
      <span className="tag is-kind">{t(`bulletin.kind.${kind}`)}</span>
      {cell.length > 0 && <span className="tag">{cell.join(' × ')}</span>}
      {pinned && <span className="tag">{t('bulletin.pinnedTag')}</span>}
      {mustRead && <span className="tag">{t('bulletin.mustReadTag')}</span>}
      {toConfirm && <span className="tag is-closing">{t('bulletin.toConfirmTag')}</span>}
      {state !== 'published' && <span className="tag is-cancelled">{t(`bulletin.stateIs.${state}`)}</span>}
    </div>
  );
}
