import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import type { FormAct } from './act-form.js';
import { type Act, actsOf, type Loan, type Sides } from './loan-desk.js';
import { useLoanStep } from './use-loan.js';

const ActForm = lazyPart('ActForm', () => import('./act-form.js'), { rows: 2 });

const HandOverPieces = lazyPart('HandOverPieces', () => import('./hand-over-pieces.js'), {
  rows: 3,
  texts: ['stock'],
});

interface LoanActsProps {
  readonly loan: Loan;
  readonly sides: Sides;
  /** What is done elsewhere on the page. */
  readonly without?: readonly Act[];
}

/** What can be done with a loan now; what binds asks once, what needs a word asks for it. */
export function LoanActs({ loan, sides, without = [] }: LoanActsProps) {
  const [open, setOpen] = useState<FormAct | null>(null);
  const acts = actsOf(loan, sides, Date.now()).filter((act) => !without.includes(act));
  if (acts.length === 0) return null;
  if (open !== null && acts.includes(open)) {
    return <ActForm loan={loan} act={open} needsReason={!sides.isBorrower} onClose={() => setOpen(null)} />;
  }
  return <Buttons loan={loan} acts={acts} onOpen={setOpen} />;
}

interface ButtonsProps {
  readonly loan: Loan;
  readonly acts: readonly Act[];
  readonly onOpen: (act: FormAct) => void;
}

function Buttons({ loan, acts, onOpen }: ButtonsProps) {
  const { t } = useTranslation();
  const step = useLoanStep(loan);
  const refresh = useRefresh('loan');
  // Handed over early, it is taken from now on: something else may lie in between.
  const code = step.error instanceof ProblemError ? step.error.problem.code : null;
  const isTaken = code === 'SLOT_TAKEN';
  // What is counted in pieces is handed over piece by piece: the platform says so.
  if (code === 'PIECES_REQUIRED') return <HandOverPieces loan={loan} onDone={step.reset} />;
  const of = { title: loan.resourceTitle, union: loan.borrowerUnionName };
  return (
    <>
      <div className="actions">
        {acts.map((act) =>
          isFormAct(act) ? (
            <Button key={act} danger={act !== 'extend'} disabled={step.isPending} onClick={() => onOpen(act)}>
              {t(`loan.act.${act}`)}
            </Button>
          ) : (
            <ConfirmButton
              key={act}
              type="primary"
              loading={step.isPending}
              question={t(`loan.question.${act}`, of)}
              confirmText={t(`loan.act.${act}`)}
              onConfirm={() => step.mutate({ act }, { onError: refresh })}
            >
              {t(`loan.act.${act}`)}
            </ConfirmButton>
          ),
        )}
      </div>
      {acts.some(isFormAct) && <Preload part={ActForm} />}
      {step.isError && <Refusal title={t('loan.refused')} error={step.error} />}
      {isTaken && <p role="status">{t('loan.handOverTaken')}</p>}
    </>
  );
}

function isFormAct(act: Act): act is FormAct {
  return act === 'refuse' || act === 'cancel' || act === 'extend';
}
