import '../../kit/styles/card-list.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../api/use-read.js';
import { useFormat } from '../../i18n/use-format.js';
import { ButtonLink } from '../../kit/button-link.js';
import { searchOf, withFilter } from '../../kit/filters.model.js';
import { ListPage } from '../../kit/list-page.js';
import { MenuFold } from '../../kit/menu-fold.js';
import { type FindableKind, PartyPicker } from '../../session/party-picker.js';
import { useUnionName } from '../../session/use-unions.js';
import { KindChoice } from './kind-choice.js';
import { foundKinds, recordFiltersOf, talentAddress, type TalentLine } from './record.model.js';
import { useDetailWords } from './use-detail-words.js';

const unions: readonly FindableKind[] = ['union'];

/** Whoever is signed in finds people by what they can do: only what is verified, and what its person lets others find. */
export function TalentsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { kind, q, unionId } = recordFiltersOf(search);
  const filters = {
    ...(kind === undefined ? {} : { kind }),
    ...(q === undefined ? {} : { q }),
    ...(unionId === undefined ? {} : { unionId }),
  };
  const isFiltered = Object.keys(filters).length > 0;
  const set = <Name extends keyof typeof filters>(
    name: Name,
    value: (typeof filters)[Name] | undefined,
  ): void => setSearch(searchOf(withFilter(filters, name, value)));
  return (
    <ListPage
      title={t('app.page.talents')}
      actions={
        <ButtonLink to="/my-records" isPlain>
          {t('personRecord.mineTitle')}
        </ButtonLink>
      }
      intro={
        <p className="hint">
          {t('personRecord.talentsHint')} <Link to="/contact-points">{t('personRecord.talentsContact')}</Link>
        </p>
      }
      search={{
        label: t('personRecord.findTalents'),
        value: q ?? '',
        onFind: (text) => set('q', text === '' ? undefined : text),
      }}
      filters={
        <>
          <KindChoice kinds={foundKinds} value={kind} onChange={(value) => set('kind', value)} />
          <UnionFilter key={unionId} value={unionId} onChange={(id) => set('unionId', id)} />
        </>
      }
      list={useList('personRecord', '/talents', filters)}
      empty={
        isFiltered
          ? {
              text: t('personRecord.noTalentsFound'),
              action: (
                <ButtonLink to="/talents" isPlain>
                  {t('personRecord.allTalents')}
                </ButtonLink>
              ),
            }
          : { text: t('personRecord.noTalents') }
      }
    >
      {(talents) => (
        <ul className="card-list in-columns">
          {talents.map((talent) => (
            <Talent key={talent.id} talent={talent} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

interface UnionFilterProps {
  readonly value: string | undefined;
  readonly onChange: (unionId: string | undefined) => void;
}

/** Behind one button, as the lists to choose from beside it: there are too many unions for a list. */
function UnionFilter({ value, onChange }: UnionFilterProps) {
  const { t } = useTranslation();
  const name = useUnionName(value);
  const chosen = value === undefined ? t('personRecord.anyUnion') : (name ?? t('common.loading'));
  return (
    <MenuFold label={t('personRecord.ofUnion', { union: chosen })}>
      <PartyPicker label={t('personRecord.inUnion')} kinds={unions} onPick={({ id }) => onChange(id)} />
      {value !== undefined && (
        <Button onClick={() => onChange(undefined)}>{t('personRecord.anyUnion')}</Button>
      )}
    </MenuFold>
  );
}

function Talent({ talent }: { readonly talent: TalentLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useDetailWords();
  const { name, unionName, title, kind, details, issuer, validUntil } = talent;
  return (
    <li className="card">
      <div className="card-head">
        <h2>{title}</h2>
        <span className="tag is-kind">{t(`personRecord.kind.${kind}`)}</span>
      </div>
      <p>{[name, unionName].filter(Boolean).join(t('common.separator'))}</p>
      <p className="hint">
        {[words(details), issuer, validUntil && t('personRecord.validTo', { at: format.date(validUntil) })]
          .filter(Boolean)
          .join(t('common.separator'))}
      </p>
      <p>
        <Link
          to={talentAddress(talent)}
          className="text-link"
          aria-label={t('personRecord.askTalentOf', { name, title })}
        >
          {t('personRecord.askTalent')}
        </Link>
      </p>
    </li>
  );
}
