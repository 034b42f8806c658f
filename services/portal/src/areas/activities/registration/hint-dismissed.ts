const storageKey = 'gongxiang.push-hint';

/** Whoever has said no in this browser is not asked there again. */
export function isHintDismissed(): boolean {
  return localStorage.getItem(storageKey) === 'no';
}

export function dismissHint(): void {
  localStorage.setItem(storageKey, 'no');
}
