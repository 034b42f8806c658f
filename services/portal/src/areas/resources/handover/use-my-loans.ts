import { useList } from '../../../api/use-read.js';

export function useMyLoans() {
  return useList('loan', '/me/loans', {});
}
