import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import { AddEmployment } from './add-employment.js';
import type { EmployedMember } from './employment.model.js';
import { EmploymentTable } from './employment-table.js';
import { EndEmployment } from './end-employment.js';

/** For whom a member works and worked. Officers of their union record it; it begins and ends no membership. */
export function EmploymentSection({ member }: { readonly member: EmployedMember }) {
  const { t } = useTranslation();
  const [isAdding, setIsAdding] = useState(false);
  const [endingId, setEndingId] = useState<string | null>(null);
  const list = useList('employment', '/members/{memberId}/employments', { memberId: member.id });
  // Taken from the list, so that the command has the version that is shown.
  const ending = list.items?.find(({ id }) => id === endingId);
  const close = (): void => setEndingId(null);
  return (
    <section className="card" aria-labelledby="employments-title">
      <h2 id="employments-title">{t('employment.title')}</h2>
      <p className="hint">{t('employment.hint')}</p>
      {member.basis === 'none' && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('employment.none')}
          description={t('employment.noneHint')}
        />
      )}
      {isAdding && <AddEmployment memberId={member.id} onClose={() => setIsAdding(false)} />}
      {ending !== undefined && (
        <EndEmployment key={ending.id} memberId={member.id} employment={ending} onClose={close} />
      )}
      <PagedList list={list} empty={{ text: t('employment.empty') }}>
        {(items) => (
          <EmploymentTable
            employments={items}
            action={({ id, employerName }) => (
              <Button
                onClick={() => setEndingId(id)}
                aria-label={t('employment.endOf', { name: employerName })}
              >
                {t('employment.end')}
              </Button>
            )}
          />
        )}
      </PagedList>
      {member.state !== 'ended' && !isAdding && (
        <div className="actions">
          <Button onClick={() => setIsAdding(true)}>{t('employment.add')}</Button>
        </div>
      )}
    </section>
  );
}
