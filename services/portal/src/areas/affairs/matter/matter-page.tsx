import './matter.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { dueTextOf, hasMoney, type Matter, mayDo } from './matter.model.js';
import { MatterAnswers } from './matter-answers.js';
import { FollowUp } from './follow-up.js';
import { Limitation } from './limitation.js';
import { MatterHistory } from './matter-history.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { MemberName } from '../../../session/member-name.js';
import { MatterSteps } from './matter-steps.js';
import { MatterTags } from './matter-tags.js';

const PersonActs = lazyPart('PersonActs', () => import('./person-acts.js'));
const HandlerActs = lazyPart('HandlerActs', () => import('./handler-acts.js'));
const MatterPapers = lazyPart('MatterPapers', () => import('./matter-papers.js'));
const MatterMoney = lazyPart('MatterMoney', () => import('./matter-money.js'), {
  rows: 3,
  texts: ['matterMoney'],
});

const StopPayments = lazyPart('StopPayments', () => import('./matter-money.js'), { texts: ['matterMoney'] });

const Household = lazyPart('Household', () => import('./household.js'), { texts: ['household'] });

const RequestPayment = lazyPart('RequestPayment', () => import('./request-payment.js'), {
  texts: ['matterMoney'],
});

/** One matter: for whoever brought it, whoever has it in hand, and the second person. */
export function MatterPage() {
  const { matterId = '' } = useParams();
  const query = useRead('matter', '/matters/{matterId}', { matterId });
  return <Loaded query={query}>{(matter) => <OneMatter key={matter.id} matter={matter} />}</Loaded>;
}

function OneMatter({ matter }: { readonly matter: Matter }) {
  const { mine } = matter;
  const history = <MatterHistory entries={matter.entries} />;
  return (
    <DetailPage
      title={matter.serviceName}
      back={mine ? '/my-matters' : '/matters?desk=mine'}
      state={<MatterTags matter={matter} />}
      aside={mine ? <PersonActs matter={matter} /> : <HandlerActs matter={matter} />}
      // On a phone what the person can do comes before what has happened.
      below={mine && history}
    >
      <Facts matter={matter} />
      <MatterSteps matter={matter} />
      {matter.household !== null && <Household matter={matter} />}
      {hasMoney(matter) && <MatterMoney money={matter} />}
      {mayDo(matter, 'stopPayments') && <StopPayments matter={matter} />}
      {mayDo(matter, 'requestPayment') && <RequestPayment matter={matter} />}
      <MatterPapers matter={matter} />
      {!mine && history}
    </DetailPage>
  );
}

function Facts({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { contact, dueAt, outcome } = matter;
  return (
    <article className="card">
      {outcome !== null && (
        <div className="matter-outcome">
          <h2>{t('matter.outcomeIs', { outcome })}</h2>
          <p className="prose">{matter.reasons}</p>
        </div>
      )}
      <dl className="facts">
        <dt>{t('matter.number')}</dt>
        <dd>{matter.number}</dd>
        <dt>{t('matter.union')}</dt>
        <dd>{matter.unionName}</dd>
        {matter.handlerName !== null && (
          <>
            <dt>{t('matter.handler')}</dt>
            <dd>
              <MemberName personId={matter.handlerId} mask={matter.handlerName} />
            </dd>
          </>
        )}
        <dt>{t('matter.sentAt')}</dt>
        <dd>{format.instant(matter.sentAt)}</dd>
        {dueAt !== null && (
          <>
            <dt>{t(dueTextOf(matter.state))}</dt>
            <dd>{format.instant(dueAt)}</dd>
          </>
        )}
        {matter.heldUntil !== null && (
          <>
            <dt>{t('matter.heldUntil')}</dt>
            <dd>{format.date(matter.heldUntil)}</dd>
          </>
        )}
        {contact !== null && !matter.mine && (
          <>
            <dt>{t('matter.from')}</dt>
            <dd>
              {contact.name}
              {contact.phone ? ` ${contact.phone}` : ''}
              {matter.recordName !== null &&
                t('matter.onRecord', { name: matter.recordName, union: matter.recordUnionName ?? '' })}
            </dd>
          </>
        )}
      </dl>
      <Limitation limitation={matter.limitation} />
      <FollowUp followUp={matter.followUp} />
      <MatterAnswers questions={matter.questions} answers={matter.answers} />
    </article>
  );
}
