import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { NewUnionForm } from './new-union-form.js';
import { TransferActs } from './transfer-acts.js';
import { TransferFacts, TransferStateTag } from './transfer-facts.js';

/** On the account page: transfers of the reader's own membership, and asking for one. */
export function OwnTransfers() {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const { items = [] } = useList('transfer', '/membership-transfers', { mine: true });
  const isUnderWay = items.some(({ state }) => state === 'asked' || state === 'disputed');
  return (
    <>
      <p className="hint">{t('transfer.own.hint')}</p>
      {items.map((transfer) => (
        <div key={transfer.id} className="notice">
          <p>
            {t('transfer.own.line', {
              from: transfer.fromUnionName ?? t('common.none'),
              to: transfer.toUnionName,
            })}{' '}
            <TransferStateTag state={transfer.state} />
          </p>
          {transfer.state !== 'done' && <TransferFacts transfer={transfer} />}
          <TransferActs transfer={transfer} />
        </div>
      ))}
      {!isUnderWay && !isAsking && <Button onClick={() => setIsAsking(true)}>{t('transfer.own.ask')}</Button>}
      {isAsking && <NewUnionForm onDone={() => setIsAsking(false)} onClose={() => setIsAsking(false)} />}
    </>
  );
}
