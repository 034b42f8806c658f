import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FoldedAct } from '../../../kit/folded-act.js';
import { NewUnionForm, type Transfer } from './new-union-form.js';

/** On the page of a member: their union hands the membership over to another. */
export function MemberTransfer({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Transfer>();
  return (
    <FoldedAct title={t('transfer.member.title')} hint={t('transfer.member.hint')}>
      {asked === undefined ? (
        <NewUnionForm memberId={memberId} onDone={setAsked} />
      ) : (
        <p role="status">
          {t('transfer.member.done')}{' '}
          <Link to={`/membership-transfers/${asked.id}`}>{t('transfer.own.see')}</Link>
        </p>
      )}
    </FoldedAct>
  );
}
