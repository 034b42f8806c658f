import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Picked } from '../../../kit/search-picker.js';
import { type Member, MemberPicker } from '../../../session/member-picker.js';
import { useMe } from '../../../session/use-session.js';
import { VisitForm } from './visit-form.js';
import type { Visitor } from './visit.model.js';

/** An officer puts a visit to a member on record. */
export function EnterVisitPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('visit.enterTitle')} back="/visits" />
      <p className="hint">{t('visit.enterHint')}</p>
      <Loaded query={useMe()}>{({ personId, name }) => <Enter self={{ id: personId, name }} />}</Loaded>
    </>
  );
}

/** @param self who most often has gone as well */
function Enter({ self }: { readonly self: Visitor }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [member, setMember] = useState<Member>();
  const [isMissing, setIsMissing] = useState(false);
  const enter = useCommand('visit', 'post', '/visits');
  const pick = (picked: Member): void => {
    setMember(picked);
    setIsMissing(false);
  };
  return (
    <VisitForm
      command={enter}
      initial={{}}
      visitors={[self]}
      input={(content) => {
        setIsMissing(member === undefined);
        return member === undefined ? null : { body: { ...content, personId: member.personId } };
      }}
      submit={t('visit.enterYes')}
      onDone={({ id }) => void navigate(`/visits/${id}`, { replace: true })}
    >
      <Form.Item label={t('visit.member')} required>
        {member === undefined ? (
          <MemberPicker label={t('visit.member')} onPick={pick} />
        ) : (
          <Picked
            name={`${member.name} ${member.unionName}`}
            clear={t('visit.otherMember')}
            onClear={() => setMember(undefined)}
          />
        )}
      </Form.Item>
      {isMissing && (
        <p className="field-error" role="alert">
          {t('visit.memberRequired')}
        </p>
      )}
    </VisitForm>
  );
}
