import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { differencesOf, termParts } from './agreement-differences.model.js';
import { DownloadPaper } from './download-paper.js';
import { Hash } from './hash.js';
import { keyOf } from './party-names.js';
import { SignSection } from './sign-section.js';
import { TermPartView, TermsView } from './terms-view.js';
import type { Agreement } from './use-agreements.js';
import { useProblemText } from './use-problem-text.js';

interface VersionCardProps {
  readonly agreement: Agreement;
  readonly before: Agreement | undefined;
  readonly nameOf: (key: string) => string;
  readonly mayWithdraw: boolean;
  readonly isNewest: boolean;
  /** Begins a new version with the terms of this one; absent where the reader may not write one. */
  readonly onCorrect?: (() => void) | undefined;
}

/** One version: its state, its terms, its changes, and who has signed it. */
export function VersionCard(props: VersionCardProps) {
  const { agreement, before, nameOf, mayWithdraw, isNewest } = props;
  const { t } = useTranslation();
  const { state, versionNumber, terms } = agreement;
  const waits = state === 'checking' || state === 'open';
  return (
    <section className="card" aria-labelledby={`version-${versionNumber}`}>
      <h2 id={`version-${versionNumber}`}>
        {t('agreement.version', { number: versionNumber })}{' '}
        <span className={`tag is-${state}`}>{t(`agreement.state.${state}`)}</span>
      </h2>
      <Standing {...props} />
      {before !== undefined && waits && <Differences before={before} agreement={agreement} nameOf={nameOf} />}
      <details className="terms-fold" open={isNewest || state === 'inForce'}>
        <summary>{t('agreement.terms')}</summary>
        <TermsView terms={terms} nameOf={nameOf} />
        <Hash hash={agreement.hash} />
      </details>
      <Signatures agreement={agreement} />
      <DownloadPaper agreement={agreement} />
      {state === 'open' && <SignSection agreement={agreement} />}
      {waits && mayWithdraw && <Withdraw agreement={agreement} />}
    </section>
  );
}

type StandingProps = Pick<VersionCardProps, 'agreement' | 'nameOf' | 'isNewest' | 'onCorrect'>;

function Standing({ agreement, nameOf, isNewest, onCorrect }: StandingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, proposedAt, proposedFor, inForceAt, overdue, problems } = agreement;
  return (
    <div aria-live="polite">
      <p className="hint">
        {t('agreement.proposedBy', { name: proposedFor.name, time: format.instant(proposedAt) })}
      </p>
      {inForceAt !== null && (
        <p className="hint">{t('agreement.inForceAt', { time: format.instant(inForceAt) })}</p>
      )}
      {state === 'checking' && (
        <Alert
          type={overdue ? 'warning' : 'info'}
          showIcon
          title={t(overdue ? 'agreement.overdue' : 'agreement.checking')}
          className="notice"
        />
      )}
      {problems.length > 0 && <WhyRefused agreement={agreement} nameOf={nameOf} />}
      {state === 'refused' && isNewest && onCorrect !== undefined && (
        <p>
          <Button onClick={onCorrect}>{t('agreement.mend')}</Button>{' '}
          <span className="hint">{t('agreement.mendHint')}</span>
        </p>
      )}
    </div>
  );
}

/** The problems that settlement found, each with its part of the terms. */
function WhyRefused({ agreement, nameOf }: Pick<VersionCardProps, 'agreement' | 'nameOf'>) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const placeOf = (pointer: string): string => {
    const [, first, second = ''] = pointer.split('/');
    const part = termParts.find((one) => one === first);
    const party = first === 'parties' ? agreement.terms.parties[Number(second)] : undefined;
    if (party !== undefined) return nameOf(keyOf(party));
    return part === undefined ? t('agreement.terms') : t(`agreement.part.${part}`);
  };
  const list = agreement.problems.map(({ pointer, code }) => (
    <li key={`${pointer} ${code}`}>
      {t('agreement.problemAt', { place: placeOf(pointer), text: textOf(code) })}
    </li>
  ));
  return (
    <Alert
      type="error"
      showIcon
      title={t('agreement.refusedBecause')}
      className="notice"
      description={<ul>{list}</ul>}
    />
  );
}

function Differences({
  before,
  agreement,
  nameOf,
}: Required<Pick<VersionCardProps, 'agreement' | 'nameOf'>> & { readonly before: Agreement }) {
  const { t } = useTranslation();
  const parts = differencesOf(before.terms, agreement.terms);
  return (
    <div className="differences">
      <h3>{t('agreement.differences', { number: before.versionNumber })}</h3>
      {parts.length === 0 && <p className="hint">{t('agreement.noDifferences')}</p>}
      {parts.map((part) => (
        <div key={part} className="difference">
          <strong>{t(`agreement.part.${part}`)}</strong>
          <del>
            <span className="hint">{t('agreement.was')}</span>
            <TermPartView part={part} terms={before.terms} nameOf={nameOf} />
          </del>
          <ins>
            <span className="hint">{t('agreement.becomes')}</span>
            <TermPartView part={part} terms={agreement.terms} nameOf={nameOf} />
          </ins>
        </div>
      ))}
    </div>
  );
}

type Signature = Agreement['signatures'][number];

/** Which party has signed, when, and by whose hand. */
function Signatures({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  const textOf = ({ party: { name }, signedAt, signedBy, signerName }: Signature): string => {
    if (signedAt === null) return t('agreement.unsignedBy', { name });
    const time = format.instant(signedAt);
    const person = nameOf(signedBy, signerName);
    return person === null
      ? t('agreement.signedBy', { name, time })
      : t('agreement.signedByPerson', { name, time, person });
  };
  return (
    <>
      <h3>{t('agreement.signatures')}</h3>
      <ul className="plain-list signatures" aria-live="polite">
        {agreement.signatures.map((signature) => (
          <li key={signature.party.id} className={signature.signedAt === null ? 'is-open' : 'is-signed'}>
            {textOf(signature)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Withdraw({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const withdraw = useCommand('agreement', 'post', '/agreements/{agreementId}/withdraw');
  return (
    <>
      {withdraw.isError && <Refusal title={t('agreement.notWithdrawn')} error={withdraw.error} />}
      <ConfirmButton
        danger
        loading={withdraw.isPending}
        question={t('agreement.withdrawQuestion')}
        confirmText={t('agreement.withdraw')}
        onConfirm={() => withdraw.mutate({ agreementId: agreement.id, version: agreement.version })}
      >
        {t('agreement.withdraw')}
      </ConfirmButton>
    </>
  );
}
