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
        {(dues) => <DuesFacts dues={dues} howToPay={<HowToPay dues={dues} />} />}
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
            <>
              <p>{t('dues.byBank.none')}</p>
              <dl className="facts">
                <dt>{t('dues.reference')}</dt>
                <dd>{reference}</dd>
              </dl>
              <p className="hint">{t('dues.byBank.forLater')}</p>
            </>
          ) : (
            <>
              <p className="hint">{t('dues.byBank.hint')}</p>
              <dl className="facts">
                <dt>{t('dues.byBank.accountName')}</dt>
                <dd>{account.accountName}</dd>
                <dt>{t('dues.byBank.accountNumber')}</dt>
                <dd>{inFours(account.accountNumber)}</dd>
                <dt>{t('dues.byBank.bankName')}</dt>
                <dd>{account.bankName}</dd>
                <dt>{t('dues.byBank.note')}</dt>
                <dd>{reference}</dd>
              </dl>
              <div className="actions">
                <CopyButton
                  text={account.accountNumber}
                  label={t('dues.byBank.copyNumber')}
                  doneText={t('dues.byBank.copied')}
                  failedText={t('dues.byBank.copyFailed')}
                />
                <CopyButton
                  text={reference}
                  label={t('dues.byBank.copy')}
                  doneText={t('dues.byBank.copied')}
                  failedText={t('dues.byBank.copyFailed')}
                />
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

/** As it stands on a card, so that it can be compared and breaks between its groups. */
function inFours(accountNumber: string): string {
  return accountNumber.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
}
