import { Form } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { TextArea } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { UnionName } from '../../../session/union-name.js';
import { EmploymentField } from '../member/employment-field.js';
import type { EmploymentKind } from '../member/member.model.js';
import type { Application } from './application.model.js';
import { ApplicationPaper, PrintButton } from './application-paper.js';
import { ApplicationStateTag } from './application-state-tag.js';
import { ApplicationTurns } from './application-turns.js';

/** In a fold: the search for unions comes after the page. */
const UnionField = lazyPart('UnionField', () => import('./union-field.js'), { rows: 1 });

export function ApplicationPage() {
  const { applicationId = '' } = useParams();
  const application = useRead('application', '/applications/{applicationId}', { applicationId });
  return (
    <Loaded query={application}>{(found) => <OneApplication key={found.id} application={found} />}</Loaded>
  );
}

interface Of {
  readonly application: Application;
}

function OneApplication({ application }: Of) {
  const { t } = useTranslation();
  const { name, state, turns, next, memberId, mayDecide } = application;
  return (
    <div className="on-paper">
      <DetailPage
        title={name}
        back="/applications"
        state={<ApplicationStateTag state={state} />}
        secondary={<PrintButton />}
        aside={
          <>
            {mayDecide && (
              <>
                <Admit application={application} />
                <Refuse application={application} />
                <Forward application={application} />
              </>
            )}
            {state === 'waiting' && !mayDecide && <p className="card hint">{t('application.notYours')}</p>}
            <div className="card">
              <ApplicationTurns turns={turns} next={next} />
            </div>
          </>
        }
      >
        <section className="card" aria-label={name}>
          <Facts application={application} />
          {memberId !== null && <Link to={`/members/${memberId}`}>{t('application.toMember')}</Link>}
          {state === 'transfer' && <p className="hint">{t('application.transferHint')}</p>}
        </section>
        {state === 'waiting' && <Candidates application={application} />}
      </DetailPage>
      <ApplicationPaper facts={application} />
    </div>
  );
}

function Facts({ application }: Of) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { phone, dueAt, employerHidden, enterpriseName, employerKind } = application;
  const lines = [
    [t('application.number'), application.number],
    [t('application.residentNumber'), application.maskedResidentNumber],
    [t('application.employer'), enterpriseName ?? t(`application.employerIs.${employerKind}`)],
    [t('application.work'), application.work],
    [t('application.place'), application.place],
    [t('application.union'), application.unionName],
    [t('application.sentAt'), instant(application.sentAt)],
    [t('application.dueAt'), dueAt === null ? null : instant(dueAt)],
  ] as const;
  return (
    <>
      <dl className="facts">
        {phone !== null && (
          <>
            <dt>{t('application.phone')}</dt>
            <dd>
              <a href={`tel:${phone}`}>{phone}</a>
            </dd>
          </>
        )}
        {lines.map(
          ([term, value]) =>
            value !== null && (
              <Fragment key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </Fragment>
            ),
        )}
      </dl>
      {employerHidden && <p className="hint">{t('application.hiddenHint')}</p>}
    </>
  );
}

/** Who on record may be the applicant. The officer compares; nothing is matched by itself. */
function Candidates({ application: { candidates } }: Of) {
  const { t } = useTranslation();
  if (candidates.length === 0) return <p className="card hint">{t('application.noCandidates')}</p>;
  return (
    <section className="card" aria-labelledby="candidates-title">
      <h2 id="candidates-title">{t('application.candidates')}</h2>
      <p className="hint">{t('application.candidatesHint')}</p>
      <ul className="plain-list rows">
        {candidates.map(({ memberId, name, unionName, ended, reasons }) => (
          <li key={memberId}>
            <Link to={`/members/${memberId}`}>{name}</Link> · {unionName}
            {ended && <span className="tag">{t('application.ended')}</span>}
            <br />
            <span className="hint">
              {reasons.map(({ reason }) => t(`application.because.${reason}`)).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useDecide() {
  return useCommand('application', 'post', '/applications/{applicationId}/decide');
}

function Admit({ application: { id: applicationId, version, name, unionId, employerKind } }: Of) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="admit-title">
      <h2 id="admit-title">{t('application.admit')}</h2>
      <p className="hint">
        {t('application.admitHint')} <UnionName unionId={unionId} />
      </p>
      <CommandForm
        name="admit"
        command={useDecide()}
        input={({ employmentKind }: { readonly employmentKind?: EmploymentKind }) => ({
          applicationId,
          version,
          body: { decision: 'admit' as const, employmentKind: employmentKind ?? null },
        })}
        submit={t('application.admit')}
        refused={t('application.notDecided')}
        confirm={{ question: t('application.admitQuestion', { name }), text: t('application.admit') }}
        initialValues={employerKind === 'none' ? { employmentKind: 'newForm' } : {}}
      >
        <EmploymentField />
      </CommandForm>
    </section>
  );
}

function Refuse({ application: { id: applicationId, version } }: Of) {
  const { t } = useTranslation();
  return (
    <details className="card">
      <summary>{t('application.refuse')}</summary>
      <CommandForm
        name="refuse"
        command={useDecide()}
        input={({ reason }: { readonly reason: string }) => ({
          applicationId,
          version,
          body: { decision: 'refuse' as const, reason: reason.trim() },
        })}
        submit={t('application.refuse')}
        refused={t('application.notDecided')}
        danger
        secondary
      >
        <ReasonItem />
      </CommandForm>
    </details>
  );
}

interface ForwardValues {
  readonly to?: { readonly id: string; readonly name: string };
  readonly reason: string;
}

function Forward({ application: { id: applicationId, version } }: Of) {
  const { t } = useTranslation();
  const forward = useCommand('application', 'post', '/applications/{applicationId}/forward');
  const [form] = Form.useForm<ForwardValues>();
  const to = Form.useWatch('to', form);
  return (
    <details className="card">
      <summary>{t('application.forward')}</summary>
      <CommandForm
        name="forward"
        form={form}
        command={forward}
        input={({ reason }: ForwardValues) =>
          to === undefined
            ? null
            : { applicationId, version, body: { unionId: to.id, reason: reason.trim() } }
        }
        submit={t('application.forward')}
        refused={t('application.notDecided')}
        secondary
      >
        <Form.Item
          name="to"
          label={t('application.forwardTo')}
          rules={[{ required: true, message: t('application.forwardToRequired') }]}
        >
          <UnionField label={t('application.forwardTo')} />
        </Form.Item>
        <ReasonItem />
      </CommandForm>
    </details>
  );
}

function ReasonItem() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={t('application.reason')}
      rules={[{ required: true, whitespace: true, message: t('application.reasonRequired') }]}
    >
      <TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}
