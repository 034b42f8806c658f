import { useTranslation } from 'react-i18next';
import { type AnswerAt, useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PagedList } from '../../../kit/paged-list.js';
import { AssignButton, type AssignButtonProps } from './assign-button.js';
import { type BankLine, fitOf } from './bank-statement.model.js';

interface PayersProps extends Pick<AssignButtonProps, 'isPending' | 'onAssign'> {
  readonly unionId: string;
  readonly line: BankLine;
}

type Dues = AnswerAt<'/members/{memberId}/dues'>;

/** Members whose name is masked like that of the payer: a proposal, as several may have it. */
export function PayerList({ unionId, line, ...act }: PayersProps) {
  const { t } = useTranslation();
  const list = useList('dues', '/dues', { union: unionId, payer: line.counterparty });
  const fitting = (members: readonly Dues[]): readonly Dues[] =>
    members.toSorted((one, other) => Number(fitOf(line, one) === null) - Number(fitOf(line, other) === null));
  return (
    <PagedList list={list} empty={{ text: t('settling.dues.nobody') }}>
      {(members) => (
        <ul className="plain-list">
          {fitting(members).map((dues) => (
            <li key={dues.memberId} className="bank-payer">
              <Payer line={line} dues={dues} />
              <AssignButton
                reference={dues.reference}
                label={`${t('settling.dues.assign')}: ${dues.memberName} ${dues.reference}`}
                {...act}
              >
                {t('settling.dues.assign')}
              </AssignButton>
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

/** Of namesakes, whoever owes just this stands first; of whom nothing is known to be due, no zeros are said. */
function Payer({ line, dues }: { readonly line: BankLine; readonly dues: Dues }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { memberName, reference, arrears, monthly } = dues;
  const fit = fitOf(line, dues);
  return (
    <p>
      <strong>{memberName}</strong> {reference}{' '}
      {fit !== null && <span className="tag is-confirmed">{t(`settling.dues.fits.${fit}`)}</span>}
      {monthly !== null && (
        <>
          <br />
          <span className="hint">
            {t('settling.dues.owes', { arrears: money(arrears), monthly: money(monthly) })}
          </span>
        </>
      )}
    </p>
  );
}
