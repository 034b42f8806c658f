import { Button } from 'antd';
import { type Direction, hasSeat } from '@gongxiang/domain/door';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { useOnline } from '../../../kit/use-online.js';
import { type Member, MemberPicker } from '../../../session/member-picker.js';
import type { ListedPerson } from './check-in.model.js';
import { HeadsChoice } from './heads-choice.js';
import type { Target } from './use-check-in.js';

interface FindByNameProps {
  readonly direction: Direction;
  /** The line of the list for a person; null for somebody who is not on it. */
  readonly find: (personId: string) => Promise<ListedPerson | null>;
  readonly onScan: (target: Target, label: string) => void;
}

/** Somebody without a phone: found among the members by name, whether registered or not. */
export function FindByName({ direction, find, onScan }: FindByNameProps) {
  const { t } = useTranslation();
  const isOnline = useOnline();
  const [picked, setPicked] = useState<Picked | null>(null);
  const pick = async (member: Member): Promise<void> =>
    setPicked({ member, line: await find(member.personId) });
  if (picked === null) {
    return (
      <div className="find-by-name">
        <h3>{t('checkIn.byName')}</h3>
        {isOnline ? (
          <MemberPicker label={t('checkIn.memberName')} onPick={(member) => void pick(member)} />
        ) : (
          <p className="hint">{t('checkIn.byNameOffline')}</p>
        )}
      </div>
    );
  }
  const { member, line } = picked;
  const scan = (target: Target): void => {
    onScan(target, member.name);
    setPicked(null);
  };
  return (
    <div className="find-by-name">
      <h3>{member.name}</h3>
      <p>{member.unionName}</p>
      <Found
        key={`${member.personId} ${direction}`}
        direction={direction}
        member={member}
        line={line}
        onScan={scan}
      />
      <Button onClick={() => setPicked(null)}>{t('checkIn.another')}</Button>
    </div>
  );
}

interface Picked {
  readonly member: Member;
  readonly line: ListedPerson | null;
}

interface FoundProps extends Picked {
  readonly direction: Direction;
  readonly onScan: (target: Target) => void;
}

/** Somebody who leaves or comes back was checked before; somebody who comes in is checked now. */
function Found(props: FoundProps) {
  const { direction, line } = props;
  const max = (direction === 'out' ? line?.inside : line?.away) ?? 0;
  if (direction === 'out' || max > 0) return <Goes {...props} max={max} />;
  return <Comes {...props} />;
}

function Comes({ member, line, onScan }: FoundProps) {
  const { t } = useTranslation();
  const [heads, setHeads] = useState(line?.heads ?? 1);
  if (line?.isHere === true) return <p role="status">{t('checkIn.result.already')}</p>;
  if (line !== null && hasSeat(line)) {
    return (
      <div className="actions">
        <HeadsChoice registered={line.heads} value={heads} onChange={setHeads} />
        <Button type="primary" onClick={() => onScan({ registrationId: line.registrationId, heads })}>
          {t('checkIn.checkIn')}
        </Button>
      </div>
    );
  }
  return (
    <>
      <p>
        {t(line === null || line.state === 'cancelled' ? 'checkIn.notRegistered' : 'checkIn.onlyWaiting')}
      </p>
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

interface GoesProps extends Pick<FoundProps, 'direction' | 'member' | 'onScan'> {
  /** Heads that can; somebody who left unseen can, too, and is recorded with the verdict of the rule. */
  readonly max: number;
}

function Goes({ direction, member: { personId }, max, onScan }: GoesProps) {
  const { t } = useTranslation();
  const [heads, setHeads] = useState(max);
  return (
    <div className="actions">
      <HeadsChoice registered={max} value={heads} onChange={setHeads} />
      <Button type="primary" onClick={() => onScan({ personId, ...(heads === 0 ? {} : { heads }) })}>
        {t(direction === 'out' ? 'checkIn.leave' : 'checkIn.comeBack')}
      </Button>
    </div>
  );
}
