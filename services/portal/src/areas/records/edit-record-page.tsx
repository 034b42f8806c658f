import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCommand } from '../../api/use-command.js';
import { useRead } from '../../api/use-read.js';
import { NotFoundPage } from '../../kit/dead-ends.js';
import { Loaded } from '../../kit/loaded.js';
import { PageHead } from '../../kit/page-head.js';
import { declaredKinds, may, type PersonRecord, recordKinds, valuesOf } from './record.model.js';
import { RecordForm } from './record-form.js';

/** What is not verified is changed; what was refused waits to be verified again. */
export function EditRecordPage() {
  const { recordId = '' } = useParams();
  const query = useRead('personRecord', '/records/{recordId}', { recordId });
  return (
    <Loaded query={query}>
      {(record) => (may(record, 'change') ? <Change key={record.id} record={record} /> : <NotFoundPage />)}
    </Loaded>
  );
}

function Change({ record }: { readonly record: PersonRecord }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id: recordId, version } = record;
  const change = useCommand('personRecord', 'put', '/records/{recordId}', { onStale: 'refuse' });
  return (
    <>
      <PageHead title={t('personRecord.editTitle')} back={`/records/${recordId}`} />
      <RecordForm
        command={change}
        kinds={record.own ? declaredKinds : recordKinds}
        initial={valuesOf(record)}
        input={(body) => ({ recordId, version, body })}
        submit={t('personRecord.saveChange')}
        onDone={() => void navigate(`/records/${recordId}`, { replace: true })}
      />
    </>
  );
}
