import '../../../kit/styles/narrow.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import { usePageTitle } from '../../../kit/use-page-title.js';
import { ConsentField, PhoneCodeField } from './code-and-consent.js';
import {
  consentVersion,
  type Status,
  type Way,
  type WhoForm,
  type WorkForm,
  workplaceOf,
} from './join.model.js';
import { useWay } from './use-joining.js';
import { WhoStep } from './who-step.js';
import { WorkStep } from './work-step.js';

/** Comes once the application is sent. */
const StatusView = lazyPart('StatusView', () => import('./status-view.js'), { rows: 8 });

/** How far somebody has come; what was filled in stays when they go back. */
type Progress =
  | { readonly at: 'where'; readonly work: WorkForm | null; readonly who: WhoForm | null }
  | { readonly at: 'who'; readonly work: WorkForm; readonly way: Way; readonly who: WhoForm | null }
  | { readonly at: 'send'; readonly work: WorkForm; readonly way: Way; readonly who: WhoForm }
  | { readonly at: 'sent'; readonly status: Status };

const stepNumbers = { where: 1, who: 2, send: 3 } as const;

/** Applying to join, in three steps on a phone: where, who, and the code with the way that it will go. */
export function JoinPage() {
  const { t } = useTranslation();
  usePageTitle(t('joining.title'));
  const [progress, setProgress] = useState<Progress>({ at: 'where', work: null, who: null });
  const sent = (status: Status): void => setProgress({ at: 'sent', status });
  if (progress.at === 'sent') return <StatusView status={progress.status} isNew onChange={sent} />;
  const { at, work, who } = progress;
  return (
    <div className="card narrow">
      <h1>{t('joining.title')}</h1>
      <p className="hint" role="status">
        {t('joining.step', { step: stepNumbers[at], name: t(`joining.stepName.${at}`) })}
      </p>
      {at === 'where' && (
        <WorkStep
          filled={work}
          onDone={(filled, way) => setProgress({ at: 'who', work: filled, way, who })}
        />
      )}
      {at === 'who' && (
        <>
          <WayAhead way={progress.way} />
          <ByPlace
            work={progress.work}
            way={progress.way}
            onDone={(filled, way) => setProgress({ ...progress, work: filled, way })}
          />
          <WhoStep
            filled={who}
            onDone={(filled) => setProgress({ ...progress, at: 'send', who: filled })}
            onBack={() => setProgress({ at: 'where', work, who })}
          />
        </>
      )}
      {at === 'send' && (
        <SendStep {...progress} onDone={sent} onBack={() => setProgress({ ...progress, at: 'who' })} />
      )}
      <Link to="/join/status" className="back">
        {t('joining.toStatus')}
      </Link>
      <Link to="/activate" className="back">
        {t('joining.toActivation')}
      </Link>
    </div>
  );
}

/** Who decides, until when, and who follows. */
function WayAhead({ way }: { readonly way: Way }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const [first, ...others] = way.steps;
  return (
    <section aria-label={t('joining.wayTitle')} className="notice">
      {way.workLine !== null && (
        <p>{t('joining.bySector', { line: t(`workLine.${way.workLine}`), union: first?.unionName })}</p>
      )}
      <p>{t('joining.way', { union: first?.unionName, time: instant(way.dueAt), days: way.workingDays })}</p>
      {others.length > 0 && (
        <p className="hint">
          {t('joining.wayThen', { unions: others.map(({ unionName }) => unionName).join(' → ') })}
        </p>
      )}
      <p className="hint">{t('joining.noLaw')}</p>
    </section>
  );
}

interface ByPlaceProps {
  readonly work: WorkForm;
  readonly way: Way;
  readonly onDone: (work: WorkForm, way: Way) => void;
}

/** Whoever was led to a sector union may choose the union of the place instead, and the other way round. */
function ByPlace({ work, way, onDone }: ByPlaceProps) {
  const { t } = useTranslation();
  const other = useWay();
  const isByPlace = work.byPlace === true;
  if (way.byPlace === null && !isByPlace) return null;
  const turn = (): void => {
    const turned = { ...work, byPlace: !isByPlace };
    other.mutate(workplaceOf(turned), { onSuccess: (found) => onDone(turned, found) });
  };
  return (
    <>
      {other.isError && <Refusal title={t('joining.noWay')} error={other.error} />}
      <p>
        <Button loading={other.isPending} onClick={turn}>
          {isByPlace ? t('joining.toSector') : t('joining.toPlace', { union: way.byPlace?.unionName })}
        </Button>
      </p>
    </>
  );
}

interface SendStepProps {
  readonly work: WorkForm;
  readonly way: Way;
  readonly who: WhoForm;
  readonly onDone: (status: Status) => void;
  readonly onBack: () => void;
}

function SendStep({ work, way, who, onDone, onBack }: SendStepProps) {
  const { t } = useTranslation();
  const send = useCommand('application', 'post', '/applications');
  return (
    <>
      <WayAhead way={way} />
      <CommandForm
        command={send}
        input={({ code }: { readonly code: string }) => ({
          body: { ...who, code: code.trim(), workplace: workplaceOf(work), consentVersion },
        })}
        submit={t('joining.send')}
        done={null}
        refused={t('joining.notSent')}
        onDone={onDone}
        actions={<Button onClick={onBack}>{t('joining.back')}</Button>}
      >
        <p>{t('joining.checkWho', { name: who.name, phone: who.phone })}</p>
        <PhoneCodeField phone={who.phone} />
        <ConsentField />
      </CommandForm>
    </>
  );
}
