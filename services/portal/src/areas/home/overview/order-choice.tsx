import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Choice } from '../../../kit/choice.js';
import { type Order, orders } from './overview.model.js';

/** The figure that the map shows and the table begins with, as the address says. */
export function useOrder(): Order {
  const [search] = useSearchParams();
  return orders.find((one) => one === search.get('order')) ?? 'overdue';
}

interface OrderChoiceProps {
  readonly label: string;
  /** How a figure is named here; by its column where nothing is said. */
  readonly nameOf?: (column: string) => string;
}

export function OrderChoice({ label, nameOf = (column) => column }: OrderChoiceProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const choose = (chosen: Order | undefined): void => {
    search.set('order', chosen ?? 'overdue');
    setSearch(search, { replace: true });
  };
  return (
    <Choice<Order>
      label={label}
      value={useOrder()}
      options={orders.map((value) => ({ value, label: nameOf(t(`overview.column.${value}`)) }))}
      onChange={choose}
    />
  );
}
