import { expect, it } from '@jest/globals';
import { maskedAtOnce, maskTexts } from './text-masking.js';

it('masks every text, and lets others have their turn in between', async () => {
  const texts = Array.from(
    { length: 10 * maskedAtOnce },
    (_one, index) => `主管王强说电话 13986127354：${index}`,
  );
  let [turns, isDone] = [0, false];
  const other = (): void => {
    turns += 1;
    if (!isDone) setImmediate(other);
  };
  setImmediate(other);
  const masked = await maskTexts(texts, new AbortController().signal);
  isDone = true;
  expect(masked).toEqual(texts.map((_text, index) => `主管［姓名］说电话 ［号码］：${index}`));
  expect(turns).toBeGreaterThanOrEqual(9);
});

it('ends where the process does', async () => {
  const ending = new AbortController();
  const masking = maskTexts(
    Array.from({ length: 10 * maskedAtOnce }, () => '再办'),
    ending.signal,
  );
  ending.abort(new Error('the process ends'));
  await expect(masking).rejects.toThrow('the process ends');
});
