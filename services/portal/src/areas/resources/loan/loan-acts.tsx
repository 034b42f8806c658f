import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { MenuFold } from '../../../kit/menu-fold.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import type { FormAct } from './act-form.js';
import { type Act, actsOf, type Loan, type Sides } from './loan.js';

const ActForm = lazyPart('ActForm', () => import('./act-form.js'), { rows: 2 });

const HandOverPieces = lazyPart('HandOverPieces', () => import('./hand-over-pieces.js'), {
  rows: 3,
  texts: ['stock'],
});

interface LoanActsProps {
  readonly loan: Loan;
  readonly sides: Sides;
  /** Acts that the page offers elsewhere. */
  readonly without?: readonly Act[];
}

/** What can be done with a loan now. An act that binds asks once; an act that needs a reason opens a form. */
export function LoanActs({ loan, sides, without = [] }: LoanActsProps) {
  const [open, setOpen] = useState<FormAct | null>(null);
  const acts = actsOf(loan, sides, Date.now()).filter((act) => !without.includes(act));
  if (acts.length === 0) return null;
  if (open !== null && acts.includes(open)) {
    return <ActForm loan={loan} act={open} needsReason={!sides.isBorrower} onClose={() => setOpen(null)} />;
  }
  return <Buttons loan={loan} acts={acts} onOpen={setOpen} />;
}

/** The acts without a form. Each state of a loan has at most one of them. */
const paths = {
  approve: '/loans/{loanId}/approve',
  handOver: '/loans/{loanId}/hand-over',
  giveBack: '/loans/{loanId}/return',
} as const;

interface ButtonsProps {
  readonly loan: Loan;
  readonly acts: readonly Act[];
  readonly onOpen: (act: FormAct) => void;
}

function Buttons({ loan, acts, onOpen }: ButtonsProps) {
  const { t } = useTranslation();
  const step = useCommand('loan', 'post', paths[acts.find(isPlainAct) ?? 'approve']);
  const refresh = useRefresh('loan');
  const { period } = useFormat();
  // An early hand-over takes the time from now on, in which another loan may lie.
  const code = step.error instanceof ProblemError ? step.error.problem.code : null;
  const isTaken = code === 'SLOT_TAKEN';
  if (code === 'PIECES_REQUIRED') return <HandOverPieces loan={loan} onDone={step.reset} />;
  const send = (act: PlainAct): void =>
    step.mutate(
      { loanId: loan.id, version: loan.version, ...(act === 'approve' ? {} : { body: {} }) },
      { onError: refresh },
    );
  const formAct = (act: FormAct) => (
    <Button key={act} danger={act !== 'extend'} disabled={step.isPending} onClick={() => onOpen(act)}>
      {t(`loan.act.${act}`)}
    </Button>
  );
  const of = {
    title: loan.resourceTitle,
    union: loan.borrowerUnionName,
    period: period(loan.startsAt, loan.endsAt),
  };
  return (
    <>
      <div className="actions">
        {acts.filter(isInSight).map((act) =>
          isPlainAct(act) ? (
            <ConfirmButton
              key={act}
              type="primary"
              loading={step.isPending}
              question={t(`loan.question.${act}`, of)}
              confirmText={t(`loan.act.${act}`)}
              onConfirm={() => send(act)}
            >
              {t(`loan.act.${act}`)}
            </ConfirmButton>
          ) : (
            formAct(act)
          ),
        )}
        {acts.includes('cancel') && <MenuFold label={t('common.more')}>{formAct('cancel')}</MenuFold>}
      </div>
      {!acts.every(isPlainAct) && <Preload part={ActForm} />}
      {step.isError && <Refusal title={t('loan.refused')} error={step.error} />}
      {isTaken && <p role="status">{t('loan.handOverTaken')}</p>}
    </>
  );
}

/** What ends a loan that was agreed on is behind a menu. */
function isInSight(act: Act): act is Exclude<Act, 'cancel'> {
  return act !== 'cancel';
}

type PlainAct = keyof typeof paths;

function isPlainAct(act: Act): act is PlainAct {
  return Object.hasOwn(paths, act);
}
