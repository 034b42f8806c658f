/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun; the address may go once the browser has taken the content.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
