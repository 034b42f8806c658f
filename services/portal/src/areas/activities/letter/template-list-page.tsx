import './letter.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { PagedList } from '../../../kit/paged-list.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, LoadingState } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { organisingRoles } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { TemplateLine } from './template-line.js';

const TemplateForm = lazyPart('TemplateForm', () => import('./template-form.js'));

/** A union's own templates of certificates and letters. */
export function LetterTemplateListPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { holds, unionIdsOf } = useOffices();
  const [search, setSearch] = useSearchParams();
  const [own] = unionIdsOf(...organisingRoles);
  const unionId = search.get('union') ?? own;
  return (
    <>
      <PageHead title={t('app.page.letterTemplates')} />
      <p className="hint">{t('letter.templatesHint')}</p>
      {me === undefined && <LoadingState />}
      {me !== undefined && !holds(...organisingRoles) && <EmptyState text={t('letter.noOffice')} />}
      {unionId !== undefined && holds(...organisingRoles) && (
        <>
          <div className="letter-filter">
            <UnionPicker
              label={t('letter.union')}
              roles={organisingRoles}
              none={t('letter.chooseUnion')}
              value={unionId}
              onChange={(chosen) => setSearch(chosen === undefined ? {} : { union: chosen })}
            />
          </div>
          <Templates key={unionId} unionId={unionId} />
        </>
      )}
    </>
  );
}

function Templates({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'inUse' | 'retired'>('inUse');
  const templates = useList('letterTemplate', '/letter-templates', {
    unionId,
    retired: shown === 'retired',
  });
  const options = (['inUse', 'retired'] as const).map((value) => ({ value, label: t(`letter.${value}`) }));
  return (
    <>
      <Add unionId={unionId} />
      <div className="letter-filter">
        <Choice
          label={t('letter.show')}
          value={shown}
          options={options}
          onChange={(chosen) => setShown(chosen ?? 'inUse')}
        />
      </div>
      <PagedList
        list={templates}
        empty={{ text: t(shown === 'inUse' ? 'letter.none' : 'letter.noneRetired') }}
      >
        {(items) => (
          <ul className="plain-list letter-cards">
            {items.map((template) => (
              <TemplateLine key={template.id} template={template} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

function Add({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <TemplateForm unionId={unionId} onDone={() => setIsOpen(false)} />;
  return (
    <div className="actions">
      <Button type="primary" onClick={() => setIsOpen(true)}>
        {t('letter.add')}
      </Button>
      <Preload part={TemplateForm} />
    </div>
  );
}
