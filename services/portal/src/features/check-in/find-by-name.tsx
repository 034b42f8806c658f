import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { type Member, MemberPicker } from '../organising/member-picker.js';
import type { Attendance, Line } from './check-in.model.js';
import { HeadsChoice } from './heads-choice.js';
import type { Target } from './use-check-in.js';

interface FindByNameProps {
  readonly lines: readonly Line[];
  readonly here: readonly Attendance[];
  readonly onScan: (target: Target, label: string) => void;
}

/** Somebody without a phone: found among the members by name, whether registered or not. */
export function FindByName({ lines, here, onScan }: FindByNameProps) {
  const { t } = useTranslation();
  const [member, setMember] = useState<Member | null>(null);
  if (member === null) {
    return (
      <div className="find-by-name">
        <h3>{t('checkIn.byName')}</h3>
        <MemberPicker label={t('checkIn.memberName')} onPick={setMember} />
      </div>
    );
  }
  const line = lines.find((one) => one.personId === member.personId && one.state !== 'cancelled');
  const isHere = here.some(({ personId }) => personId === member.personId);
  const scan = (target: Target): void => {
    onScan(target, member.name);
    setMember(null);
  };
  return (
    <div className="find-by-name">
      <h3>{member.name}</h3>
      <p>{member.unionName}</p>
      <Found key={member.personId} member={member} line={line} isHere={isHere} onScan={scan} />
      <Button onClick={() => setMember(null)}>{t('checkIn.another')}</Button>
    </div>
  );
}

interface FoundProps {
  readonly member: Member;
  readonly line: Line | undefined;
  readonly isHere: boolean;
  readonly onScan: (target: Target) => void;
}

function Found({ member, line, isHere, onScan }: FoundProps) {
  const { t } = useTranslation();
  const [heads, setHeads] = useState(line?.heads ?? 1);
  if (isHere) return <p role="status">{t('checkIn.result.already')}</p>;
  const hasSeat = line?.state === 'confirmed' || line?.state === 'held';
  if (line !== undefined && hasSeat) {
    return (
      <div className="actions">
        <HeadsChoice registered={line.heads} value={heads} onChange={setHeads} />
        <Button type="primary" onClick={() => onScan({ registrationId: line.id, heads })}>
          {t('checkIn.checkIn')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <p>{t(line === undefined ? 'checkIn.notRegistered' : 'checkIn.onlyWaiting')}</p>
      <ConfirmButton
        question={t('checkIn.walkInQuestion', { name: member.name })}
        confirmText={t('checkIn.letIn')}
        onConfirm={() => onScan({ personId: member.personId, walkIn: true, confirm: true })}
      >
        {t('checkIn.letIn')}
      </ConfirmButton>
    </>
  );
}
