import { CheckCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useKeptList } from '../../../session/kept-list.js';
import { useUnionName } from '../../../session/use-unions.js';
import { useOffices } from '../../../session/use-offices.js';

/** What a new union does first; shown to its officers until all of it is done, or somebody has seen enough of it. */
export function FirstSteps() {
  const { unionIdsOf } = useOffices();
  const [done, keepDone] = useKeptList('firstSteps');
  const [unionId] = unionIdsOf('officer');
  if (unionId === undefined || done.includes(unionId)) return null;
  return <Steps unionId={unionId} onDone={() => keepDone([...done, unionId])} />;
}

function Steps({ unionId, onDone }: { readonly unionId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const union = useUnionName(unionId);
  const steps = useSteps(unionId);
  const left = steps?.filter(({ isDone }) => !isDone).length;
  useEffect(() => {
    if (left === 0) onDone();
  }, [left, onDone]);
  if (steps === undefined || left === 0) return null;
  return (
    <section className="card first-steps" aria-labelledby="first-steps-title">
      <div className="first-steps-head">
        <h2 id="first-steps-title">{t('home.firstSteps.title', { union: union ?? '' })}</h2>
        <Button type="text" onClick={onDone}>
          {t('home.firstSteps.close')}
        </Button>
      </div>
      <ol>
        {steps.map(({ key, to, isDone }) => (
          <li key={key} className={isDone ? 'is-done' : undefined}>
            {isDone ? <CheckCircleFilled aria-hidden /> : <span className="step-open" aria-hidden />}
            {isDone ? (
              <span>{t(`home.firstSteps.${key}`)}</span>
            ) : (
              <Link to={to}>{t(`home.firstSteps.${key}`)}</Link>
            )}
            {isDone && <span className="visually-hidden">{t('home.firstSteps.done')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The steps, as soon as it is known which of them are done. */
function useSteps(unionId: string) {
  const members = useRead('member', '/members', { union: unionId, limit: 2 }).data?.items;
  const roles = useRead('role', '/unions/{unionId}/roles', { unionId, limit: 20 }).data?.items;
  const points = useRead('contactPoint', '/contact-points', { union: unionId, limit: 1 }).data?.items;
  const loans = useRead('loan', '/loans', { role: 'borrower', limit: 1 }).data?.items;
  const activities = useRead('activity', '/activities', { organiser: `union:${unionId}`, limit: 1 }).data
    ?.items;
  if (!members || !roles || !points || !loans || !activities) return undefined;
  return [
    { key: 'roster', to: `/member-imports/new?union=${unionId}`, isDone: members.length > 1 },
    {
      key: 'colleague',
      to: `/unions/${unionId}`,
      isDone: new Set(roles.map(({ personId }) => personId)).size > 1,
    },
    { key: 'contact', to: `/contact-points?union=${unionId}`, isDone: points.length > 0 },
    { key: 'borrow', to: '/offers', isDone: loans.length > 0 },
    { key: 'organise', to: '/activities/new', isDone: activities.length > 0 },
  ] as const;
}
