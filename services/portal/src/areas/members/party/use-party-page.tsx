import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { useOffices } from '../../../session/use-offices.js';
import { managersOf, type PartyFilters, type PartyKind, partyKinds, searchOf } from './party.model.js';

const AddBackedParty = lazyPart('AddBackedParty', () => import('./add-backed-party.js'));
const AddEnterprise = lazyPart('AddEnterprise', () => import('./add-enterprise.js'), { rows: 6 });

/** The parts of the list page that all kinds of party share, as properties of `ListPage`, and how its filters change. */
export function usePartyPage(filters: PartyFilters) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [, setSearch] = useSearchParams();
  const [isAdding, setIsAdding] = useState(false);
  const { kind, q } = filters;
  const change = (changed: PartyFilters): void => setSearch(searchOf(changed));
  const page = {
    title: t('app.page.parties'),
    actions: holds(...managersOf(kind)) && (
      <>
        <Button type="primary" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
          {t(`party.add.${kind}`)}
        </Button>
        <Preload part={kind === 'enterprise' ? AddEnterprise : AddBackedParty} />
      </>
    ),
    intro: (
      <>
        <KindTabs present={kind} />
        <p className="hint">{t(`party.hint.${kind}`)}</p>
        <AddSection kind={kind} isOpen={isAdding} onClose={() => setIsAdding(false)} />
      </>
    ),
    search: {
      label: t('party.searchLabel'),
      value: q,
      onFind: (text: string) => change({ ...filters, q: text }),
    },
    empty: {
      text: t(Object.keys(searchOf(filters)).length === 1 ? 'party.empty' : 'party.emptyFiltered'),
    },
  };
  return { page, change };
}

function KindTabs({ present }: { readonly present: PartyKind }) {
  const { t } = useTranslation();
  return (
    <nav className="page-tabs" aria-label={t('party.kinds')}>
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
            <AddBackedParty kind={kind} onAdded={done} onClose={onClose} />
          )}
        </section>
      )}
    </>
  );
}
