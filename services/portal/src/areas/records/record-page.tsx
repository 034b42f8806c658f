import { Alert } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { useFormat } from '../../i18n/use-format.js';
import { ButtonLink } from '../../kit/button-link.js';
import { DetailPage } from '../../kit/detail-page.js';
import { Loaded } from '../../kit/loaded.js';
import { may, type PersonRecord } from './record.model.js';
import { OfficerActs } from './officer-acts.js';
import { RecordTags } from './record-tags.js';
import { SharingButton } from './sharing-button.js';
import { useDetailWords } from './use-detail-words.js';
import { useNameOf } from '../../session/use-name-of.js';

/** One record: for its person, and for officers of their union. */
export function RecordPage() {
  const { recordId = '' } = useParams();
  const query = useRead('personRecord', '/records/{recordId}', { recordId });
  return <Loaded query={query}>{(record) => <OneRecord key={record.id} record={record} />}</Loaded>;
}

function OneRecord({ record }: { readonly record: PersonRecord }) {
  const { t } = useTranslation();
  const { own: isMine } = record;
  const mayShare = may(record, 'share');
  const isDecidable = may(record, 'verify') || may(record, 'revoke');
  return (
    <DetailPage
      title={record.title}
      back={isMine ? '/my-records' : '/records'}
      state={<RecordTags record={record} />}
      secondary={<Links record={record} isMine={isMine} />}
      notices={<Notices record={record} />}
      aside={
        (mayShare || isDecidable) && (
          <>
            {mayShare && <Sharing record={record} />}
            {isDecidable && <OfficerActs record={record} />}
          </>
        )
      }
    >
      <section className="card" aria-label={t('personRecord.details')}>
        <Facts record={record} />
      </section>
    </DetailPage>
  );
}

/** Where its person goes on from here. */
function Links({ record, isMine }: { readonly record: PersonRecord; readonly isMine: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {may(record, 'change') && (
        <ButtonLink to={`/records/${record.id}/edit`}>{t('personRecord.edit')}</ButtonLink>
      )}
      {isMine && record.courseId !== null && (
        <ButtonLink to={`/courses/${record.courseId}/certificate`}>
          {t('personRecord.toCertificate')}
        </ButtonLink>
      )}
    </>
  );
}

function Notices({ record: { state, reason } }: { readonly record: PersonRecord }) {
  const { t } = useTranslation();
  if (reason === null || (state !== 'refused' && state !== 'revoked')) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="notice"
      title={t(state === 'refused' ? 'personRecord.isRefused' : 'personRecord.isRevoked', { reason })}
    />
  );
}

function Sharing({ record }: { readonly record: PersonRecord }) {
  const { t } = useTranslation();
  const { state, shared } = record;
  const isFound = state === 'verified' && shared;
  return (
    <section className="card" aria-labelledby="sharing-title">
      <h2 id="sharing-title">{t('personRecord.sharing')}</h2>
      <p>
        {t(
          isFound
            ? 'personRecord.isShared'
            : shared
              ? 'personRecord.isSharedLater'
              : 'personRecord.isNotShared',
        )}
      </p>
      <SharingButton record={record} />
    </section>
  );
}

function Facts({ record }: { readonly record: PersonRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useDetailWords()(record.details);
  const { kind, personName, unionName, issuer, issuedOn, validUntil, number } = record;
  const nameOf = useNameOf();
  const { enteredBy, enteredByName, enteredAtName, enteredAt, selfDeclared } = record;
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    [t('personRecord.kindLabel'), t(`personRecord.kind.${kind}`)],
    [t('personRecord.person'), personName],
    [t('personRecord.union'), unionName],
    [t('personRecord.details'), words],
    [t('personRecord.issuer'), issuer],
    [t('personRecord.issuedOn'), issuedOn && format.date(issuedOn)],
    [t('personRecord.validUntil'), validUntil && format.date(validUntil)],
    [t('personRecord.number'), number],
    [
      t('personRecord.enteredBy'),
      t(selfDeclared ? 'personRecord.bySelf' : 'personRecord.byAt', {
        name: nameOf(enteredBy, enteredByName) ?? '',
        union: enteredAtName,
        at: format.instant(enteredAt),
      }),
    ],
    [t('personRecord.verifiedBy'), useVerifiedWords(record)],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

/** Who has found it right; a course that was passed here needed nobody. */
function useVerifiedWords({ courseId, verifiedBy, verifiedByName, verifiedAt }: PersonRecord): string {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  if (verifiedAt === null) return t('personRecord.notVerified');
  const at = format.instant(verifiedAt);
  return courseId === null
    ? t('personRecord.verifiedAt', { name: nameOf(verifiedBy, verifiedByName) ?? '', at })
    : t('personRecord.verifiedByQuiz', { at });
}
