import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionName } from '../../../session/union-name.js';
import { useOffices } from '../../../session/use-offices.js';
import { type ContactPoint, ContactPointForm } from './contact-point-form.js';

interface Filters {
  readonly union?: string;
  readonly q?: string;
}

/** Whom to turn to at a union, for everybody. */
export function ContactPointListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const [isAdding, setIsAdding] = useState(false);
  const [union, q] = [search.get('union') ?? undefined, search.get('q') ?? undefined];
  const filters = withoutBlanks<Filters>({ union, q });
  return (
    <ListPage
      title={t('contactPoint.title')}
      actions={
        holds('officer', 'operator') && (
          <Button type="primary" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
            {t('contactPoint.add')}
          </Button>
        )
      }
      intro={
        <>
          <p className="hint">{t('contactPoint.hint')}</p>
          {union !== undefined && (
            <p>
              {t('contactPoint.onlyOf')} <UnionName unionId={union} /> ·{' '}
              <Link to="?">{t('contactPoint.all')}</Link>
            </p>
          )}
          {isAdding && <AddContactPoint union={union} onClose={() => setIsAdding(false)} />}
        </>
      }
      search={{
        label: t('contactPoint.find'),
        value: q ?? '',
        onFind: (text) => setSearch(searchOf(withFilter(filters, 'q', text))),
      }}
      list={useList('contactPoint', '/contact-points', filters)}
      empty={{ text: t(q === undefined ? 'contactPoint.empty' : 'contactPoint.emptyFiltered') }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          { key: 'name', title: t('contactPoint.name'), cell: (point) => <NameCell point={point} /> },
          { key: 'union', title: t('contactPoint.union'), cell: ({ unionName }) => unionName },
          { key: 'phone', title: t('contactPoint.phone'), cell: ({ phone }) => phone ?? t('common.none') },
          { key: 'hours', title: t('contactPoint.hours'), cell: ({ hours }) => hours ?? t('common.none') },
        ],
      }}
      exported={{
        name: t('contactPoint.title'),
        columns: [
          { title: t('contactPoint.name'), text: ({ name }) => name },
          { title: t('contactPoint.union'), text: ({ unionName }) => unionName },
          { title: t('contactPoint.about'), text: ({ about }) => about ?? '' },
          { title: t('contactPoint.phone'), text: ({ phone }) => phone ?? '' },
          { title: t('contactPoint.address'), text: ({ address }) => address ?? '' },
          { title: t('contactPoint.hours'), text: ({ hours }) => hours ?? '' },
        ],
      }}
    />
  );
}

function NameCell({ point: { id, name, active } }: { readonly point: ContactPoint }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`/contact-points/${id}`} className="cell-link">
        {name}
      </Link>
      {!active && <span className="tag">{t('contactPoint.closed')}</span>}
    </>
  );
}

interface AddContactPointProps {
  readonly union: string | undefined;
  readonly onClose: () => void;
}

function AddContactPoint({ union, onClose }: AddContactPointProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { unionIdsOf } = useOffices();
  const unionId = union ?? unionIdsOf('officer', 'operator')[0];
  const create = useCommand('contactPoint', 'post', '/contact-points');
  return (
    <section className="card" aria-label={t('contactPoint.add')}>
      <ContactPointForm
        command={create}
        input={(fields, chosen) => ({ body: { unionId: chosen, ...fields } })}
        isNew
        initial={unionId === undefined ? {} : { unionId }}
        onDone={({ id }) => void navigate(`/contact-points/${id}`)}
        onClose={onClose}
      />
    </section>
  );
}
