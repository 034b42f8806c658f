import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { CopyButton } from '../../../kit/copy-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { type Dues, DuesFacts } from './dues-facts.js';

/** On the account page: what the reader owes and has paid, and how to pay. */
export function OwnDues() {
  const { t } = useTranslation();
  return (
    <>
      <p className="hint">{t('dues.ownHint')}</p>
      <Loaded query={useRead('dues', '/me/dues', {})}>
        {(dues) => (
          <>
            <DuesFacts dues={dues} />
            <HowToPay dues={dues} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** The account of the union is shown once it has one that two people stand for; without, dues are paid to its officers. */
function HowToPay({ dues: { reference } }: { readonly dues: Dues }) {
  const { t } = useTranslation();
  const query = useRead('payeeAccount', '/me/dues-account', {});
  return (
    <section aria-labelledby="how-to-pay">
      <h3 id="how-to-pay">{t('dues.byBank.title')}</h3>
      <Loaded query={query}>
        {({ account }) =>
          account === null ? (
            <p className="hint">{t('dues.byBank.none')}</p>
          ) : (
            <>
              <p className="hint">{t('dues.byBank.hint')}</p>
              <dl className="facts">
                <dt>{t('dues.byBank.accountName')}</dt>
                <dd>{account.accountName}</dd>
                <dt>{t('dues.byBank.accountNumber')}</dt>
                <dd>{account.accountNumber}</dd>
                <dt>{t('dues.byBank.bankName')}</dt>
                <dd>{account.bankName}</dd>
                <dt>{t('dues.byBank.note')}</dt>
                <dd>{reference}</dd>
              </dl>
              <CopyButton
                text={reference}
                label={t('dues.byBank.copy')}
                doneText={t('dues.byBank.copied')}
                failedText={t('dues.byBank.copyFailed')}
              />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
