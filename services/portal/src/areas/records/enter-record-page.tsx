import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../api/use-command.js';
import { PageHead } from '../../kit/page-head.js';
import { Picked } from '../../kit/search-picker.js';
import { type Member, MemberPicker } from '../../session/member-picker.js';
import { newRecord, recordKinds } from './record.model.js';
import { RecordForm } from './record-form.js';

/** An officer enters a record of a member; another officer verifies it. */
export function EnterRecordPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [member, setMember] = useState<Member>();
  const [isMissing, setIsMissing] = useState(false);
  const enter = useCommand('personRecord', 'post', '/records');
  const pick = (picked: Member): void => {
    setMember(picked);
    setIsMissing(false);
  };
  return (
    <>
      <PageHead title={t('personRecord.enterTitle')} back="/records" />
      <p className="hint">{t('personRecord.enterHint')}</p>
      <RecordForm
        command={enter}
        kinds={recordKinds}
        initial={newRecord}
        input={(content) => {
          setIsMissing(member === undefined);
          return member === undefined ? null : { body: { ...content, personId: member.personId } };
        }}
        submit={t('personRecord.enterYes')}
        onDone={({ id }) => void navigate(`/records/${id}`, { replace: true })}
      >
        {member === undefined ? (
          <MemberPicker label={t('personRecord.member')} onlyActive onPick={pick} />
        ) : (
          <Picked
            name={`${member.name} ${member.unionName}`}
            clear={t('personRecord.otherMember')}
            onClear={() => setMember(undefined)}
          />
        )}
        {isMissing && (
          <p className="field-error" role="alert">
            {t('personRecord.memberRequired')}
          </p>
        )}
      </RecordForm>
    </>
  );
}
