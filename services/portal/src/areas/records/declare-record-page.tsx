import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../api/use-command.js';
import { PageHead } from '../../kit/page-head.js';
import { declaredKinds, newRecord } from './record.model.js';
import { RecordForm } from './record-form.js';

/** Somebody enters a record of their own; an officer of their union verifies it. */
export function DeclareRecordPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const enter = useCommand('personRecord', 'post', '/records');
  return (
    <>
      <PageHead title={t('personRecord.declareTitle')} back="/my-records" />
      <p className="hint">{t('personRecord.declareHint')}</p>
      <RecordForm
        command={enter}
        kinds={declaredKinds}
        initial={newRecord}
        input={(content) => ({ body: content })}
        submit={t('personRecord.declareYes')}
        onDone={({ id }) => void navigate(`/records/${id}`, { replace: true })}
      />
    </>
  );
}
