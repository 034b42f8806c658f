import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import { Alert, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { AreaTabs } from '../../../session/area-tabs.js';
import { Choice } from '../../../kit/choice.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { useOffices } from '../../../session/use-offices.js';
import { BackedList } from './backed-list.js';
import { EnterpriseList } from './enterprise-list.js';
import {
  filtersOf,
  keepersOf,
  type PartyFilters,
  type PartyKind,
  partyKinds,
  searchOf,
  type SizeClass,
  sizeClasses,
} from './party.model.js';
import { Input } from '../../../kit/input.js';

const AddBackedParty = lazyPart('AddBackedParty', () => import('./add-backed-party.js'));
const AddEnterprise = lazyPart('AddEnterprise', () => import('./add-enterprise.js'), { rows: 6 });

export function PartyListPage() {
  const { t } = useTranslation();
  const { holds, holdsOffice } = useOffices();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState<PartyKind | null>(null);
  const filters = filtersOf(search);
  const { kind } = filters;
  const isAdding = adding === kind;
  const change = (changed: PartyFilters): void => setSearch(searchOf(changed));
  return (
    <>
      {holdsOffice && <AreaTabs area="members" />}
      <PageHead title={t('app.page.parties')}>
        {holds(...keepersOf(kind)) && (
          <>
            <Button type="primary" aria-expanded={isAdding} onClick={() => setAdding(isAdding ? null : kind)}>
              {t(`party.add.${kind}`)}
            </Button>
            <Preload part={kind === 'enterprise' ? AddEnterprise : AddBackedParty} />
          </>
        )}
      </PageHead>
      <KindTabs present={kind} />
      <p className="hint">{t(`party.hint.${kind}`)}</p>
      <AddSection kind={kind} isOpen={isAdding} onClose={() => setAdding(null)} />
      <Filters key={`${kind}.${filters.q}`} filters={filters} onChange={change} />
      {kind === 'enterprise' ? (
        <EnterpriseList filters={filters} />
      ) : (
        <BackedList filters={filters} kind={kind} />
      )}
    </>
  );
}

function KindTabs({ present }: { readonly present: PartyKind }) {
  const { t } = useTranslation();
  return (
    <nav className="area-tabs" aria-label={t('party.kinds')}>
      {partyKinds.map((kind) => (
        <Link key={kind} to={`?kind=${kind}`} aria-current={kind === present ? 'page' : undefined}>
          {t(`party.kind.${kind}`)}
        </Link>
      ))}
    </nav>
  );
}

interface AddSectionProps {
  readonly kind: PartyKind;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function AddSection({ kind, isOpen, onClose }: AddSectionProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [added, setAdded] = useState<string | null>(null);
  const done = ({ name }: { readonly name: string }): void => {
    setAdded(name);
    onClose();
  };
  return (
    <>
      <div role="status" aria-live="polite">
        {added !== null && (
          <Alert type="success" showIcon title={t('party.added', { name: added })} className="notice" />
        )}
      </div>
      {isOpen && (
        <section className="card" aria-label={t(`party.add.${kind}`)}>
          {kind === 'enterprise' ? (
            <AddEnterprise
              onAdded={({ id }) => void navigate(`/parties/enterprises/${id}`)}
              onClose={onClose}
            />
          ) : (
            <AddBackedParty key={kind} kind={kind} onAdded={done} onClose={onClose} />
          )}
        </section>
      )}
    </>
  );
}

interface FiltersProps {
  readonly filters: PartyFilters;
  readonly onChange: (filters: PartyFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(filters.q);
  const withText = { ...filters, q: text.trim() };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(withText);
  };
  return (
    <form role="search" className="money-filters" onSubmit={submit}>
      <Input
        type="search"
        value={text}
        maxLength={100}
        aria-label={t('party.searchLabel')}
        placeholder={t('party.searchLabel')}
        onChange={(event) => setText(event.target.value)}
      />
      {filters.kind === 'enterprise' && (
        <Choice<SizeClass>
          label={t('party.size')}
          value={filters.size}
          options={[
            { value: '', label: t('party.everySize') },
            ...sizeClasses.map((size) => ({ value: size, label: t(`party.sizes.${size}`) })),
          ]}
          onChange={(size) => onChange({ ...withText, size })}
        />
      )}
      <Button type="primary" htmlType="submit">
        {t('common.search')}
      </Button>
    </form>
  );
}
