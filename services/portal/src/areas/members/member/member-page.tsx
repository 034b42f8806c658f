import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { duesReaders } from '../dues/use-dues-offices.js';
import { MemberStateTag } from './member-state-tag.js';
import type { Member } from './member.model.js';

const EmploymentForm = lazyPart('EmploymentForm', () => import('./employment-form.js'));
const EmploymentSection = lazyPart('EmploymentSection', () => import('../employment/employment-section.js'), {
  texts: ['employment'],
});
const EntryCode = lazyPart('EntryCode', () => import('./entry-code.js'));
const MemberCorrection = lazyPart('MemberCorrection', () => import('../correction/member-correction.js'), {
  texts: ['recordCorrection'],
});
const CorrectionsOfMember = lazyPart(
  'CorrectionsOfMember',
  () => import('../correction/member-correction.js'),
  {
    texts: ['recordCorrection'],
  },
);
const StandingForm = lazyPart('StandingForm', () => import('./standing-form.js'));
const MemberTransfer = lazyPart('MemberTransfer', () => import('../transfer/member-transfer.js'), {
  texts: ['transfer'],
});
const MemberErasure = lazyPart('MemberErasure', () => import('../paper-erasure/member-erasure.js'), {
  texts: ['paperErasure'],
});
const EndMembership = lazyPart('EndMembership', () => import('./end-membership.js'));

export function MemberPage() {
  const { memberId = '' } = useParams();
  const member = useRead('member', '/members/{memberId}', { memberId });
  return <Loaded query={member}>{(data) => <OneMember key={data.id} member={data} />}</Loaded>;
}

function OneMember({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const seesDues = useReaches(member.unionId, duesReaders);
  const mayManage = useReaches(member.unionId, ['officer']);
  return (
    <DetailPage
      title={member.name}
      back="/members"
      state={<MemberStateTag state={member.state} />}
      secondary={
        <>
          {mayManage && member.state !== 'ended' && (
            <ButtonLink to={`/records?personId=${member.personId}`} isPlain>
              {t('member.records')}
            </ButtonLink>
          )}
          {mayManage && member.state !== 'ended' && (
            <ButtonLink to={`/registration-forms?member=${member.id}`} isPlain>
              {t('member.registrationForm')}
            </ButtonLink>
          )}
          {seesDues && (
            <ButtonLink to={`/members/${member.id}/dues`} isPlain>
              {t('member.dues')}
            </ButtonLink>
          )}
        </>
      }
      aside={
        mayManage && (
          <section className="card" aria-labelledby="acts-title">
            <h2 id="acts-title">{t('member.acts')}</h2>
            {member.state !== 'ended' && <ActsOfMember member={member} />}
            <MemberErasure memberId={member.id} />
          </section>
        )
      }
    >
      <Facts member={member} />
      {mayManage && <EmploymentSection member={member} />}
      {mayManage && <CorrectionsOfMember memberId={member.id} />}
    </DetailPage>
  );
}

function ActsOfMember({ member }: { readonly member: Member }) {
  return (
    <>
      <MemberCorrection memberId={member.id} />
      <EmploymentForm member={member} />
      <EntryCode member={member} />
      <StandingForm member={member} />
      <MemberTransfer memberId={member.id} />
      <EndMembership member={member} />
    </>
  );
}

/** Whether the membership is full or retained, and how it has ended. */
function StandingFacts({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { standing, retainedReason, retainedFrom, validTo, endedReason, endDecision } = member;
  const since = retainedFrom === null ? '' : t('member.since', { date: format.date(retainedFrom) });
  const because = retainedReason === null ? '' : t(`member.retainedFor.${retainedReason}`);
  const reason = endedReason === null ? '' : t(`member.endedBy.${endedReason}`);
  return (
    <>
      <dt>{t('member.standingLabel')}</dt>
      <dd>{[t(`member.standing.${standing}`), because, since].filter(Boolean).join(' · ')}</dd>
      {validTo !== null && (
        <>
          <dt>{t('member.validTo')}</dt>
          <dd>{[format.date(validTo), reason, endDecision].filter(Boolean).join(' · ')}</dd>
        </>
      )}
    </>
  );
}

function Facts({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="card">
      <dl className="facts union-facts">
        <dt>{t('member.union')}</dt>
        <dd>
          <Link to={`/unions/${member.unionId}`}>{member.unionName}</Link>
        </dd>
        <dt>{t('member.validFrom')}</dt>
        <dd>{format.date(member.validFrom)}</dd>
        <StandingFacts member={member} />
        <dt>{t('member.employment')}</dt>
        <dd>
          {member.employmentKind === null
            ? t('member.employmentUnknown')
            : t(`employmentIs.${member.employmentKind}`)}
        </dd>
        <dt>{t('member.residentNumber')}</dt>
        <dd>{member.residentNumber ?? t('member.notOnRecord')}</dd>
        <dt>{t('member.phone')}</dt>
        <dd>{member.phone ?? t('member.notOnRecord')}</dd>
      </dl>
      {(member.residentNumber ?? member.phone) !== null && <p className="hint">{t('member.masked')}</p>}
      {member.entryClosedUntil !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('member.entryClosed')}
          description={t('member.entryClosedHint', { time: format.instant(member.entryClosedUntil) })}
          className="notice"
        />
      )}
    </section>
  );
}
