import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NewUnionForm, type Transfer } from './new-union-form.js';

/** On the page of a member: their union hands the membership over to another. */
export function MemberTransfer({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [asked, setAsked] = useState<Transfer>();
  const done = (transfer: Transfer): void => {
    setAsked(transfer);
    setIsOpen(false);
  };
  return (
    <section className="card" aria-labelledby="transfer-title">
      <h2 id="transfer-title">{t('transfer.member.title')}</h2>
      <p className="hint">{t('transfer.member.hint')}</p>
      {asked !== undefined && (
        <p role="status">
          {t('transfer.member.done')}{' '}
          <Link to={`/membership-transfers/${asked.id}`}>{t('transfer.own.see')}</Link>
        </p>
      )}
      {isOpen ? (
        <NewUnionForm memberId={memberId} onDone={done} onClose={() => setIsOpen(false)} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('transfer.member.open')}</Button>
      )}
    </section>
  );
}
