import '../../../kit/styles/ledger.css';
import '../../../kit/styles/resource.css';
import './subsidy.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { Asked } from './acts.js';
import { FileLink } from './file-link.js';
import { Fact } from './fact.js';
import type { Application } from './subsidy.model.js';

export function ApplicationPage() {
  const { applicationId = '' } = useParams();
  const application = useRead('subsidyApplication', '/subsidy-applications/{applicationId}', {
    applicationId,
  });
  return (
    <Loaded query={application}>{(found) => <OneApplication key={found.id} application={found} />}</Loaded>
  );
}

interface ApplicationProps {
  readonly application: Application;
}

function OneApplication({ application }: ApplicationProps) {
  const { t } = useTranslation();
  const { id, programmeId, programmeTitle, subsidyId, files } = application;
  return (
    <>
      <PageHead title={application.title} back={`/subsidy-programmes/${programmeId}`}>
        {subsidyId !== null && (
          <Link to={`/subsidies/${subsidyId}`}>{t('subsidy.application.toSubsidy')}</Link>
        )}
      </PageHead>
      <section className="card" aria-labelledby="application-facts">
        <div className="line-head">
          <h2 id="application-facts">{application.unionName}</h2>
          <span className={`tag is-${application.state}`}>
            {t(`subsidy.application.states.${application.state}`)}
          </span>
        </div>
        <p>
          <Link to={`/subsidy-programmes/${programmeId}`}>{programmeTitle}</Link>
        </p>
        <Facts application={application} />
        <p className="subsidy-text">{application.plan}</p>
        {files.length > 0 && (
          <ul className="plain-list">
            {files.map((file, number) => (
              <li key={file.fileKey}>
                <FileLink path={`/api/v1/subsidy-applications/${id}/files/${number}`} name={file.name} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <Acts application={application} />
    </>
  );
}

function Facts({ application }: ApplicationProps) {
  const { t } = useTranslation();
  const { money, date } = useFormat();
  const nameOf = useNameOf();
  const { activityTitle, planned, requested, useUntil, award, grade, reason } = application;
  const decider = nameOf(application.decidedBy, application.decidedByName);
  return (
    <dl className="figures">
      <Fact name={t('subsidy.field.activity')} text={activityTitle ?? t('subsidy.noActivity')} />
      <Fact name={t('subsidy.field.planned')} text={money(planned)} />
      <Fact name={t('subsidy.field.requested')} text={money(requested)} />
      <Fact name={t('subsidy.field.useUntil')} text={date(useUntil)} />
      {award !== null && <Fact name={t('subsidy.field.award')} text={`${grade ?? ''} ${money(award)}`} />}
      {reason !== null && <Fact name={t('subsidy.field.reason')} text={reason} />}
      {decider !== null && <Fact name={t('subsidy.field.decidedBy')} text={decider} />}
    </dl>
  );
}

const EditApplication = lazyPart('EditApplication', () => import('./edit-application.js'), { rows: 8 });
const endable: readonly Application['state'][] = ['draft', 'submitted', 'proposed', 'rejected'];

const editable: readonly Application['state'][] = ['draft', 'submitted'];

function Acts({ application }: ApplicationProps) {
  const { t } = useTranslation();
  const { id, version, state, unionId } = application;
  const seen = { applicationId: id, version };
  const isApplicant = useReaches(unionId, ['officer', 'finance']);
  const submit = useCommand('subsidyApplication', 'post', '/subsidy-applications/{applicationId}/submit');
  const withdraw = useCommand('subsidyApplication', 'post', '/subsidy-applications/{applicationId}/withdraw');
  const [isEditing, setIsEditing] = useState(false);
  if (!isApplicant || !endable.includes(state)) return null;
  return (
    <section className="card subsidy-acts" aria-labelledby="application-acts">
      <h2 id="application-acts">{t('subsidy.next')}</h2>
      <p role="status">
        {t(state === 'draft' ? 'subsidy.application.draftHint' : 'subsidy.application.waits')}
      </p>
      {isEditing && <EditApplication application={application} onDone={() => setIsEditing(false)} />}
      {editable.includes(state) && !isEditing && (
        <p>
          <Button onClick={() => setIsEditing(true)}>{t('subsidy.application.edit')}</Button>
        </p>
      )}
      {state === 'draft' && (
        <Asked
          act={submit}
          input={seen}
          text={t('subsidy.application.submit')}
          question={t('subsidy.application.submitQuestion')}
        />
      )}
      <Asked
        act={withdraw}
        input={seen}
        text={t('subsidy.application.withdraw')}
        question={t('subsidy.application.withdrawQuestion')}
      />
    </section>
  );
}
