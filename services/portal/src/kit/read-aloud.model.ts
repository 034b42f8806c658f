/** Browsers stop a long utterance in its middle after some fifteen seconds, so what is read comes in pieces. */
const pieceMax = 120;

/** A text in pieces that a voice reads one after the other: cut behind sentences, where one is too long behind a comma. */
export function utterancesOf(text: string): string[] {
  const sentences = text
    .split(/(?<=[。！？!?；;\n])|(?<=\.)\s/u)
    .map((part) => part.replaceAll(/\s+/gu, ' ').trim());
  return sentences.filter((part) => /[\p{L}\p{N}]/u.test(part)).flatMap(shortened);
}

function shortened(sentence: string): string[] {
  if (sentence.length <= pieceMax) return [sentence];
  const pieces: string[] = [];
  let rest = sentence;
  while (rest.length > pieceMax) {
    const head = rest.slice(0, pieceMax);
    const pause = Math.max(...['，', '、', '：', ',', ' '].map((mark) => head.lastIndexOf(mark)));
    const end = pause > 0 ? pause + 1 : pieceMax;
    pieces.push(rest.slice(0, end).trim());
    rest = rest.slice(end);
  }
  return [...pieces, rest.trim()].filter((piece) => piece !== '');
}
