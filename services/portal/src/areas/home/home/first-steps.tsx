import { CheckCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { useKeptList } from '../../../kit/kept-list.js';
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
  const next = steps.find(({ isDone }) => !isDone)?.key;
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
            <StepText text={t(`home.firstSteps.${key}`)} to={isDone ? null : to} isNext={key === next} />
            {isDone && <span className="visually-hidden">{t('home.firstSteps.done')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface StepTextProps {
  readonly text: string;
  /** Null once it is done. */
  readonly to: string | null;
  /** Of those that are left, one comes first: it alone is a button. */
  readonly isNext: boolean;
}

function StepText({ text, to, isNext }: StepTextProps) {
  if (to === null) return <span>{text}</span>;
  return isNext ? <ButtonLink to={to}>{text}</ButtonLink> : <Link to={to}>{text}</Link>;
}

/** The steps, as soon as it is known which of them are done. */
function useSteps(unionId: string) {
  const reads = [
    useRead('member', '/members', { union: unionId, limit: 2 }).data,
    useRead('role', '/unions/{unionId}/roles', { unionId, limit: 20 }).data,
    useRead('contactPoint', '/contact-points', { union: unionId, limit: 1 }).data,
    useRead('need', '/needs', { party: `union:${unionId}`, limit: 1 }).data,
    useRead('loan', '/loans', { role: 'borrower', limit: 1 }).data,
    useRead('activity', '/activities', { organiser: `union:${unionId}`, limit: 1 }).data,
  ] as const;
  if (!areRead(reads)) return undefined;
  const [members, roles, points, needs, loans, activities] = reads;
  const isSecondThere = new Set(roles.items.map(({ personId }) => personId)).size > 1;
  return [
    { key: 'roster', to: `/member-imports/new?union=${unionId}`, isDone: members.items.length > 1 },
    { key: 'colleague', to: `/unions/${unionId}`, isDone: isSecondThere },
    { key: 'contact', to: `/contact-points?union=${unionId}`, isDone: points.items.length > 0 },
    { key: 'need', to: '/needs/new', isDone: needs.items.length > 0 },
    { key: 'borrow', to: '/offers', isDone: loans.items.length > 0 },
    { key: 'organise', to: '/activities/new', isDone: activities.items.length > 0 },
  ] as const;
}

/** Has each of the answers come? */
function areRead<Answers extends readonly unknown[]>(
  answers: Answers,
): answers is { readonly [Place in keyof Answers]: NonNullable<Answers[Place]> } & Answers {
  return answers.every((answer) => answer !== undefined);
}
