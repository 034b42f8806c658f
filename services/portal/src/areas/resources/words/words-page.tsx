import '../../../kit/styles/list-page.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { FindField } from '../../../kit/find-field.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { WordGroupCard } from './word-group-card.js';
import { WordGroupForm } from './word-group-form.js';
import { groupsWith, type WordGroup } from './words.model.js';

type Shown = 'changed' | 'all';

const shownMax = 40;
const newGroup: WordGroup = {
  word: '',
  same: [],
  hints: [],
  wider: null,
  kind: 'topic',
  version: 0,
  origin: 'absent',
  reason: null,
  changedAt: null,
};

/** The words that mean the same to search and matching; the federation changes them. */
export function WordsPage() {
  const { t } = useTranslation();
  const words = useRead('wordGroup', '/word-groups', {});
  return (
    <>
      <PageHead title={t('words.title')} back="/offers" />
      <p className="hint">{t('words.hint')}</p>
      <Loaded query={words}>{(data) => <Groups words={data} />}</Loaded>
    </>
  );
}

function Groups({
  words: { groups, mayChange },
}: {
  readonly words: components['schemas']['WordGroupsView'];
}) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [q, edited] = [search.get('q') ?? '', search.get('edit')];
  const changed = groups.filter(({ origin }) => origin !== 'shipped');
  const shown: Shown = (search.get('shown') ?? 'all') === 'changed' ? 'changed' : 'all';
  const change = (next: { readonly q?: string; readonly shown?: Shown; readonly edit?: string }): void => {
    const all = { q, shown, ...next };
    setSearch(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')), {
      replace: true,
    });
  };
  const found = groupsWith(shown === 'changed' ? changed : groups, q);
  return (
    <>
      <div className="list-filters">
        <Choice<Shown>
          label={t('words.shown')}
          value={shown}
          options={[
            { value: 'all', label: t('words.all', { count: groups.length }) },
            { value: 'changed', label: t('words.onlyChanged', { count: changed.length }) },
          ]}
          onChange={(value = 'all') => change({ shown: value })}
        />
        <FindField key={q} label={t('words.find')} value={q} onFind={(text) => change({ q: text })} />
        {mayChange && <Button onClick={() => change({ edit: 'new' })}>{t('words.add')}</Button>}
      </div>
      {mayChange && edited === 'new' && <WordGroupForm group={newGroup} onClose={() => change({})} />}
      {found.length === 0 && <EmptyState text={t('words.none')} />}
      <ul className="plain-list" aria-label={t('words.title')}>
        {found.slice(0, shownMax).map((group) => (
          <li key={group.word}>
            {mayChange && edited === group.word ? (
              <WordGroupForm group={group} onClose={() => change({})} />
            ) : (
              <WordGroupCard
                group={group}
                {...(mayChange ? { onEdit: () => change({ edit: group.word }) } : {})}
              />
            )}
          </li>
        ))}
      </ul>
      {found.length > shownMax && <p className="hint">{t('words.tooMany', { count: shownMax })}</p>}
    </>
  );
}
