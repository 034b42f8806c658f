import '../../../kit/styles/ledger.css';
import '../../../kit/styles/resource.css';
import './subsidy.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { useOffices } from '../../../session/use-offices.js';
import { ProgrammeActs } from './programme-acts.js';
import { ProgrammeFacts } from './programme-facts.js';
import type { Programme } from './subsidy.model.js';

const EditProgramme = lazyPart('EditProgramme', () => import('./edit-programme.js'), { rows: 8 });
const ApplicationTable = lazyPart('ApplicationTable', () => import('./application-table.js'), { rows: 6 });
const givers = ['officer', 'organiser', 'finance', 'approver', 'auditor'] as const;

export function ProgrammePage() {
  const { programmeId = '' } = useParams();
  const programme = useRead('subsidyProgramme', '/subsidy-programmes/{programmeId}', { programmeId });
  return <Loaded query={programme}>{(found) => <OneProgramme key={found.id} programme={found} />}</Loaded>;
}

function OneProgramme({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const { holds, holdsOffice } = useOffices();
  const isGiver = useReaches(programme.unionId, [...givers]);
  const [isEditing, setIsEditing] = useState(false);
  const { state } = programme;
  const mayEdit = state === 'draft' && isGiver && holds('officer', 'finance') && !isEditing;
  return (
    <>
      <PageHead title={programme.title} back="/subsidy-programmes">
        {mayEdit && <Button onClick={() => setIsEditing(true)}>{t('subsidy.programme.edit')}</Button>}
        <ProgrammeLinks programme={programme} />
      </PageHead>
      {isEditing && <EditProgramme programme={programme} onDone={() => setIsEditing(false)} />}
      <ProgrammeFacts programme={programme} />
      {isGiver && <ProgrammeActs programme={programme} />}
      {holdsOffice && state !== 'draft' && <ApplicationTable programme={programme} isGiver={isGiver} />}
    </>
  );
}

/** Links to the form of an application and to the public notice. */
function ProgrammeLinks({ programme: { id, state, takesApplications } }: { readonly programme: Programme }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  return (
    <>
      {takesApplications && holds('officer', 'finance') && (
        <Link to={`/subsidy-programmes/${id}/apply`}>{t('subsidy.application.apply')}</Link>
      )}
      {(state === 'notice' || state === 'closed') && (
        <Link to={`/subsidy-programmes/${id}/notice`}>{t('subsidy.notice.read')}</Link>
      )}
    </>
  );
}
