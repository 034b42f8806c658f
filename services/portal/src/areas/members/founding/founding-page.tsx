import '../../../kit/styles/fold.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { UnionField } from '../application/union-field.js';
import type { Founding } from './founding.model.js';
import { FoundingCandidates, FoundingFacts, FoundingSteps } from './founding-facts.js';
import { FoundingStateTag } from './founding-state-tag.js';

export function FoundingPage() {
  const { foundingId = '' } = useParams();
  const founding = useRead('unionFounding', '/union-foundings/{foundingId}', { foundingId });
  return <Loaded query={founding}>{(found) => <OneFounding key={found.id} founding={found} />}</Loaded>;
}

interface Of {
  readonly founding: Founding;
}

function OneFounding({ founding }: Of) {
  const { t } = useTranslation();
  const { enterpriseName, state, usccCheck, phone, decisions, dueAt } = founding;
  const isOthers = decisions.length === 0 && dueAt !== null;
  return (
    <DetailPage
      title={enterpriseName}
      back="/union-foundings"
      state={<FoundingStateTag founding={founding} />}
      notices={
        // Who cannot decide is told who does, and not to decide.
        <p className="hint">{t(isOthers ? 'founding.notYours' : `founding.stateHint.${state}`)}</p>
      }
      aside={decisions.length > 0 && <Decisions founding={founding} />}
      below={
        <div className="card">
          <FoundingSteps facts={founding} />
        </div>
      }
    >
      <section className="card" aria-label={enterpriseName}>
        <FoundingFacts facts={founding} />
        {phone !== null && (
          <p className="founding-part">
            {t('founding.call')} <a href={`tel:${phone}`}>{phone}</a>
          </p>
        )}
        {usccCheck === 'failed' && <p className="notice">{t('founding.codeFailed')}</p>}
        <FoundingCandidates facts={founding} />
        <Chair founding={founding} />
      </section>
    </DetailPage>
  );
}

/** What the caller can decide. */
function Decisions({ founding }: Of) {
  return founding.decisions.map((decision) => {
    switch (decision) {
      case 'approve':
        return <Approve key={decision} founding={founding} />;
      case 'join':
        return <JoinUnion key={decision} founding={founding} />;
      case 'confirm':
        return <Confirm key={decision} founding={founding} />;
      default:
        return <WithReason key={decision} founding={founding} decision={decision} />;
    }
  });
}

/** Who was elected, as far as the union above compares it; and where to find them once the union exists. */
function Chair({ founding }: Of) {
  const { t } = useTranslation();
  const { maskedResidentNumber, maskedChairPhone, state, foundedUnionId, memberId } = founding;
  return (
    <>
      {maskedResidentNumber !== null && (
        <p>{t('founding.chairIs', { number: maskedResidentNumber, phone: maskedChairPhone })}</p>
      )}
      {state === 'founded' && (
        <>
          <p className="hint">{t(memberId === null ? 'founding.chairElsewhere' : 'founding.chairOffice')}</p>
          <div className="actions">
            <Link to={`/unions/${foundedUnionId}`}>{t('founding.toUnion')}</Link>
            {memberId !== null && <Link to={`/members/${memberId}`}>{t('founding.toMember')}</Link>}
            <Link to="/pending-changes">{t('founding.toOffice')}</Link>
          </div>
        </>
      )}
    </>
  );
}

function useDecide() {
  return useCommand('unionFounding', 'post', '/union-foundings/{foundingId}/decide');
}

function Approve({ founding: { id: foundingId, version, enterpriseName } }: Of) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="approve-title">
      <h2 id="approve-title">{t('founding.approve')}</h2>
      <p className="hint">{t('founding.approveHint')}</p>
      <CommandForm
        name="approve"
        command={useDecide()}
        input={({ approvalNumber }: { readonly approvalNumber: string }) => ({
          foundingId,
          version,
          body: { decision: 'approve' as const, approvalNumber: approvalNumber.trim() },
        })}
        submit={t('founding.approve')}
        refused={t('founding.notDecided')}
        confirm={{
          question: t('founding.approveQuestion', { enterprise: enterpriseName }),
          text: t('founding.approve'),
        }}
      >
        <Form.Item
          name="approvalNumber"
          label={t('founding.approvalNumber')}
          rules={[{ required: true, whitespace: true, message: t('founding.approvalNumberRequired') }]}
        >
          <Input maxLength={60} placeholder={t('founding.approvalExample')} autoComplete="off" />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

interface JoinValues {
  readonly unionId?: { readonly id: string; readonly name: string };
}

function JoinUnion({ founding: { id: foundingId, version } }: Of) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="join-title">
      <h2 id="join-title">{t('founding.join')}</h2>
      <p className="hint">{t('founding.joinHint')}</p>
      <CommandForm
        name="join"
        command={useDecide()}
        input={({ unionId }: JoinValues) =>
          unionId === undefined
            ? null
            : { foundingId, version, body: { decision: 'join' as const, unionId: unionId.id } }
        }
        submit={t('founding.join')}
        refused={t('founding.notDecided')}
      >
        <Form.Item
          name="unionId"
          label={t('founding.jointUnion')}
          rules={[{ required: true, message: t('founding.jointUnionRequired') }]}
        >
          <UnionField label={t('founding.jointUnion')} />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

function Confirm({ founding: { id: foundingId, version, parentName } }: Of) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{t('founding.confirm')}</h2>
      <p className="hint">{t('founding.confirmHint', { parent: parentName })}</p>
      <CommandForm
        name="confirm"
        command={useDecide()}
        input={({ name }: { readonly name?: string }) => ({
          foundingId,
          version,
          body: { decision: 'confirm' as const, name: name?.trim() || null },
        })}
        submit={t('founding.confirm')}
        refused={t('founding.notDecided')}
        confirm={{ question: t('founding.confirmQuestion'), text: t('founding.confirm') }}
      >
        <Form.Item name="name" label={t('founding.name')} extra={t('founding.nameHint')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

function WithReason({
  founding: { id: foundingId, version, state },
  decision,
}: Of & { readonly decision: 'return' | 'refuse' }) {
  const { t } = useTranslation();
  const text = t(
    decision === 'return' && state === 'elected' ? 'founding.returnElection' : `founding.${decision}`,
  );
  return (
    <details className="card fold">
      <summary>{text}</summary>
      <CommandForm
        name={decision}
        command={useDecide()}
        input={({ reason }: { readonly reason: string }) => ({
          foundingId,
          version,
          body: { decision, reason: reason.trim() },
        })}
        submit={text}
        refused={t('founding.notDecided')}
        danger={decision === 'refuse'}
        secondary
      >
        <Form.Item
          name="reason"
          label={t(decision === 'return' ? 'founding.missing' : 'founding.reason')}
          rules={[{ required: true, whitespace: true, message: t('founding.reasonRequired') }]}
        >
          <TextArea rows={2} maxLength={500} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
