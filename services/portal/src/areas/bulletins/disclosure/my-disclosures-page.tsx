import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { ListPage } from '../../../kit/list-page.js';
import { thisYear } from '../../../session/year-choice.js';
import { disclosureYearOf } from './disclosure.model.js';
import { DisclosureYear } from './disclosure-year.js';
import { ItemCard } from './item-card.js';

/** What the reader's own union has to disclose, what is there and what is missing. */
export function MyDisclosuresPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const year = disclosureYearOf(search, thisYear());
  return (
    <ListPage
      title={t('disclosureItem.mine')}
      back="/bulletins"
      intro={
        <>
          <p className="hint">{t('disclosureItem.mineHint')}</p>
          <p>
            <Link to="/services">{t('disclosureItem.suggest')}</Link>
          </p>
        </>
      }
      filters={
        <DisclosureYear
          year={year}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { year: chosen })}
        />
      }
      list={useList('disclosureItem', '/me/disclosure-items', { year: Number(year) })}
      empty={{ text: t('disclosureItem.mineNone') }}
    >
      {(items) => (
        <ul className="disclosure-list">
          {items.map((item) => (
            <ItemCard key={item.id} item={item} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}
