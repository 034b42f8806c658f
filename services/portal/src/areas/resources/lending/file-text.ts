/** The text of a file: UTF-8 if all of it is, else GB18030, which spreadsheets write in China. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes); // a TypeError is how a decoder says that it is not UTF-8
  }
}
