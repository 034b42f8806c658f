import '../../../kit/styles/union.css';
import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { FindField } from '../../../kit/find-field.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { unionQuery } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { rootIdsOf } from './tree.model.js';
import { UnionTree } from './union-tree.js';

const AddUnion = lazyPart('AddUnion', () => import('./add-union.js'), {
  rows: 6,
  texts: ['party'],
});

export function UnionTreePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const [isAdding, setIsAdding] = useState(false);
  const q = search.get('q')?.trim() ?? '';
  const closed = search.get('closed') === 'true';
  const find = (text: string, isClosed: boolean): void =>
    setSearch({ ...(text === '' ? {} : { q: text }), ...(isClosed ? { closed: 'true' } : {}) });
  return (
    <>
      <PageHead title={t('app.page.unions')}>
        {holds('officer', 'operator') && (
          <>
            <Button type="primary" aria-expanded={isAdding} onClick={() => setIsAdding(!isAdding)}>
              {t('union.add')}
            </Button>
            <Preload part={AddUnion} />
          </>
        )}
      </PageHead>
      {isAdding && (
        <AddUnion onAdded={({ id }) => void navigate(`/unions/${id}`)} onClose={() => setIsAdding(false)} />
      )}
      <p className="hint">{t('union.intro')}</p>
      <div className="search-line">
        <FindField key={q} label={t('union.searchLabel')} value={q} onFind={(text) => find(text, closed)} />
        <Button aria-pressed={closed} onClick={() => find(q, !closed)}>
          {t('union.closedOnly')}
        </Button>
      </div>
      {q === '' && !closed ? <OwnTree /> : <Found q={q} closed={closed} />}
    </>
  );
}

function Found({ q, closed }: { readonly q: string; readonly closed: boolean }) {
  const { t } = useTranslation();
  const list = useList('union', '/unions', {
    ...(q === '' ? {} : { q }),
    ...(closed && { closed }),
  });
  const back = <Link to="/unions">{t('union.backToTree')}</Link>;
  return (
    <PagedList list={list} empty={{ text: t(closed ? 'union.noneClosed' : 'union.foundNone'), action: back }}>
      {(unions) => (
        <div className="card">
          <ul className="plain-list found-list">
            {unions.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/unions/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
          {back}
        </div>
      )}
    </PagedList>
  );
}

/** The unions where the person holds a role, or their own, and all below them. */
function OwnTree() {
  const { t } = useTranslation();
  const me = useMe();
  const rootIds = me.data === undefined ? [] : rootIdsOf(me.data.roles, me.data.unionId);
  const unions = useQueries({ queries: rootIds.map(unionQuery) });
  const failed = unions.find(({ error }) => error !== null);
  const again = (): void => unions.forEach(({ refetch }) => void refetch());
  if (me.data === undefined) {
    return me.error === null ? (
      <LoadingState rows={6} />
    ) : (
      <ErrorState error={me.error} onRetry={() => void me.refetch()} />
    );
  }
  if (rootIds.length === 0) return <EmptyState text={t('union.noRoots')} />;
  if (failed !== undefined) return <ErrorState error={failed.error} onRetry={again} />;
  const roots = unions.flatMap(({ data }) => data ?? []);
  if (roots.length < rootIds.length) return <LoadingState rows={6} />;
  return (
    <div className="card">
      <UnionTree label={t('union.treeLabel')} roots={roots} />
    </div>
  );
}
