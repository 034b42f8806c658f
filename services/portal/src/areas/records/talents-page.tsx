import './records.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../api/use-read.js';
import { useFormat } from '../../i18n/use-format.js';
import { ButtonLink } from '../../kit/button-link.js';
import { searchOf, withFilter } from '../../kit/filters.model.js';
import { ListPage } from '../../kit/list-page.js';
import { Picked } from '../../kit/search-picker.js';
import { type FindableKind, PartyPicker } from '../../session/party-picker.js';
import { useUnionName } from '../../session/use-unions.js';
import { KindChoice } from './kind-choice.js';
import { foundKinds, recordFiltersOf, type TalentLine } from './record.model.js';
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
      intro={<p className="hint">{t('personRecord.talentsHint')}</p>}
      search={{
        label: t('personRecord.findTalents'),
        value: q ?? '',
        onFind: (text) => set('q', text === '' ? undefined : text),
      }}
      filters={
        <>
          <KindChoice kinds={foundKinds} value={kind} onChange={(value) => set('kind', value)} />
          {unionId === undefined ? (
            <PartyPicker
              label={t('personRecord.inUnion')}
              kinds={unions}
              onPick={({ id }) => set('unionId', id)}
            />
          ) : (
            <ChosenUnion id={unionId} onClear={() => set('unionId', undefined)} />
          )}
        </>
      }
      list={useList('personRecord', '/talents', filters)}
      empty={{ text: t(isFiltered ? 'personRecord.noTalentsFound' : 'personRecord.noTalents') }}
    >
      {(talents) => (
        <ul className="talent-list">
          {talents.map((talent) => (
            <Talent key={talent.id} talent={talent} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function ChosenUnion({ id, onClear }: { readonly id: string; readonly onClear: () => void }) {
  const { t } = useTranslation();
  return <Picked name={useUnionName(id)} clear={t('personRecord.anyUnion')} onClear={onClear} />;
}

function Talent({ talent }: { readonly talent: TalentLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useDetailWords();
  const { name, unionName, title, kind, details, issuer, validUntil } = talent;
  return (
    <li className="card">
      <h2>{name}</h2>
      <p>
        <span className="tag is-kind">{t(`personRecord.kind.${kind}`)}</span> {title}
      </p>
      <p className="hint">
        {[
          unionName,
          words(details),
          issuer,
          validUntil && t('personRecord.validTo', { at: format.date(validUntil) }),
        ]
          .filter(Boolean)
          .join(t('common.separator'))}
      </p>
    </li>
  );
}
