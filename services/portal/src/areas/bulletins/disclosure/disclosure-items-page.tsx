import '../../../kit/styles/list-page.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ListItems } from '../../../kit/list-page.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { thisYear } from '../../../session/year-choice.js';
import { disclosureYearOf, newItem } from './disclosure.model.js';
import { DisclosureYear } from './disclosure-year.js';
import { ItemActs } from './item-acts.js';
import { ItemCard } from './item-card.js';
import { ItemForm } from './item-form.js';
import { OccasionActs } from './occasion-acts.js';

/** What one union has to disclose in a year: planned, linked and ended by its officers, seen by those above. */
export function DisclosureItemsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const offices = useOffices();
  const { unionId = offices.unionIdsOf('officer', 'auditor')[0] } = useParams();
  const year = disclosureYearOf(search, thisYear());
  return (
    <>
      <PageHead title={t('disclosureItem.title')} back="/bulletins">
        <ButtonLink to="/disclosure-board" isPlain>
          {t('disclosureItem.board')}
        </ButtonLink>
      </PageHead>
      <p className="hint">{t('disclosureItem.hint')}</p>
      <div className="list-filters">
        <UnionPicker
          label={t('disclosureItem.union')}
          roles={['officer', 'auditor']}
          none={t('disclosureItem.chooseUnion')}
          onChange={(chosen) =>
            void navigate(
              chosen === undefined ? '/disclosure-items' : `/disclosure-items/${chosen}?year=${year}`,
            )
          }
          {...(unionId === undefined ? {} : { value: unionId })}
        />
        <DisclosureYear
          year={year}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { year: chosen })}
        />
      </div>
      {unionId === undefined ? (
        <EmptyState text={t('disclosureItem.chooseUnion')} />
      ) : (
        <>
          {offices.holds('officer') && <NewItem key={unionId} unionId={unionId} />}
          <Items unionId={unionId} year={year} />
        </>
      )}
    </>
  );
}

function NewItem({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const create = useCommand('disclosureItem', 'post', '/disclosure-items');
  return (
    <details className="card" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('disclosureItem.add')}</summary>
      {isOpen && (
        <ItemForm
          name="new-item"
          command={create}
          input={(content) => ({ body: { ...content, unionId } })}
          initial={newItem}
          submit={t('disclosureItem.save')}
          onDone={() => setIsOpen(false)}
        />
      )}
    </details>
  );
}

function Items({ unionId, year }: { readonly unionId: string; readonly year: string }) {
  const { t } = useTranslation();
  const list = useList('disclosureItem', '/disclosure-items', { unionId, year: Number(year) });
  return (
    <ListItems title={t('disclosureItem.title')} list={list} empty={{ text: t('disclosureItem.noneOfYear') }}>
      {(items) => (
        <ul className="disclosure-list">
          {items.map((item) => (
            <ItemCard
              key={item.id}
              item={item}
              occasionActs={(occasion) => item.changeable && <OccasionActs item={item} occasion={occasion} />}
            >
              {item.changeable && <ItemActs item={item} />}
            </ItemCard>
          ))}
        </ul>
      )}
    </ListItems>
  );
}
