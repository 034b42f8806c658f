import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import { useSearchParams } from 'react-router';
import { BackedList } from './backed-list.js';
import { EnterpriseList } from './enterprise-list.js';
import { filtersOf } from './party.model.js';

export function PartyListPage() {
  const [search] = useSearchParams();
  const filters = filtersOf(search);
  const { kind } = filters;
  if (kind === 'enterprise') return <EnterpriseList filters={filters} />;
  return <BackedList key={kind} kind={kind} filters={filters} />;
}
