import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Employment } from '../../members/employment/employment.model.js';
import { EmploymentTable } from '../../members/employment/employment-table.js';

/** For whom the reader works and worked, as their union has recorded it. */
export function OwnEmployments() {
  const { t } = useTranslation();
  const list = useList('employment', '/me/employments', {});
  return (
    <>
      <p className="hint">{t('employment.ownHint')}</p>
      <PagedList list={list} empty={{ text: t('employment.empty') }}>
        {(items) => (
          <>
            <EmploymentTable employments={items} />
            {items.some(isServed) && <p className="hint">{t('employment.servedHintOwn')}</p>}
          </>
        )}
      </PagedList>
    </>
  );
}

function isServed({ servedByUnionId, validTo }: Employment): boolean {
  return servedByUnionId !== null && validTo === null;
}
