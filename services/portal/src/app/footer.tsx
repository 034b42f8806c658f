import { complaintServiceId } from '@gongxiang/domain/complaints';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

/** What the gateway has written into the page; '' where the operator has named none. */
const markOf = (name: string) =>
  document.querySelector(`meta[name="gongxiang-${name}"]`)?.getAttribute('content') ?? '';

/** On every page: the way to complain, which no page may hide, and the numbers of filings that a site in China shows. */
export function Footer() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <footer className="footer">
      <Link to={`/services/${complaintServiceId}?page=${encodeURIComponent(pathname)}`}>
        {t('app.complain')}
      </Link>
      <Filings />
    </footer>
  );
}

/** Both lead to where anybody looks them up, as the filings ask for. */
function Filings() {
  const icp = markOf('icp');
  const police = markOf('police');
  const filings = [
    { number: icp, href: 'https://beian.miit.gov.cn/' },
    {
      number: police,
      href: `https://beian.mps.gov.cn/#/query/webSearch?code=${/\d{14}/.exec(police)?.[0]}`,
    },
  ].filter(({ number }) => number !== '');
  if (filings.length === 0) return null;
  return (
    <p className="filings">
      {filings.map(({ number, href }) => (
        <a key={number} href={href} target="_blank" rel="noreferrer">
          {number}
        </a>
      ))}
    </p>
  );
}
